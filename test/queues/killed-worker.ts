/** A worker process to be killed: says "mulai" when a job has begun, and never finishes it. */
import { openBackend, type QueueBackend } from '../../src/queues/backend.ts'
import { runWorker } from '../../src/queues/run-worker.ts'

const backend = JSON.parse(process.argv[2] ?? '') as QueueBackend
const says = (line: string) => process.stdout.write(`${line}\n`)
const hang = () => {
  says('mulai')
  return new Promise<void>(() => undefined)
}
const log = { warn: (_what: object, message: string) => says(message) }
const timing = { lockMs: 1000, stalledMs: 500 }

runWorker(openBackend(backend), 'poll-source', hang, log, timing)
