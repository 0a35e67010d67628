import { dispatchWork } from '../src/actions/dispatch-work.ts'
import { warnOfDecree } from '../src/actions/warn-of-decree.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runLoop } from '../src/queues/run-loop.ts'

const LOOK_EVERY_MS = 1000
const WARN_EVERY_MS = 24 * 3_600_000

/** Looks into Postgres for work, each second and whenever posts came in. */
export const runDispatchWork = (room: WorkersRoom) => {
  const loop = runLoop('dispatch', LOOK_EVERY_MS, () => dispatchWork(room), room.log)
  const deaf = room.onNewPosts(loop.wake)
  const warn = async () => {
    for (const warning of await warnOfDecree(room)) room.log.warn(warning)
    return false
  }
  const warning = runLoop('decree', WARN_EVERY_MS, warn, room.log)
  return {
    close: async () => {
      deaf()
      await Promise.all([loop.close(), warning.close()])
    },
  }
}
