/** Ranks the categories: what the model says, with what the rules heard. */
import type { Taxonomy } from '../core/configuration.ts'
import { type Model, scoresOf, softmax } from './model.ts'
import type { Analysis } from './post-analysis.ts'
import type { TopicScore } from './topic-rules.ts'
import type { SparseVector } from './vector.ts'

export const NOISE = 'spam.non_layanan'

export interface Ranked {
  category: string
  probability: number
}

export interface TopicChoice {
  /** Best first, all categories. */
  ranked: Ranked[]
  /** The rules alone would have said the same. */
  rulesAgree: boolean
}

/** Weight of the rules' share beside the model's logits; chosen writer against writer. */
const RULE_WEIGHT = 1.8
const PARENT_WEIGHT = 1.2
const BODY_WEIGHT = 1.2
/** "error", "gagal upload": the service is online, whatever its subject. */
const FAULT_WEIGHT = 2.2
/** The taxonomy's tie-break: of two topics the one whose escalation cue was heard. */
const ESCALATION_WEIGHT = 0.4
/** A post with so much of a topic of its own needs no parent to explain it. */
const OWN_TOPIC = 3

/** Their phrases are forms of speech ("info dong", "kapan dibangun"): the subject goes before. */
export const FORMS: ReadonlySet<string> = new Set([
  'gov.informasi_publik',
  'gov.hoaks_klarifikasi',
  'gov.aduan_diabaikan',
  'gov.anggaran_pembangunan',
  'gov.pejabat_politik',
  'apresiasi.umum',
])

export function rankTopics(
  analysis: Analysis,
  vector: SparseVector | null,
  model: Model | null,
  taxonomy: Taxonomy,
): TopicChoice {
  const labels = taxonomy.categories.map(({ id }) => id)
  const logits = logitsOf(labels, vector, model)
  const index = new Map(labels.map((label, at) => [label, at]))
  const boost = (category: string, amount: number) => {
    const at = index.get(category)
    if (at !== undefined) logits[at] = (logits[at] as number) + amount
  }
  const own = analysis.topics.scores.filter(({ category }) => !FORMS.has(category))
  addShares(own, RULE_WEIGHT, boost)
  if ((own[0]?.score ?? 0) < OWN_TOPIC) {
    addShares(analysis.parent?.topics.scores ?? [], PARENT_WEIGHT, boost)
  }
  addBodies(analysis.topics.bodies, taxonomy, boost)
  for (const [id, cues] of analysis.topics.escalations)
    boost(id, ESCALATION_WEIGHT * Math.min(2, cues.length))
  if (analysis.heard.has('form.fault')) boost('adm.layanan_online', FAULT_WEIGHT)
  const probabilities = softmax(logits)
  const ranked = labels.map((category, at) => ({
    category,
    probability: probabilities[at] as number,
  }))
  ranked.sort((a, b) => b.probability - a.probability)
  return { ranked, rulesAgree: own[0]?.category === ranked[0]?.category }
}

/**
 * The taxonomy is the government's and may be newer than the model: a category that the model never
 * saw starts in the middle, where its phrases decide, and one that was taken out is not chosen.
 */
function logitsOf(
  labels: string[],
  vector: SparseVector | null,
  model: Model | null,
): Float64Array<ArrayBufferLike> {
  if (!model || !vector) return new Float64Array(labels.length)
  const scores = scoresOf(model.category, vector)
  const known = new Map(model.category.labels.map((label, at) => [label, scores[at] as number]))
  const best = Math.max(...scores)
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  return Float64Array.from(labels, (label) => known.get(label) ?? (best + mean) / 2)
}

type Boost = (category: string, amount: number) => void

/** A long post hits many topics: each counts by its share of all that was hit. */
function addShares(scores: TopicScore[], weight: number, boost: Boost): void {
  const sum = scores.reduce((total, { score }) => total + score, 2)
  for (const { category, score } of scores) boost(category, (weight * score) / sum)
}

/** Who is named speaks for what they do; a post that names five says little by each. */
function addBodies(bodies: ReadonlySet<string>, taxonomy: Taxonomy, boost: Boost): void {
  if (bodies.size === 0) return
  const amount = BODY_WEIGHT / Math.sqrt(bodies.size)
  for (const { id, owner } of taxonomy.categories) {
    const owners = [owner.regency, owner.province, owner.external]
    if (owners.some((code) => code !== null && bodies.has(code))) boost(id, amount)
  }
}
