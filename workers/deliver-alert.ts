import { deliverAlert } from '../src/actions/deliver-alert.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runWorker } from '../src/queues/run-worker.ts'

/** Sends alerts by webhook, e-mail and Telegram. */
export const runDeliverAlert = (room: WorkersRoom) =>
  runWorker(
    room.backend,
    'deliver-alert',
    ({ deliveryId }) => deliverAlert(room, deliveryId),
    room.log,
  )
