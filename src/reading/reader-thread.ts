/** The thread that reads. It knows the model and the configuration, and nothing of the outside. */
import { parentPort, workerData } from 'node:worker_threads'
import { createReader, type Reader } from '../language/reader.ts'
import { loadReaderFiles } from '../reader-files.ts'
import type { ReadAnswer, ReadRequest, ThreadData } from './thread-messages.ts'

const { configuration, readerFolder } = workerData as ThreadData
const port = parentPort
if (!port) throw new Error('reader-thread is started as a worker thread')

const files = await loadReaderFiles(readerFolder)
if (files.kind === 'missing') throw new Error(files.sentence)
const { gazetteer, model } = files

const readers = new Map<string, Reader>()

const readerOf = (governmentId: string): Reader => {
  const known = readers.get(governmentId)
  if (known) return known
  const fresh = createReader({ configuration, government: governmentId, gazetteer, model })
  readers.set(governmentId, fresh)
  return fresh
}

port.on('message', ({ id, governmentId, posts }: ReadRequest) => {
  const reader = readerOf(governmentId)
  const answer: ReadAnswer = { id, readings: posts.map((post) => reader.readFully(post)) }
  port.postMessage(answer)
})
port.postMessage('ready')
