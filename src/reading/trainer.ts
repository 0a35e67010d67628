import { Worker } from 'node:worker_threads'
import type { Configuration } from '../core/configuration.ts'
import type { Trainer, TrainingResult } from '../ports/learning.ts'
import { readerBase } from '../reader-files.ts'
import type { TrainingData, TrainingSaid } from './training-messages.ts'

const HEAP_MB = 2048
/** Minutes are usual on an old machine; this long it hangs. */
const PATIENCE_MS = 30 * 60_000

const entry = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('./training-from-source.mjs', import.meta.url)
    : new URL('./training-thread.js', import.meta.url)

/** Trains in a thread of its own, which ends with its result: nobody waits for it to be read. */
export const createTrainer = (
  current: () => Promise<Configuration | null>,
  folders: { readerFolder: string; corpusFolders: string[] },
): Trainer => ({
  base: () => readerBase(folders.readerFolder),

  train: async (order, heard) => {
    const configuration = await current()
    if (!configuration) throw new Error('Belum ada konfigurasi.')
    const data: TrainingData = { configuration, ...folders, order }
    const worker = new Worker(entry(), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    })
    try {
      return await resultOf(worker, heard)
    } finally {
      await worker.terminate()
    }
  },
})

const resultOf = (worker: Worker, heard: (step: string) => void): Promise<TrainingResult> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('pelatihan terlalu lama')), PATIENCE_MS)
    const end = (settle: () => void) => {
      clearTimeout(late)
      settle()
    }
    worker.on('error', (error) => end(() => reject(error)))
    worker.on('exit', () => end(() => reject(new Error('pelatihan berhenti sebelum selesai'))))
    worker.on('message', (said: TrainingSaid) => {
      if (said.kind === 'step') heard(said.step)
      else end(() => resolve(said.result))
    })
  })
