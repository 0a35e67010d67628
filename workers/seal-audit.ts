import type { WorkersRoom } from '../src/compose-workers.ts'
import { headText } from '../src/core/audit.ts'
import { runLoop } from '../src/queues/run-loop.ts'

const SEAL_EVERY_MS = 10_000

/** Chains what was written, and once a day says where the chain ends, for a log that lies elsewhere. */
export const runSealAudit = (room: WorkersRoom) => {
  const { audit } = room.ground.ports
  let told = ''
  const step = async () => {
    const now = room.clock.now()
    await audit.seal(now)
    const day = now.toISOString().slice(0, 10)
    const { head } = day === told ? { head: null } : await audit.standing()
    // a warning, so that it is written at every level that is in use
    if (head) room.log.warn({ head: headText(head) }, 'end of the audit chain: keep it outside')
    if (head) told = day
    return false
  }
  return runLoop('audit', SEAL_EVERY_MS, step, room.log)
}
