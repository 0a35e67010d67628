import { createPostgresBackend, Queue, type QueueOptions, Worker, type WorkerOptions } from 'bullmq'
import { Redis } from 'ioredis'

/** Redis is the deployment default; the same BullMQ API runs on Postgres where no Redis is at hand. */
export type QueueBackend = { kind: 'redis'; url: string } | { kind: 'postgres'; url: string }

/** The little that we use of a BullMQ queue and worker, whatever stands behind them. */
export interface AnyQueue {
  addBulk(jobs: { name: string; data: unknown; opts: object }[]): Promise<unknown>
  getWaitingCount(): Promise<number>
  close(): Promise<void>
  on(event: 'error', heard: (error: Error) => void): unknown
}
export interface AnyWorker {
  close(): Promise<void>
  on(event: 'error', heard: (error: Error) => void): unknown
  on(event: 'failed', heard: (job: unknown, error: Error) => void): unknown
}
export type Process = (data: unknown) => Promise<void>

export interface Backend {
  queue(name: string): AnyQueue
  worker(name: string, process: Process, options: Partial<WorkerOptions>): AnyWorker
  close(): Promise<void>
}

const PREFIX = 'tanggap'
/** Each BullMQ object keeps a pool of its own. */
const POOL_SIZE = 3

const onPostgres = (url: string): Backend => {
  const connection = { connectionString: url, migrate: true, max: POOL_SIZE }
  return {
    queue: (name) => new Queue(name, { connection, prefix: PREFIX }, createPostgresBackend),
    worker: (name, process, options) =>
      new Worker(
        name,
        (job) => process(job.data),
        { ...options, connection, prefix: PREFIX },
        createPostgresBackend,
      ),
    close: () => Promise.resolve(),
  }
}

const onRedis = (url: string): Backend => {
  const made: Redis[] = []
  const connect = (options: object): QueueOptions['connection'] => {
    const redis = new Redis(url, { connectTimeout: 2000, ...options })
    redis.on('error', () => undefined)
    made.push(redis)
    return redis
  }
  return {
    queue: (name) =>
      new Queue(name, { connection: connect({ commandTimeout: 2000 }), prefix: PREFIX }),
    worker: (name, process, options) =>
      new Worker(name, (job) => process(job.data), {
        ...options,
        // BullMQ's blocking reads must wait for ever, through any restart of Redis.
        connection: connect({ maxRetriesPerRequest: null }),
        prefix: PREFIX,
      }),
    close: async () => {
      for (const redis of made) redis.disconnect()
    },
  }
}

export const openBackend = (backend: QueueBackend): Backend =>
  backend.kind === 'redis' ? onRedis(backend.url) : onPostgres(backend.url)
