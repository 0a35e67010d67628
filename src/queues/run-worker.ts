import { Value } from 'typebox/value'
import { withoutValues } from '../core/without-values.ts'
import type { Backend } from './backend.ts'
import { type Payload, QUEUES, type QueueName, type QueueRow } from './table.ts'

export interface RunningWorker {
  /** Finishes what is at work, takes nothing new. */
  close(): Promise<void>
}

export interface WorkerLog {
  warn(what: object, message: string): void
}

/** How soon a dead worker is noticed; tests are less patient than the table. */
type Timing = Pick<QueueRow, 'lockMs' | 'stalledMs'>

/**
 * The one wrapper round every job: the payload is checked against the table, a failure is said
 * and left to the dispatcher, which finds the work again in Postgres.
 */
export const runWorker = <Name extends QueueName>(
  backend: Backend,
  name: Name,
  handle: (payload: Payload<Name>) => Promise<void>,
  log: WorkerLog,
  { lockMs, stalledMs }: Timing = QUEUES[name],
): RunningWorker => {
  const { payload: schema, concurrency } = QUEUES[name]
  const process = async (data: unknown): Promise<void> => {
    if (!Value.Check(schema, data)) throw new Error(`a job of ${name} has an unknown shape`)
    try {
      await handle(data as Payload<Name>)
    } catch (error) {
      // BullMQ keeps the message of a failure: citizens' words must not get there.
      throw error instanceof Error ? withoutValues(error) : error
    }
  }
  const worker = backend.worker(name, process, {
    concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledMs,
    maxStalledCount: 3,
  })
  worker.on('failed', (_job, error) => log.warn({ queue: name, err: error }, 'a job failed'))
  worker.on('error', (error) => log.warn({ queue: name, err: error }, 'the queue is in trouble'))
  return { close: () => worker.close() }
}
