/** What there is to learn from: posts with labels, what officers put right, and the taxonomy. */
import type { Taxonomy } from '../core/configuration.ts'
import type { Kind, PostContext } from '../core/reading.ts'
import { type Features, featuresOf } from './features.ts'
import type { Analyser, Analysis } from './post-analysis.ts'
import { NOISE } from './topic-choice.ts'

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

/** A phrase of the taxonomy teaches words, not how people write. */
const PHRASE_WEIGHT = 0.3
const EXAMPLE_WEIGHT = 0.7
/**
 * An officer of this very government saw this very place: worth more than an invented post. Tried on
 * held-back reports with 100 and 400 corrections: 2 moves too little, 12 and more learn by heart.
 */
const CORRECTION_WEIGHT = 6
export interface Document {
  analysis: Analysis
  /** Hashed once for all models that are trained on it. */
  features: Features
  among: string[]
  kind: Kind | null
  weight: number
  /** How much more it counts for its category, see `balanced`. */
  rarity: number
  /** On which side it stands while confidence is measured; null: on both. */
  side: number | null
}

/** Each post heard once; the same ground always gives the same documents. */
export function documentsOf({
  posts,
  corrections = [],
  taxonomy,
  analyse,
}: TrainingGround): Document[] {
  const writers = [...new Set(posts.map(({ writer }) => writer))].sort()
  const heard = (post: { id: string; text: string; context?: PostContext }) =>
    withFeatures(analyse(post))
  const written = posts.map((post) => ({
    ...heard(post),
    among: [post.kind === 'irrelevant' ? NOISE : post.category],
    kind: post.kind,
    weight: 1,
    rarity: 1,
    side: writers.indexOf(post.writer) % 2,
  }))
  return [
    ...balanced([...written, ...fromTaxonomy(taxonomy, analyse)]),
    ...corrections.map((post) => ({
      ...heard(post),
      among: post.among,
      kind: post.kind,
      weight: CORRECTION_WEIGHT,
      rarity: 1,
      side: null,
    })),
  ]
}

const withFeatures = (analysis: Analysis) => ({ analysis, features: featuresOf(analysis.features) })

/** No category is so rare that its posts count more than so many times. */
const MOST_RARITY = 4

/**
 * Half the way, in logarithms, to all categories counting the same: their writers, not the citizens,
 * chose how many posts each has. Corrections stay as officers made them.
 */
function balanced(documents: Document[]): Document[] {
  const sums = new Map<string, number>()
  for (const { among, weight } of documents)
    for (const id of among) sums.set(id, (sums.get(id) ?? 0) + weight)
  const mean = [...sums.values()].reduce((total, sum) => total + sum, 0) / (sums.size || 1)
  return documents.map((document) => {
    const sum = sums.get(document.among[0] ?? '') ?? mean
    return { ...document, rarity: Math.min(MOST_RARITY, Math.sqrt(mean / sum)) }
  })
}

function fromTaxonomy(taxonomy: Taxonomy, analyse: Analyser): Document[] {
  return taxonomy.categories.flatMap((category) => {
    const document = (text: string, weight: number): Document => ({
      ...withFeatures(analyse({ id: '', text })),
      among: [category.id],
      kind: category.id === NOISE ? 'irrelevant' : null,
      weight,
      rarity: 1,
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
