import type { JobQueue } from '../ports/jobs.ts'
import type { AnyQueue, Backend } from './backend.ts'
import { QUEUES, type QueueName } from './table.ts'

/** A queue that hangs must not hang its caller: the dispatcher simply comes again. */
const ENQUEUE_DEADLINE_MS = 3000

const withDeadline = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('the queue did not answer')), ENQUEUE_DEADLINE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** The producing side of all queues: opened when first needed, closed together. */
export const createQueues = (backend: Backend): JobQueue => {
  const open = new Map<QueueName, AnyQueue>()

  const queueOf = (name: QueueName): AnyQueue => {
    const known = open.get(name)
    if (known) return known
    const queue = backend.queue(name)
    queue.on('error', () => undefined)
    open.set(name, queue)
    return queue
  }

  return {
    add: async (name, payloads) => {
      const { attempts, backoffMs, keepFailed } = QUEUES[name]
      const opts = {
        attempts,
        backoff: { type: 'exponential', delay: backoffMs },
        removeOnComplete: true,
        removeOnFail: keepFailed,
      }
      const jobs = payloads.map((data) => ({ name, data, opts }))
      if (jobs.length > 0) await withDeadline(queueOf(name).addBulk(jobs))
    },
    waiting: (name) => withDeadline(queueOf(name).getWaitingCount()),
    close: async () => {
      await Promise.allSettled([...open.values()].map((queue) => queue.close()))
    },
  }
}
