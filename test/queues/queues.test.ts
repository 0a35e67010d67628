import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JobPayloads } from '../../src/ports/jobs.ts'
import { type Backend, openBackend, type QueueBackend } from '../../src/queues/backend.ts'
import { createQueues } from '../../src/queues/queues.ts'
import { type RunningWorker, runWorker } from '../../src/queues/run-worker.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { freshRedis, wholeRedis } from '../support/redis.ts'

const KILLED = fileURLToPath(new URL('./killed-worker.ts', import.meta.url))
/** As in the table, but a dead worker is noticed within a second or two. */
const QUICK = { lockMs: 1000, stalledMs: 500 }

const makeDatabase = async (): Promise<[QueueBackend, () => Promise<void>]> => {
  const database: FreshDatabase = await freshDatabase()
  return [{ kind: 'postgres', url: database.url }, database.drop]
}
const makeRedis = async (): Promise<[QueueBackend, () => Promise<void>]> => {
  const { url } = await freshRedis()
  return [{ kind: 'redis', url }, async () => undefined]
}

/** The contract of the queue: the same sentences for both of its backends. */
describe.each([
  ['Redis', makeRedis],
  ['PostgreSQL', makeDatabase],
] as const)('the queue on %s', (_name, make) => {
  let address: QueueBackend
  let remove: () => Promise<void>
  let backend: Backend
  let queues: ReturnType<typeof createQueues>
  const workers: RunningWorker[] = []

  beforeAll(async () => {
    ;[address, remove] = await make()
    backend = openBackend(address)
    queues = createQueues(backend)
  })
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()))
    await queues.close()
    await backend.close()
    await remove()
  })

  const work = <Name extends keyof JobPayloads>(
    name: Name,
    handle: (payload: JobPayloads[Name]) => Promise<void>,
    said: string[] = [],
  ) => {
    const log = {
      warn: (what: object, message: string) =>
        void said.push(message + String((what as { err?: unknown }).err)),
    }
    const worker = runWorker(backend, name, handle as never, log, QUICK)
    workers.push(worker)
    return worker
  }

  test('hands every job to a worker once, with what it carries', async () => {
    const sent = Array.from({ length: 20 }, () => ({ deliveryId: randomUUID() }))
    const got: JobPayloads['deliver-alert'][] = []
    await queues.add('deliver-alert', sent)
    await queues.add('deliver-alert', [])
    const worker = work('deliver-alert', async (payload) => void got.push(payload))
    await expect.poll(() => got.length, { timeout: 10_000 }).toBe(20)
    const key = (one: { deliveryId: string }) => one.deliveryId
    expect(got.map(key).sort()).toEqual(sent.map(key).sort())
    await expect.poll(() => queues.waiting('deliver-alert'), { timeout: 10_000 }).toBe(0)
    await worker.close()
  })

  test('refuses jobs of an unknown shape, says so, and goes on with the next', async () => {
    const [got, said]: [unknown[], string[]] = [[], []]
    const good = { postIds: [randomUUID()] }
    const bad = [{ postIds: [] }, { postIds: ['bukan id'] }, { posts: 1 }, null] as never[]
    await queues.add('read-suspects', [...bad, good])
    const worker = work('read-suspects', async (payload) => void got.push(payload), said)
    await expect.poll(() => got, { timeout: 10_000 }).toEqual([good])
    expect(said.filter((line) => line.includes('unknown shape'))).toHaveLength(bad.length)
    await worker.close()
  })

  test('leaves a job that failed to the dispatcher: it is said and not tried again', async () => {
    const said: string[] = []
    let tries = 0
    await queues.add('read-suspects', [{ postIds: [randomUUID()] }])
    const worker = work(
      'read-suspects',
      async () => {
        tries++
        throw new Error('pembaca berhenti')
      },
      said,
    )
    await expect.poll(() => said.join(), { timeout: 10_000 }).toContain('pembaca berhenti')
    await sleep(300)
    expect([tries, await queues.waiting('read-suspects')]).toEqual([1, 0])
    await worker.close()
  })

  test('that is closed finishes what is at work and takes nothing new', async () => {
    let [begun, finished] = [0, 0]
    await queues.add(
      'read-suspects',
      [1, 2, 3].map(() => ({ postIds: [randomUUID()] })),
    )
    const worker = work('read-suspects', async () => {
      begun++
      await sleep(400)
      finished++
    })
    await expect.poll(() => begun, { timeout: 10_000 }).toBe(1)
    await worker.close()
    expect([begun, finished]).toEqual([1, 1])
    expect(await queues.waiting('read-suspects')).toBe(2)
  })

  test('gives the job of a killed worker to another one', async () => {
    const job = { sourceId: randomUUID() }
    await queues.add('poll-source', [job])
    const args = ['--import', 'tsx', KILLED, JSON.stringify(address)]
    const victim = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise((begun) => victim.stdout.once('data', begun))
    const got: unknown[] = []
    work('poll-source', async (payload) => void got.push(payload))
    await sleep(300)
    expect(got).toEqual([])
    victim.kill('SIGKILL')
    await expect.poll(() => got, { timeout: 15_000 }).toEqual([job])
  }, 40_000)
})

describe('a Redis that does not answer', () => {
  const withinMs = async (work: Promise<unknown>) => {
    const start = performance.now()
    const outcome = await work.then(
      () => 'done',
      (error: Error) => error.message,
    )
    return { outcome, ms: performance.now() - start }
  }

  test.each([
    ['says nothing', true],
    ['is not there', false],
  ])(
    'and %s makes adding fail within its deadline, and closing too ends',
    async (_how, listens) => {
      const sockets = new Set<{ destroy(): unknown }>()
      const silent = createServer((socket) => void sockets.add(socket.on('error', () => undefined)))
      await new Promise<void>((up) => silent.listen(0, '127.0.0.1', up))
      const { port } = silent.address() as { port: number }
      if (!listens) await new Promise((down) => silent.close(down))
      const backend = openBackend({ kind: 'redis', url: `redis://127.0.0.1:${port}` })
      const queues = createQueues(backend)
      const added = await withinMs(queues.add('poll-source', [{ sourceId: randomUUID() }]))
      expect(added.outcome).not.toBe('done')
      expect(added.ms).toBeLessThan(4000)
      const closed = await withinMs(queues.close().then(() => backend.close()))
      expect(closed.outcome).toBe('done')
      expect(closed.ms).toBeLessThan(5000)
      for (const socket of sockets) socket.destroy()
      silent.close()
    },
  )

  test('for a while, and comes back empty, loses its jobs but works on', async () => {
    const redis = await wholeRedis(['save ""', 'appendonly no'])
    const backend = openBackend({ kind: 'redis', url: redis.url })
    const queues = createQueues(backend)
    const got: unknown[] = []
    const log = { warn: () => undefined }
    const worker = runWorker(backend, 'poll-source', async (job) => void got.push(job), log, QUICK)
    await queues.add('poll-source', [{ sourceId: randomUUID() }])
    await expect.poll(() => got.length, { timeout: 10_000 }).toBe(1)
    process.kill(redis.pid, 'SIGKILL')
    await redis.revive()
    const after = { sourceId: randomUUID() }
    await expect
      .poll(
        () =>
          queues.add('poll-source', [after]).then(
            () => 'added',
            () => 'not yet',
          ),
        {
          timeout: 15_000,
        },
      )
      .toBe('added')
    await expect.poll(() => got.at(-1), { timeout: 15_000 }).toEqual(after)
    await worker.close()
    await queues.close()
    await backend.close()
    await redis.stop()
  }, 60_000)
})
