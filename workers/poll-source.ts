import { pollSource } from '../src/actions/poll-source.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runWorker } from '../src/queues/run-worker.ts'

/** Asks the platforms for new posts. */
export const runPollSource = (room: WorkersRoom) =>
  runWorker(room.backend, 'poll-source', ({ sourceId }) => pollSource(room, sourceId), room.log)
