/** The thread that reads. It knows the model and the configuration, and nothing of the outside. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Model } from '../language/model.ts'
import { decodeModel } from '../language/model-file.ts'
import { createReader, type Reader } from '../language/reader.ts'
import { loadReaderFiles } from '../reader-files.ts'
import type { Opening, ReadAnswer, ReadRequest, ThreadData } from './thread-messages.ts'

const { configuration, readerFolder } = workerData as ThreadData
const port = parentPort
if (!port) throw new Error('reader-thread is started as a worker thread')

const files = await loadReaderFiles(readerFolder)
if (files.kind === 'missing') throw new Error(files.sentence)
const { gazetteer, model: shipped, base } = files

const readers = new Map<string, Reader>()

/** A model that was trained beside another build counts other features: better none than that. */
const modelOf = (own: Opening['model']): Model => {
  if (!own || own.base !== base) return shipped
  const decoded = decodeModel(own.bytes)
  return decoded.kind === 'model' ? decoded.model : shipped
}

const readerOf = (government: string, opening: Opening | undefined): Reader => {
  const known = readers.get(government)
  if (known && !opening) return known
  const model = modelOf(opening?.model ?? null)
  const silenced = opening?.silenced ?? []
  const fresh = createReader({ configuration, government, gazetteer, model, silenced })
  readers.set(government, fresh)
  return fresh
}

port.on('message', ({ id, governmentId, posts, opening, explain }: ReadRequest) => {
  const reader = readerOf(governmentId, opening)
  const answer: ReadAnswer = {
    id,
    readings: posts.map((post) => reader.readFully(post)),
    explanation: explain ? reader.explain(explain) : null,
  }
  port.postMessage(answer)
})
port.postMessage('ready')
