/** Processor time and memory: a machine that is busy elsewhere must not count against anybody. */
import { createHash } from 'node:crypto'
import { loadavg } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Sheet } from './sheet.ts'

/** Seconds of processor time that the work took, and what it made. */
export function processorTime<T>(work: () => T): { seconds: number; made: T } {
  const before = process.cpuUsage()
  const made = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, made }
}

/** Megabytes that stay in use because of what was made. */
export function memoryOf<T>(make: () => T): { megabytes: number; made: T } {
  const before = inUse()
  const made = make()
  return { megabytes: (inUse() - before) / 1e6, made }
}

function inUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // what one collection lets go, only the next ones count
  for (let round = 0; round < 4; round++) collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** How fast and how busy this machine is: figures of two runs compare only where this does. */
export function tellMachine(sheet: Sheet): void {
  const megabyte = Buffer.alloc(1_000_000, 7)
  const times = Array.from({ length: 21 }, () => {
    const started = performance.now()
    createHash('sha256').update(megabyte).digest()
    return performance.now() - started
  })
  sheet.figure({ name: 'this machine: SHA-256 of 1 MB', value: median(times) * 1000, unit: 'µs' })
  sheet.figure({ name: 'this machine: load average', value: loadavg()[0] ?? 0 })
}

export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
