/** From posts with labels and the taxonomy to the model in service. */
import type { Taxonomy } from '../core/configuration.ts'
import { KINDS, type Kind, type PostContext, type ReadablePost } from '../core/reading.ts'
import { evidenceOf, fitCalibration, UNCALIBRATED, type Verdict } from './calibrate.ts'
import type { Features } from './features.ts'
import { type Model, vectorise } from './model.ts'
import type { Analyser } from './post-analysis.ts'
import { rankTopics } from './topic-choice.ts'
import {
  type Example,
  learnVocabulary,
  TRAINING,
  type TrainingSettings,
  trainHead,
  vectoriseAll,
} from './train.ts'

/** A post of the corpus (`config/corpus/<writer>/*.jsonl`). */
export interface LabelledPost {
  id: string
  text: string
  kind: Kind
  category: string
  context?: PostContext
  weight?: number
}

export const NOISE = 'spam.non_layanan'

/** Features seen only once are noise; more rows than this do not fit the model's 10 MB. */
const LEAST = 2
const MOST_FEATURES = 72_000
/** A phrase of the taxonomy teaches words, not how people write. */
const PHRASE_WEIGHT = 0.3
const EXAMPLE_WEIGHT = 0.7
/** The models that only measure confidence may be a little worse; they cost as much as the one kept. */
const FOLD_TRAINING: TrainingSettings = { ...TRAINING, epochs: 4 }

interface Document {
  features: Features
  category: string
  kind: Kind | null
  weight: number
}

/**
 * The model in service with honest confidence: first each half of the writers is read by a model
 * that saw only the other half, then all posts train the one that is kept.
 */
export function buildCalibratedModel(
  posts: (LabelledPost & { writer: string })[],
  taxonomy: Taxonomy,
  analyse: Analyser,
): Model {
  const writers = [...new Set(posts.map(({ writer }) => writer))].sort()
  const half = (post: { writer: string }) => writers.indexOf(post.writer) % 2
  const verdicts = [0, 1].flatMap((side) => {
    const others = posts.filter((post) => half(post) !== side)
    if (others.length === 0) return []
    const model = buildModel(others, taxonomy, analyse, FOLD_TRAINING)
    const own = posts.filter((post) => half(post) === side && post.kind !== 'irrelevant')
    return own.map((post) => verdictOn(post, model, taxonomy, analyse))
  })
  return { ...buildModel(posts, taxonomy, analyse), calibration: fitCalibration(verdicts) }
}

function verdictOn(
  post: LabelledPost,
  model: Model,
  taxonomy: Taxonomy,
  analyse: Analyser,
): Verdict {
  const analysis = analyse(post)
  const vector = vectorise(analysis.features, model.vocabulary, model.idf)
  const { ranked, rulesAgree } = rankTopics(analysis, vector, model, taxonomy)
  const topical = ranked.filter(({ category }) => category !== NOISE)
  return {
    evidence: evidenceOf(topical, rulesAgree),
    right: topical[0]?.category === post.category,
  }
}

/** Trains both heads; the same posts always give the same model. */
function buildModel(
  posts: LabelledPost[],
  taxonomy: Taxonomy,
  analyse: Analyser,
  settings: TrainingSettings = TRAINING,
): Model {
  const documents = [
    ...posts.map((post) => fromPost(post, analyse)),
    ...fromTaxonomy(taxonomy, analyse),
  ]
  const features = documents.map((document) => document.features)
  const { vocabulary, idf, size } = learnVocabulary(features, LEAST, MOST_FEATURES)
  const vectors = vectoriseAll(features, vocabulary, idf)
  const categories = taxonomy.categories.map(({ id }) => id)
  const topical: Example[] = []
  const kinds: Example[] = []
  documents.forEach(({ category, kind, weight }, index) => {
    const vector = vectors[index] as Example['vector']
    const label = categories.indexOf(category)
    if (label >= 0) topical.push({ vector, label, weight })
    if (kind) kinds.push({ vector, label: KINDS.indexOf(kind), weight })
  })
  return {
    about: { version: 1, posts: posts.length, features: size },
    vocabulary,
    idf,
    category: trainHead(categories, topical, size, settings),
    kind: trainHead([...KINDS], kinds, size, settings),
    calibration: UNCALIBRATED,
  }
}

function fromPost(post: LabelledPost, analyse: Analyser): Document {
  const { kind, weight = 1 } = post
  const category = kind === 'irrelevant' ? NOISE : post.category
  return { features: analyse(post satisfies ReadablePost).features, category, kind, weight }
}

function fromTaxonomy(taxonomy: Taxonomy, analyse: Analyser): Document[] {
  return taxonomy.categories.flatMap((category) => {
    const document = (text: string, weight: number): Document => ({
      features: analyse({ id: '', text }).features,
      category: category.id,
      kind: category.id === NOISE ? 'irrelevant' : null,
      weight,
    })
    return [
      document(category.label, PHRASE_WEIGHT),
      ...category.phrases.map((text) => document(text, PHRASE_WEIGHT)),
      ...category.anchors.map((text) => document(text, PHRASE_WEIGHT)),
      ...category.examples.map((text) => document(text, EXAMPLE_WEIGHT)),
    ]
  })
}
