import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../src/services/free-port.ts'
import { loadSettings } from '../../src/settings.ts'

const FAKE = fileURLToPath(new URL('./fake-program.ts', import.meta.url))

export type Program = {
  pid: number
  port: number
  /** All that came to the terminal so far. */
  output(): string
  /** Waits until the banner is complete. */
  banner(): Promise<string>
  exit: Promise<number | null>
}

/** Starts the program as a clerk would, in a terminal of its own. */
export async function startProgram(env: Record<string, string>): Promise<Program> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', FAKE], {
    detached: true,
    env: { PATH: loadSettings().searchPath.join(':'), HOME: '/', PORT: String(port), ...env },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk
    })
  const exit = new Promise<number | null>((done) => child.once('close', done))
  let ended = false
  void exit.then(() => {
    ended = true
  })
  const banner = async () => {
    await until(() => text.includes('Ctrl-C') || ended)
    return text
  }
  return { pid: child.pid ?? 0, port, output: () => text, banner, exit }
}

/** Ctrl-C in a terminal reaches the whole group, not only the program. */
export const pressCtrlC = (program: Program) => process.kill(-program.pid, 'SIGINT')

export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-start-'))
  chmodSync(folder, 0o711)
  return folder
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Every process that names this folder on its command line or works in it. */
export function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandOf(pid))
    .filter((command) => command.includes(folder))
}

export async function until(holds: () => boolean, withinMs = 60_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited in vain')
    await sleep(50)
  }
}

export const numberIn = (file: string) => Number(readFileSync(file, 'utf8').split('\n')[0])

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
