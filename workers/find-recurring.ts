import type { WorkersRoom } from '../src/compose-workers.ts'
import { runLoop } from '../src/queues/run-loop.ts'

const LOOK_EVERY_MS = 10 * 60_000

/** Looks for places that complain of the same thing again and again. */
export const runFindRecurring = (room: WorkersRoom) => {
  const { recurring } = room.ground.ports
  const step = async () => {
    await recurring.find(room.clock.now())
    return false
  }
  return runLoop('recurring', LOOK_EVERY_MS, step, room.log)
}
