import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../settings.ts'
import { markOf, type ProcessMark, stillRuns } from './process-mark.ts'
import { writePrivately } from './secret-file.ts'
import type { Queue, Services } from './services.ts'
import { StartFault } from './start-fault.ts'

/** A running installation, for the command line: where it is and which services it uses. */
export type Running = ProcessMark & {
  databaseUrl: string
  queue: Queue
  address?: string
  /** Of the worker process that was started last. */
  workerPid?: number
}

const fileOf = ({ dataDir }: Settings) => join(dataDir, 'running.json')

/** The installation that runs from this data folder at this moment. */
export function readRunning(settings: Settings): Running | undefined {
  try {
    const running: Running = JSON.parse(readFileSync(fileOf(settings), 'utf8'))
    return stillRuns(running) ? running : undefined
  } catch {
    return
  }
}

/** Holds passwords: readable by its owner alone. */
export function writeRunning(
  settings: Settings,
  { databaseUrl, queue }: Services,
  more: Pick<Running, 'address' | 'workerPid'> = {},
): void {
  const running: Running = { ...markOf(process.pid), databaseUrl, queue, ...more }
  writePrivately(fileOf(settings), JSON.stringify(running))
}

export function removeRunning(settings: Settings): void {
  rmSync(fileOf(settings), { force: true })
}

export function refuseSecondRun(settings: Settings): void {
  const running = readRunning(settings)
  if (!running) return
  const where = running.address ? ` di ${running.address}` : ''
  throw new StartFault(
    `Tanggap sudah berjalan dari folder ${settings.dataDir}${where} (proses ${running.pid}): hentikan dahulu, atau isi TANGGAP_DATA dengan folder lain.`,
  )
}
