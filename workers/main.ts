import { composeWorkers } from '../src/compose-workers.ts'
import { runAll } from './run-all.ts'

/** All background work in one process; several such processes share it without a word. */
const finish = runAll(composeWorkers())

const drain = async () => {
  await finish()
  process.exit(0)
}

// Told by the process that started us; a channel that is lost means that it died.
process.once('disconnect', drain)
process.on('message', drain)
