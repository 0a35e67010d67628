import { composeWorkers } from '../src/compose-workers.ts'
import { runDeliverAlert } from './deliver-alert.ts'
import { runDispatchWork } from './dispatch-work.ts'
import { runHearTelegram } from './hear-telegram.ts'
import { runPollSource } from './poll-source.ts'
import { runReadPosts } from './read-posts.ts'
import { runReadSuspects } from './read-suspects.ts'

/** All background work in one process; several such processes share it without a word. */
const room = composeWorkers()
const running = [
  runDispatchWork(room),
  runReadPosts(room),
  runReadSuspects(room),
  runPollSource(room),
  runDeliverAlert(room),
  runHearTelegram(room),
]

const drain = async () => {
  await Promise.allSettled(running.map((worker) => worker.close()))
  await room.close()
  process.exit(0)
}

// Told by the process that started us; a channel that is lost means that it died.
process.once('disconnect', drain)
process.on('message', drain)
