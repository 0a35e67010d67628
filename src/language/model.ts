/** The trained linear model: two heads (category, kind) over one vocabulary of feature hashes. */
import type { Calibration } from './calibrate.ts'
import type { SparseVector, Vocabulary } from './vector.ts'

export interface Model {
  /** What made it, for the console and for comparing versions. */
  about: { version: number; posts: number; features: number }
  vocabulary: Vocabulary
  /** Weight of each feature by its rarity. */
  idf: Float32Array
  category: Head
  kind: Head
  calibration: Calibration
}

export interface Head {
  labels: string[]
  bias: Float32Array
  /** features × labels, quantised; the value is `weights * scale[row]`. */
  weights: Int8Array
  scale: Float32Array
  /** How much each block of features counts. */
  blocks: Blocks
}

/** Weight of words, grams and marks in a head. */
export type Blocks = [number, number, number]

/**
 * A rule that fired stands beside hundreds of letter groups: as one long list it drowned or
 * dominated them (held-out writers: 0.745 of the topics as one list, 0.79 so).
 */
export const TOPIC_BLOCKS: Blocks = [1, 1, 0.3]
/** What a citizen wants shows in the form of the post as much as in its words. */
export const KIND_BLOCKS: Blocks = [1, 1, 1]

/** Raw scores (logits) of a head for a vector. */
export function scoresOf(head: Head, vector: SparseVector): Float64Array {
  const scores = Float64Array.from(head.bias)
  let from = 0
  vector.ends.forEach((end, block) => {
    addBlock(head, vector, { from, end, weight: head.blocks[block] as number }, scores)
    from = end
  })
  return scores
}

interface Stretch {
  from: number
  end: number
  weight: number
}

function addBlock(
  { labels, weights, scale }: Head,
  { rows, values }: SparseVector,
  { from, end, weight }: Stretch,
  scores: Float64Array,
): void {
  const width = labels.length
  for (let index = from; index < end; index++) {
    const row = rows[index] as number
    const value = weight * (values[index] as number) * (scale[row] as number)
    const base = row * width
    for (let label = 0; label < width; label++) {
      scores[label] = (scores[label] as number) + value * (weights[base + label] as number)
    }
  }
}

/** Logits → probabilities. */
export function softmax(scores: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > top) top = score
  let sum = 0
  const result = scores.map((score) => {
    const value = Math.exp(score - top)
    sum += value
    return value
  })
  return result.map((value) => value / sum)
}
