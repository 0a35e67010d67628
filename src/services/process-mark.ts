import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that will not be confused with a later one that was given the same number. */
export type ProcessMark = { pid: number; mark: string }

export const markOf = (pid: number): ProcessMark => ({ pid, mark: bornWhen(pid) ?? '' })

/** Is exactly this process still running? */
export function stillRuns({ pid, mark }: ProcessMark): boolean {
  return isAlive(pid) && (bornWhen(pid) ?? '') === mark
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  // A dead child that nobody collected answers signals too; containers without an init are full
  // of them.
  return !/^[ZX]/.test(procStat(pid)?.[0] ?? '')
}

/** Waits until it is gone; false when it is still there after that time. */
export async function isGone(pid: number, withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs
  while (isAlive(pid)) {
    if (Date.now() > end) return false
    await new Promise((done) => setTimeout(done, 50))
  }
  return true
}

function bornWhen(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxBirth(pid)
  if (process.platform === 'win32') return
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return
  }
}

/** Ticks since boot alone would repeat after a reboot. */
function linuxBirth(pid: number): string | undefined {
  const ticks = procStat(pid)?.[19]
  return ticks && `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`
}

/** Fields of /proc/<pid>/stat from the third on; the second may itself hold spaces and brackets. */
function procStat(pid: number): string[] | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    return
  }
}
