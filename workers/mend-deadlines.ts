import type { WorkersRoom } from '../src/compose-workers.ts'
import type { Deadlines } from '../src/ports/deadlines.ts'
import { runLoop } from '../src/queues/run-loop.ts'

const DAY_MS = 24 * 3_600_000

interface Room extends Pick<WorkersRoom, 'log'> {
  ground: { ports: { deadlines: Deadlines } }
}

/**
 * A decree moves open deadlines as soon as it is applied. Where the program was killed in the middle
 * of that, the next start moves the rest, and says for each case from when to when.
 */
export const runMendDeadlines = ({ ground, log }: Room) => {
  const ending = new AbortController()
  const step = async () => {
    const { signal } = ending
    const moved = await ground.ports.deadlines.recompute({ dryRun: false, signal })
    if (moved.length > 0) log.warn({ moved: moved.length }, 'deadlines were not up to date')
    return false
  }
  const loop = runLoop('deadlines', DAY_MS, step, log)
  return {
    close: async () => {
      ending.abort()
      await loop.close()
    },
  }
}
