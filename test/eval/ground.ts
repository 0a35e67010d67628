/** What every measurement stands on: configuration, place names, training, readers. */
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { Configuration } from '../../src/core/configuration.ts'
import type { ReadablePost } from '../../src/core/reading.ts'
import { buildCalibratedModel } from '../../src/language/build-model.ts'
import { createDecider } from '../../src/language/decide.ts'
import { encodeGazetteer, openGazetteer } from '../../src/language/gazetteer.ts'
import type { Model } from '../../src/language/model.ts'
import { decodeModel, encodeModel } from '../../src/language/model-file.ts'
import { type Analyser, type Analysis, createAnalyser } from '../../src/language/post-analysis.ts'
import { createReader, type Reader } from '../../src/language/reader.ts'
import type { LabelledPost } from '../../src/language/training-documents.ts'
import { wordUseOf } from '../../src/language/word-use.ts'
import { readAreaRows, readCorpus, readRootWords } from '../../src/reader-files.ts'
import { loadSettings } from '../../src/settings.ts'

export interface Ground {
  configuration: Configuration
  configDir: string
  checkout: string
  gazetteer: string
  /** Not remembering anything: for measuring time. */
  analyse: Analyser
  /** Remembers by id what it heard: the same posts train many models. */
  recall: Analyser
  /** Lets go what was remembered: a full memory slows everybody down who is timed next. */
  forget(): void
  train(posts: TrainingPost[]): Model
  /** Through the file and back, as it is in service. */
  asServed(model: Model): Model
  readerOf(model: Model, government: string | null): Reader
  /** What the reader decides by and does not say: the odds of noise, before any gate. */
  noiseBy(model: Model): (post: ReadablePost) => number
}

type TrainingPost = LabelledPost & { writer: string }

export async function openGround(): Promise<Ground> {
  const { configDir, checkout } = loadSettings()
  const { configuration } = await loadConfiguration(configDir)
  const [rows, roots, posts] = await Promise.all([
    readAreaRows(),
    readRootWords(),
    readCorpus(`${configDir}/corpus`),
  ])
  const gazetteer = encodeGazetteer(rows, (word) => roots.has(word), wordUseOf(posts))
  const { taxonomy, lexicon } = configuration
  const places = openGazetteer(gazetteer, null)
  const analyse = createAnalyser({ taxonomy, lexicon, gazetteer: places, government: null })
  const known = new Map<string, Analysis>()
  const recall = remembering(analyse, known)
  return {
    configuration,
    configDir,
    checkout,
    gazetteer,
    analyse,
    recall,
    forget: () => known.clear(),
    train: (posts) => buildCalibratedModel({ posts, taxonomy, analyse: recall }),
    asServed,
    readerOf: (model, government) =>
      createReader({ configuration, government, gazetteer, model: asServed(model) }),
    noiseBy: (model) => {
      const { decide } = createDecider({ taxonomy, model: asServed(model), government: null })
      return (post) => decide(recall(post), post.platform ?? '').noise.odds
    },
  }
}

function remembering(analyse: Analyser, known: Map<string, Analysis>): Analyser {
  return (post) => {
    // phrases of the taxonomy have no id
    const key = post.id || post.text
    const analysis = known.get(key) ?? analyse(post)
    known.set(key, analysis)
    return analysis
  }
}

function asServed(model: Model): Model {
  const decoded = decodeModel(encodeModel(model))
  if (decoded.kind === 'broken') throw new Error(decoded.reason)
  return decoded.model
}
