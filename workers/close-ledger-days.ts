import { closeLedgerDays } from '../src/actions/close-ledger-days.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runLoop } from '../src/queues/run-loop.ts'

const LOOK_EVERY_MS = 5 * 60_000

/** Keeps what each government left silent, soon after the end of its day. */
export const runCloseLedgerDays = (room: WorkersRoom) => {
  const step = async () => {
    await closeLedgerDays(room.ground.ports)
    return false
  }
  return runLoop('ledger', LOOK_EVERY_MS, step, room.log)
}
