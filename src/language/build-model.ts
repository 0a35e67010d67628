/** From posts with labels and the taxonomy to the model in service. */
import type { Taxonomy } from '../core/configuration.ts'
import { KINDS, type Kind, type PostContext } from '../core/reading.ts'
import { DECIDERS, fitCalibration, UNCALIBRATED, type Verdict } from './calibrate.ts'
import { createDecider } from './decide.ts'
import type { Features } from './features.ts'
import { KIND_BLOCKS, type Model, TOPIC_BLOCKS } from './model.ts'
import type { Analyser, Analysis } from './post-analysis.ts'
import { NOISE } from './topic-choice.ts'
import {
  type Example,
  learnVocabulary,
  TRAINING,
  type TrainingSettings,
  trainHead,
} from './train.ts'
import { createVectoriser } from './vector.ts'

/** A post of the corpus (`config/corpus/<writer>/*.jsonl`). */
export interface LabelledPost {
  id: string
  text: string
  kind: Kind
  category: string
  context?: PostContext
}

/** A post that an officer put right. */
export interface JudgedPost {
  id: string
  text: string
  context?: PostContext
  /** Category ids of which any is right; empty where nothing is known of it. */
  among: string[]
  kind: Kind | null
}

export interface TrainingGround {
  posts: (LabelledPost & { writer: string })[]
  /** What officers of one government put right; none for the model that is shipped. */
  corrections?: JudgedPost[]
  taxonomy: Taxonomy
  analyse: Analyser
}

/** Features seen only once are noise; more rows than this gain nothing (measured) and cost time. */
const LEAST = 2
const MOST_FEATURES = 56_000
/** A phrase of the taxonomy teaches words, not how people write. */
const PHRASE_WEIGHT = 0.3
const EXAMPLE_WEIGHT = 0.7
/**
 * An officer of this very government saw this very place: worth more than an invented post. Tried on
 * held-back reports with 100 and 400 corrections: 2 moves too little, 12 and more learn by heart.
 */
const CORRECTION_WEIGHT = 6
/** The models that only measure confidence may be a little worse; they cost as much as the one kept. */
const FOLD_TRAINING: TrainingSettings = { ...TRAINING, epochs: 3 }

interface Document {
  analysis: Analysis
  among: string[]
  kind: Kind | null
  weight: number
  /** On which side it stands while confidence is measured; null: on both. */
  side: number | null
}

/**
 * The model in service with honest confidence: first each half of the writers is read by a model
 * that saw only the other half, then all posts train the one that is kept.
 */
export function buildCalibratedModel(ground: TrainingGround): Model {
  const documents = documentsOf(ground)
  const verdicts = [0, 1].flatMap((side) => {
    const others = documents.filter((document) => document.side !== side)
    const own = documents.filter((document) => document.side === side && document.kind !== null)
    if (own.length === 0 || others.every((document) => document.side === null)) return []
    return verdictsOn(own, buildModel(others, ground.taxonomy, FOLD_TRAINING), ground.taxonomy)
  })
  const model = buildModel(documents, ground.taxonomy, TRAINING)
  return { ...model, calibration: fitCalibration(verdicts) }
}

function verdictsOn(own: Document[], model: Model, taxonomy: Taxonomy): Verdict[] {
  const decide = createDecider({ taxonomy, model, government: null })
  return own.flatMap(({ analysis, among }) => {
    const { rule, evidence, category } = decide(analysis, '').settled
    const decider = DECIDERS.find((each) => each === (rule ?? 'words'))
    return decider ? [{ decider, evidence, right: among.includes(category) }] : []
  })
}

function documentsOf({ posts, corrections = [], taxonomy, analyse }: TrainingGround): Document[] {
  const writers = [...new Set(posts.map(({ writer }) => writer))].sort()
  const heard = (post: { id: string; text: string; context?: PostContext }) => analyse(post)
  return [
    ...posts.map((post) => ({
      analysis: heard(post),
      among: [post.kind === 'irrelevant' ? NOISE : post.category],
      kind: post.kind,
      weight: 1,
      side: writers.indexOf(post.writer) % 2,
    })),
    ...corrections.map((post) => ({
      analysis: heard(post),
      among: post.among,
      kind: post.kind,
      weight: CORRECTION_WEIGHT,
      side: null,
    })),
    ...fromTaxonomy(taxonomy, analyse),
  ]
}

function fromTaxonomy(taxonomy: Taxonomy, analyse: Analyser): Document[] {
  return taxonomy.categories.flatMap((category) => {
    const document = (text: string, weight: number): Document => ({
      analysis: analyse({ id: '', text }),
      among: [category.id],
      kind: category.id === NOISE ? 'irrelevant' : null,
      weight,
      side: null,
    })
    return [
      document(category.label, PHRASE_WEIGHT),
      ...category.phrases.map((text) => document(text, PHRASE_WEIGHT)),
      ...category.anchors.map((text) => document(text, PHRASE_WEIGHT)),
      ...category.examples.map((text) => document(text, EXAMPLE_WEIGHT)),
    ]
  })
}

/** Trains both heads; the same documents always give the same model. */
function buildModel(documents: Document[], taxonomy: Taxonomy, settings: TrainingSettings): Model {
  const features: Features[] = documents.map(({ analysis }) => analysis.features)
  const { vocabulary, idf, size } = learnVocabulary(features, LEAST, MOST_FEATURES)
  const vectorise = createVectoriser(vocabulary, idf)
  const categories = taxonomy.categories.map(({ id }) => id)
  const topical: Example[] = []
  const kinds: Example[] = []
  for (const { analysis, among, kind, weight } of documents) {
    const vector = vectorise(analysis.features)
    const known = among.map((id) => categories.indexOf(id)).filter((at) => at >= 0)
    if (known.length > 0) topical.push({ vector, among: known, weight })
    if (kind) kinds.push({ vector, among: [KINDS.indexOf(kind)], weight })
  }
  const topicPlan = { labels: categories, blocks: TOPIC_BLOCKS, size }
  const kindPlan = { labels: [...KINDS], blocks: KIND_BLOCKS, size }
  return {
    about: { version: 2, posts: kinds.length, features: size },
    vocabulary,
    idf,
    category: trainHead(topicPlan, topical, settings),
    kind: trainHead(kindPlan, kinds, settings),
    calibration: UNCALIBRATED,
  }
}
