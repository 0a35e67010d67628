import type { WorkersRoom } from '../src/compose-workers.ts'
import { runLoop } from '../src/queues/run-loop.ts'

const LOOK_EVERY_MS = 60_000

/** "Ditutup": only by the system, and only after the reporter's window. */
export const runCloseDueCases = (room: WorkersRoom) => {
  const { reporters } = room.ground.ports
  const step = async () => (await reporters.closeDue(room.clock.now())) > 0
  return runLoop('closing', LOOK_EVERY_MS, step, room.log)
}
