import { sendReply } from '../src/actions/send-reply.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runWorker } from '../src/queues/run-worker.ts'

/** Sends answers that people approved, reply by reply. */
export const runPublishAnswer = (room: WorkersRoom) =>
  runWorker(room.backend, 'publish-answer', ({ targetId }) => sendReply(room, targetId), room.log)
