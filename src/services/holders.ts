import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { markOf, stillRuns } from './process-mark.ts'
import { StartFault } from './start-fault.ts'

export type Holding = { leave(): Promise<void> }

let taken = 0

/**
 * The program and the command line may use one set of servers at the same time. Whoever leaves
 * last turns off the light; a holder that was killed does not count.
 */
export async function holdServices(
  dataDir: string,
  start: () => Promise<void>,
  stop: () => Promise<void>,
): Promise<Holding> {
  const folder = join(dataDir, 'in-use')
  const own = join(folder, `${process.pid}.${++taken}`)
  const letGo = async () => {
    rmSync(own, { force: true })
    if (!anyHolder(folder)) await stop()
  }
  await oneAtATime(dataDir, async () => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(own, JSON.stringify(markOf(process.pid)))
    try {
      await start()
    } catch (error) {
      await letGo()
      throw error
    }
  })
  return { leave: () => oneAtATime(dataDir, letGo) }
}

function anyHolder(folder: string): boolean {
  const files = readdirSync(folder).map((name) => join(folder, name))
  const gone = files.filter((file) => !writerRuns(file))
  for (const file of gone) rmSync(file, { force: true })
  return gone.length < files.length
}

/** Two starts at once must not both make a cluster. A lock whose owner was killed is void. */
async function oneAtATime<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dataDir, 'starting.lock')
  await takeLock(lock)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

async function takeLock(lock: string): Promise<void> {
  const end = Date.now() + 120_000
  while (!tryLock(lock)) {
    if (!writerRuns(lock)) rmSync(lock, { force: true })
    else if (Date.now() > end)
      throw new StartFault(
        `Tanggap lain masih memulai dari folder ini: tunggu sampai selesai, lalu hapus ${lock} bila tersisa.`,
      )
    else await sleep(100)
  }
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, JSON.stringify(markOf(process.pid)), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function writerRuns(file: string): boolean {
  try {
    return stillRuns(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Just removed, or its writer died half-way through a line.
    return false
  }
}
