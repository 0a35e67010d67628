import { lookForDeleted } from '../src/actions/look-for-deleted.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runLoop } from '../src/queues/run-loop.ts'

const LOOK_EVERY_MS = 60_000

/** Asks the platforms that can tell whether posts of open cases are still there. */
export const runLookForDeleted = (room: WorkersRoom) => {
  const { removals } = room.ground.ports
  return runLoop('deleted', LOOK_EVERY_MS, () => lookForDeleted({ ...room, removals }), room.log)
}
