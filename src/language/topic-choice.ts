/** Ranks the categories: what the model says, with what the rules heard. */
import type { Taxonomy } from '../core/configuration.ts'
import { type Model, toProbabilities } from './model.ts'
import type { Analysis } from './post-analysis.ts'
import { createScorer } from './scorer.ts'
import type { TopicScore } from './topic-rules.ts'
import type { SparseVector } from './vector.ts'

export const NOISE = 'spam.non_layanan'

export interface Ranked {
  category: string
  probability: number
}

/** Weight of the rules' share beside the model's logits; chosen writer against writer. */
const RULE_WEIGHT = 1.5
const PARENT_WEIGHT = 1
const BODY_WEIGHT = 1
/** "error", "gagal upload": the service is online, whatever its subject. */
const FAULT_WEIGHT = 2.2
/** The taxonomy's tie-break: of two topics the one whose escalation cue was heard. */
const ESCALATION_WEIGHT = 0.34
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

/** Best first, without those that nothing speaks for. */
export type RankTopics = (analysis: Analysis, vector: SparseVector | null) => Ranked[]

/** Below this a category is left out of the ranking. */
const LEAST_PROBABILITY = 1e-4
/** … unless hardly any are left: an officer is offered three, and noise and praise may fall out. */
const FEWEST = 6

/** Lays the taxonomy beside the model once; ranking one post then makes no maps. */
export function createTopicRanker(taxonomy: Taxonomy, model: Model | null): RankTopics {
  const labels = taxonomy.categories.map(({ id }) => id)
  const index = new Map(labels.map((label, at) => [label, at]))
  const places = model ? labels.map((label) => model.category.labels.indexOf(label)) : []
  const owned = ownedBy(taxonomy)
  const score = model ? createScorer(model.category) : null
  const logits = new Float64Array(labels.length)
  return (analysis, vector) => {
    if (score && vector) align(score(vector), places, logits)
    else logits.fill(0)
    addRules(analysis, owned, (category, amount) => {
      const at = index.get(category)
      if (at !== undefined) logits[at] = (logits[at] as number) + amount
    })
    return rankedOf(labels, toProbabilities(logits))
  }
}

function rankedOf(labels: string[], probabilities: Float64Array): Ranked[] {
  const least = leastOf(probabilities)
  const ranked: Ranked[] = []
  for (let at = 0; at < labels.length; at++) {
    const probability = probabilities[at] as number
    if (probability >= least) insert(ranked, { category: labels[at] as string, probability })
  }
  return ranked
}

/** Most posts have more likely topics than that: then there is nothing to sort. */
function leastOf(probabilities: Float64Array): number {
  let likely = 0
  for (const probability of probabilities) if (probability >= LEAST_PROBABILITY) likely++
  if (likely > FEWEST) return LEAST_PROBABILITY
  return nthLargest(probabilities, FEWEST + 1)
}

/** 0 where there are not so many. */
function nthLargest(values: Float64Array, n: number): number {
  const largest = new Float64Array(n)
  for (const value of values) {
    let at = n - 1
    if (value <= (largest[at] as number)) continue
    for (; at > 0 && (largest[at - 1] as number) < value; at--)
      largest[at] = largest[at - 1] as number
    largest[at] = value
  }
  return largest[n - 1] as number
}

/** Behind all that are as likely. */
function insert(ranked: Ranked[], one: Ranked): void {
  let at = ranked.length
  for (; at > 0 && (ranked[at - 1] as Ranked).probability < one.probability; at--)
    ranked[at] = ranked[at - 1] as Ranked
  ranked[at] = one
}

/** Its phrases outweigh the few before it where nothing is clear, and no clear topic. */
const NEWCOMER_RANK = 2

/**
 * The taxonomy is the government's and may be newer than the model: a category that the model never
 * saw starts beside its third, where phrases decide, and one that was taken out is not chosen.
 * @param places of each category among the model's labels, -1 where it has none
 */
function align(scores: Float64Array, places: number[], logits: Float64Array): void {
  const newcomer = places.includes(-1) ? (scores.toSorted().at(-1 - NEWCOMER_RANK) ?? 0) : 0
  for (let at = 0; at < logits.length; at++) {
    const place = places[at] as number
    logits[at] = place < 0 ? newcomer : (scores[place] as number)
  }
}

function addRules({ topics, parent, heard }: Analysis, owned: Owned, boost: Boost): void {
  const own = topics.scores.filter(({ category }) => !FORMS.has(category))
  addShares(own, RULE_WEIGHT, boost)
  if ((own[0]?.score ?? 0) < OWN_TOPIC) {
    addShares(parent?.topics.scores ?? [], PARENT_WEIGHT, boost)
  }
  addBodies(topics.bodies, owned, boost)
  for (const [id, cues] of topics.escalations)
    boost(id, ESCALATION_WEIGHT * Math.min(2, cues.length))
  if (heard.has('form.fault')) boost('adm.layanan_online', FAULT_WEIGHT)
}

type Boost = (category: string, amount: number) => void

/** A long post hits many topics: each counts by its share of all that was hit. */
function addShares(scores: TopicScore[], weight: number, boost: Boost): void {
  const sum = scores.reduce((total, { score }) => total + score, 2)
  for (const { category, score } of scores) boost(category, (weight * score) / sum)
}

/** Function or outside body → categories that it owns somewhere. */
type Owned = Map<string, string[]>

function ownedBy({ categories }: Taxonomy): Owned {
  const owned: Owned = new Map()
  for (const { id, owner } of categories) {
    for (const code of new Set([owner.regency, owner.province, owner.external])) {
      if (code !== null) owned.set(code, [...(owned.get(code) ?? []), id])
    }
  }
  return owned
}

/** Who is named speaks for what they do; a post that names five says little by each. */
function addBodies(bodies: ReadonlySet<string>, owned: Owned, boost: Boost): void {
  if (bodies.size === 0) return
  const amount = BODY_WEIGHT / Math.sqrt(bodies.size)
  const meant = new Set([...bodies].flatMap((body) => owned.get(body) ?? []))
  for (const id of meant) boost(id, amount)
}
