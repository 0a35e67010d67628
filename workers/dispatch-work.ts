import { dispatchWork } from '../src/actions/dispatch-work.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runLoop } from '../src/queues/run-loop.ts'

const LOOK_EVERY_MS = 1000

/** Looks into Postgres for work, each second and whenever posts came in. */
export const runDispatchWork = (room: WorkersRoom) => {
  const loop = runLoop('dispatch', LOOK_EVERY_MS, () => dispatchWork(room), room.log)
  const deaf = room.onNewPosts(loop.wake)
  return {
    close: async () => {
      deaf()
      await loop.close()
    },
  }
}
