import { readPosts } from '../src/actions/read-posts.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runWorker } from '../src/queues/run-worker.ts'

/** Reads batches of new posts. */
export const runReadPosts = (room: WorkersRoom) =>
  runWorker(room.backend, 'read-posts', ({ postIds }) => readPosts(room, postIds), room.log)
