/** Ranks the categories: what the model says, with what the rules heard. */
import type { Taxonomy } from '../core/configuration.ts'
import { type Model, type SparseVector, scoresOf, softmax } from './model.ts'
import type { Analysis } from './post-analysis.ts'

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

/** Weight of a rule's score beside the model's logits; chosen on the corpus, writer against writer. */
const RULE_WEIGHT = 0.9
const PARENT_WEIGHT = 0.5
/** A post with so much of a topic of its own needs no parent to explain it. */
const OWN_TOPIC = 3

export function rankTopics(
  analysis: Analysis,
  vector: SparseVector | null,
  model: Model | null,
  taxonomy: Taxonomy,
): TopicChoice {
  const labels = model?.category.labels ?? taxonomy.categories.map(({ id }) => id)
  const logits =
    model && vector ? scoresOf(model.category, vector) : new Float64Array(labels.length)
  const index = new Map(labels.map((label, at) => [label, at]))
  const boost = (category: string, amount: number) => {
    const at = index.get(category)
    if (at !== undefined) logits[at] = (logits[at] as number) + amount
  }
  const own = analysis.topics.scores
  for (const { category, score } of own) boost(category, RULE_WEIGHT * Math.sqrt(score))
  if ((own[0]?.score ?? 0) < OWN_TOPIC) {
    for (const { category, score } of analysis.parent?.topics.scores ?? []) {
      boost(category, PARENT_WEIGHT * Math.sqrt(score))
    }
  }
  const probabilities = softmax(logits)
  const ranked = labels.map((category, at) => ({
    category,
    probability: probabilities[at] as number,
  }))
  ranked.sort((a, b) => b.probability - a.probability)
  return { ranked, rulesAgree: own[0]?.category === ranked[0]?.category }
}
