/** From posts with labels and the taxonomy to the model in service. */
import type { Taxonomy } from '../core/configuration.ts'
import { KINDS } from '../core/reading.ts'
import { DECIDERS, fitCalibration, UNCALIBRATED, type Verdict } from './calibrate.ts'
import { createDecider } from './decide.ts'
import type { Example } from './example.ts'
import { type FormLesson, trainForm } from './form-head.ts'
import { learnVocabulary } from './learn-vocabulary.ts'
import { learnMeanings, MEANING_WIDTH, type Meanings } from './meanings.ts'
import { KIND_BLOCKS, type Model, TOPIC_BLOCKS } from './model.ts'
import { TRAINING, trainHead } from './train.ts'
import { type Document, documentsOf, type TrainingGround } from './training-documents.ts'
import { copyOf, createVectoriser, type Lexis } from './vector.ts'

/** Features seen only once are noise; more rows than this gain nothing (measured) and cost time. */
const LEAST = 2
const MOST_FEATURES = 56_000
/** The models that only measure confidence may be a little worse; they cost as much as the one kept. */
const FOLD_TRAINING: typeof TRAINING = {
  category: { ...TRAINING.category, epochs: 3 },
  kind: { ...TRAINING.kind, epochs: 3 },
}

/**
 * The model in service with honest confidence: first each half of the writers is read by a model
 * that saw only the other half, then all posts train the one that is kept.
 */
export function buildCalibratedModel(ground: TrainingGround): Model {
  const { taxonomy } = ground
  const documents = documentsOf(ground)
  // without a label to learn from, all posts may tell which words keep company
  const meanings = learnMeanings(
    documents.map(({ features, weight }) => ({ roots: features.roots, weight })),
  )
  const verdicts = [0, 1].flatMap((side) => {
    const others = documents.filter((document) => document.side !== side)
    const own = documents.filter((document) => document.side === side && document.kind !== null)
    if (own.length === 0 || others.every((document) => document.side === null)) return []
    const model = buildModel({ documents: others, taxonomy, meanings }, FOLD_TRAINING)
    return verdictsOn(own, model, taxonomy)
  })
  const model = buildModel({ documents, taxonomy, meanings }, TRAINING)
  return { ...model, calibration: fitCalibration(verdicts) }
}

function verdictsOn(own: Document[], model: Model, taxonomy: Taxonomy): Verdict[] {
  const { decide } = createDecider({ taxonomy, model, government: null })
  return own.flatMap(({ analysis, among }) => {
    const { rule, evidence, category } = decide(analysis, '').settled
    const decider = DECIDERS.find((each) => each === (rule ?? 'words'))
    return decider ? [{ decider, evidence, right: among.includes(category) }] : []
  })
}

interface Lesson {
  documents: Document[]
  taxonomy: Taxonomy
  meanings: Meanings
}

/** Power of `tellingRows`: less for kinds, whose telling words are common ones. */
const TELLING = { category: 0.5, kind: 0.25 }

/** Trains all heads; the same documents always give the same model. */
function buildModel({ documents, taxonomy, meanings }: Lesson, settings: typeof TRAINING): Model {
  const features = documents.map((document) => document.features)
  const learned = learnVocabulary(features, LEAST, MOST_FEATURES)
  const lexis: Lexis = { vocabulary: learned.vocabulary, idf: learned.idf, meanings }
  const categories = taxonomy.categories.map(({ id }) => id)
  const { topical, kinds } = examplesOf(documents, lexis, categories)
  const size = learned.size + MEANING_WIDTH
  const topics = { labels: categories, blocks: TOPIC_BLOCKS, telling: TELLING.category, size }
  const forms = { labels: [...KINDS], blocks: KIND_BLOCKS, telling: TELLING.kind, size }
  return {
    ...lexis,
    about: { version: 4, posts: kinds.length, features: learned.size },
    category: trainHead(topics, topical, settings.category),
    kind: trainHead(forms, kinds, settings.kind),
    form: trainForm(formLessonsOf(documents), settings.kind.epochs),
    calibration: UNCALIBRATED,
  }
}

const formLessonsOf = (documents: Document[]): FormLesson[] =>
  documents
    .filter(({ kind }) => kind !== null)
    .map(({ analysis, kind, weight }) => {
      return { forms: analysis.features.forms, noise: kind === 'irrelevant', weight }
    })

function examplesOf(documents: Document[], lexis: Lexis, categories: string[]) {
  const vectorise = createVectoriser(lexis)
  const topical: Example[] = []
  const kinds: Example[] = []
  for (const { analysis, among, kind, weight, rarity } of documents) {
    const vector = copyOf(vectorise(analysis.features))
    const known = among.map((id) => categories.indexOf(id)).filter((at) => at >= 0)
    if (known.length > 0) topical.push({ vector, among: known, weight: weight * rarity })
    if (kind) kinds.push({ vector, among: [KINDS.indexOf(kind)], weight })
  }
  return { topical, kinds }
}
