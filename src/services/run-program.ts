import { spawn } from 'node:child_process'

/** Whom root lends to a service that refuses to run as root. */
export type ServiceUser = { name: string; uid: number; gid: number }

export type Ran = { ok: boolean; output: string }

/** As whom and in which surroundings a program of a service runs. */
export function surroundings(user?: ServiceUser) {
  return {
    // The own session keeps Ctrl-C away: it reaches the whole group of the terminal.
    detached: true,
    // Not our own working folder, which the other user may be unable to enter.
    cwd: '/',
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
      LC_ALL: 'C',
      TZ: 'UTC',
      HOME: '/',
    },
    ...(user && { uid: user.uid, gid: user.gid }),
  }
}

/** Runs a short program to its end and gathers what it said. Never throws. */
export function runProgram(file: string, args: string[], user?: ServiceUser): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(file, args, { ...surroundings(user), stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const gather = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', gather)
    child.stderr.on('data', gather)
    child.on('error', (error) => done({ ok: false, output: error.message }))
    const finish = () => done({ ok: child.exitCode === 0, output: output.trim() })
    child.on('close', finish)
    // A program that left a server behind holds the pipes open for ever: do not wait for that.
    child.on('exit', () => setTimeout(finish, 500).unref())
  })
}
