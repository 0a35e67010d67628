import { hearTelegram } from '../src/actions/hear-telegram.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runLoop } from '../src/queues/run-loop.ts'

const LOOK_EVERY_MS = 3000

/** Hears the button under an alert in the staff group. */
export const runHearTelegram = (room: WorkersRoom) => {
  const ports = { ...room, alerts: room.ground.ports.alerts }
  const step = async () => {
    await hearTelegram(ports)
    return false
  }
  return runLoop('telegram', LOOK_EVERY_MS, step, room.log)
}
