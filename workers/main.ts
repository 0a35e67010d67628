import { composeWorkers } from '../src/compose-workers.ts'
import { runAll } from './run-all.ts'

/** All background work in one process; several such processes share it without a word. */
const finish = runAll(composeWorkers())

/** An orphan whose database hangs must end as well. */
const LATEST_END_MS = 10_000

const drain = async () => {
  setTimeout(() => process.exit(1), LATEST_END_MS).unref()
  await finish()
  process.exit(0)
}

// Told by the process that started us; a channel that is lost means that it died.
process.once('disconnect', drain)
process.on('message', drain)
