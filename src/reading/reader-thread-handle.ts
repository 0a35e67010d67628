import { Worker } from 'node:worker_threads'
import type { ReadAnswer, ReadRequest, ThreadData } from './thread-messages.ts'

const START_DEADLINE_MS = 60_000
const HEAP_MB = 512

/** A thread that reads, seen from outside: it answers, or it fails and is gone. */
export interface ThreadHandle {
  ask(request: ReadRequest, deadlineMs: number): Promise<ReadAnswer>
  end(): Promise<void>
  gone(): boolean
}

interface Waiting {
  resolve(answer: ReadAnswer): void
  reject(error: Error): void
}

const shippedEntry = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('./thread-from-source.mjs', import.meta.url)
    : new URL('./reader-thread.js', import.meta.url)

const listen = (worker: Worker) => {
  const asked = new Map<number, Waiting>()
  let gone = false
  const fail = (error: Error) => {
    gone = true
    for (const { reject } of asked.values()) reject(error)
    asked.clear()
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('pembaca berhenti')))
  worker.on('message', (message: ReadAnswer | 'ready') => {
    if (message === 'ready') return
    asked.get(message.id)?.resolve(message)
    asked.delete(message.id)
  })
  return { asked, fail, isGone: () => gone }
}

const whenReady = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('pembaca tidak mulai')), START_DEADLINE_MS)
    worker.once('message', () => {
      clearTimeout(late)
      resolve()
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('pembaca berhenti sebelum siap')))
  })

export const startThread = async (
  data: ThreadData,
  entry = shippedEntry(),
): Promise<ThreadHandle> => {
  const worker = new Worker(entry, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  const { asked, fail, isGone } = listen(worker)
  await whenReady(worker).catch(async (error) => {
    await worker.terminate()
    throw error
  })

  const ask: ThreadHandle['ask'] = async (request, deadlineMs) => {
    const answer = new Promise<ReadAnswer>((resolve, reject) => {
      asked.set(request.id, { resolve, reject })
    })
    const late = setTimeout(() => {
      fail(new Error('pembaca tidak menjawab dalam waktunya'))
      void worker.terminate()
    }, deadlineMs)
    worker.postMessage(request)
    try {
      return await answer
    } finally {
      clearTimeout(late)
    }
  }

  return {
    ask,
    end: async () => {
      await worker.terminate()
    },
    gone: isGone,
  }
}
