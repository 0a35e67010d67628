import { type ChildProcess, fork } from 'node:child_process'
import type { Logger } from 'pino'

/** What the parent sends down the channel. A lost channel means: the parent is dead, end at once. */
export type ParentMessage = { kind: 'drain' }

export type KeptWorker = {
  /** Lets it finish what it holds, at most so long; then it is ended. */
  drain(withinMs: number): Promise<void>
  end(): void
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 15_000
/** Having lived so long, it was healthy: the next death is not part of a row of failures. */
const HEALTHY_MS = 20_000

export type WorkerWish = {
  file: string
  env: NodeJS.ProcessEnv
  log: Logger
  onStart(pid: number): void
}

/** Runs one worker process and starts it again whenever it dies, waiting longer each time. */
export function keepWorker({ file, env, log, onStart }: WorkerWish): KeptWorker {
  let child: ChildProcess
  let stopping = false
  let wait = FIRST_WAIT_MS
  let timer: NodeJS.Timeout | undefined

  const start = () => {
    const born = Date.now()
    // Its own group: Ctrl-C goes to ours, and the worker has work to finish first.
    child = fork(file, [], { detached: true, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    if (child.pid) onStart(child.pid)
    child.on('error', (error) => log.error({ err: error }, 'the worker process has a fault'))
    child.once('exit', (code, signal) => {
      if (stopping) return
      if (Date.now() - born > HEALTHY_MS) wait = FIRST_WAIT_MS
      log.error({ code, signal, again_in_ms: wait }, 'the worker process died')
      timer = setTimeout(start, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    })
  }
  start()

  return {
    drain: async (withinMs) => {
      stopping = true
      clearTimeout(timer)
      await letFinish(child, withinMs)
    },
    end: () => void child.kill('SIGKILL'),
  }
}

function letFinish(child: ChildProcess, withinMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    const late = setTimeout(() => child.kill('SIGKILL'), withinMs)
    child.once('exit', () => {
      clearTimeout(late)
      done()
    })
    const message: ParentMessage = { kind: 'drain' }
    // A worker that has just died cannot be told; its exit is on the way.
    if (child.connected) child.send(message, () => undefined)
  })
}
