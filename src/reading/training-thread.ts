/** The thread that trains: from the corpus and the corrections to a model, measured against the old. */
import { parentPort, workerData } from 'node:worker_threads'
import { NOT_A_SERVICE } from '../core/correction.ts'
import { openGazetteer } from '../language/gazetteer.ts'
import type { Model } from '../language/model.ts'
import { decodeModel, encodeModel } from '../language/model-file.ts'
import { createAnalyser } from '../language/post-analysis.ts'
import { createReader } from '../language/reader.ts'
import { retrain } from '../language/retrain.ts'
import type { Measured } from '../ports/learning.ts'
import { type CorpusPost, loadReaderFiles, readCorpus } from '../reader-files.ts'
import { compareReaders, type KnownPost } from './compare-readers.ts'
import type { TrainingData, TrainingSaid } from './training-messages.ts'

const { configuration, readerFolder, corpusFolders, order } = workerData as TrainingData
const port = parentPort
if (!port) throw new Error('training-thread is started as a worker thread')

const say = (said: TrainingSaid) => port.postMessage(said)
const tell = (step: string) => say({ kind: 'step', step })

/** Of so many posts of the corpus one is read again by both models: nothing may be unlearned. */
const CORPUS_SHARE = 5

const started = performance.now()
const files = await loadReaderFiles(readerFolder)
if (files.kind === 'missing') throw new Error(files.sentence)
const { gazetteer, base } = files
const corpora = await Promise.all(corpusFolders.map(readCorpus))
const corpus = corpora.find(({ length }) => length > 0) ?? []
if (corpus.length === 0) throw new Error(`Tidak ada korpus di ${corpusFolders.join(', ')}.`)

tell(`melatih dari ${corpus.length} kiriman korpus dan ${order.taught.length} kiriman pembetulan`)
const { taxonomy, lexicon } = configuration
const nationwide = openGazetteer(gazetteer, null)
const analyse = createAnalyser({ taxonomy, lexicon, gazetteer: nationwide, government: null })
const trained = retrain({ posts: corpus, corrections: order.taught, taxonomy, analyse })
const bytes = encodeModel(trained)

tell(`membandingkan pada ${order.heldBack.length} kasus yang disisihkan dan pada korpus`)
// as it will be served: after it went through its bytes
const measured = compare(modelOf(bytes), inService())
say({ kind: 'done', result: { bytes, base, measured } })

/** A model from beside another build counts other features: then the shipped one is in service. */
function inService(): Model {
  const { inService: old } = order
  return old && old.base === base ? modelOf(old.bytes) : (files as { model: Model }).model
}

function modelOf(stored: Uint8Array): Model {
  const decoded = decodeModel(stored)
  if (decoded.kind === 'broken') throw new Error(decoded.reason)
  return decoded.model
}

function compare(fresh: Model, old: Model): Measured {
  const own = pair(fresh, old, order.governmentId, order.heldBack)
  const again = pair(fresh, old, null, corpus.filter((_, at) => at % CORPUS_SHARE === 0).map(known))
  return {
    taught: order.taught.length,
    heldBack: order.heldBack.length,
    corrections: own.whole,
    category: own.category,
    owner: own.owner,
    kind: own.kind,
    corpus: again.whole,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  }
}

function pair(fresh: Model, old: Model, government: string | null, posts: KnownPost[]) {
  const silenced = government ? order.silenced : []
  const readerWith = (model: Model) =>
    createReader({ configuration, government, gazetteer, model, silenced })
  return compareReaders(readerWith(old), readerWith(fresh), posts)
}

function known({ kind, category, ...post }: CorpusPost): KnownPost {
  return { ...post, kind, owner: null, among: [kind === 'irrelevant' ? NOT_A_SERVICE : category] }
}
