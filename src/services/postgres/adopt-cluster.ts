import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../process-mark.ts'

export type Postmaster = { pid: number; port: number }

/**
 * The server that runs on this data folder, perhaps left over by a killed program. A pid file
 * whose process is gone, or whose number now belongs to something else, is removed.
 */
export function runningPostmaster(data: string): Postmaster | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid = '', , , port = ''] = readFileSync(file, 'utf8').split('\n')
  if (isAlive(Number(pid)) && worksIn(Number(pid), data))
    return { pid: Number(pid), port: Number(port) }
  rmSync(file, { force: true })
}

/** A postmaster's working folder is its data folder. Where /proc does not say, we believe the file. */
function worksIn(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EACCES' || process.getuid?.() === 0
  }
}
