import { readPosts } from '../src/actions/read-posts.ts'
import type { WorkersRoom } from '../src/compose-workers.ts'
import { runWorker } from '../src/queues/run-worker.ts'

/** Reads posts that killed a reader before, one at a time, so that they can only hurt themselves. */
export const runReadSuspects = (room: WorkersRoom) =>
  runWorker(room.backend, 'read-suspects', ({ postIds }) => readPosts(room, postIds), room.log)
