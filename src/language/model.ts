/** The trained linear model: two heads over one vocabulary of feature hashes, one over outlines. */
import type { Calibration } from './calibrate.ts'
import { type Lexis, type SparseVector, toLength } from './vector.ts'

export interface Model extends Lexis {
  /** What made it, for the console and for comparing versions. */
  about: { version: number; posts: number; features: number }
  category: Head
  kind: Head
  /** Citizen or none, by the form alone: see `form-head.ts`. */
  form: Head
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
  /** How well each row tells the labels apart, see `telling-rows.ts`. */
  telling: Float32Array
}

/** Weight of words, grams, marks and meaning in a head. */
export type Blocks = [number, number, number, number]

/**
 * A rule that fired stands beside hundreds of letter groups: as one long list it drowned or
 * dominated them (held-out writers: 0.745 of the topics as one list, 0.79 so).
 */
export const TOPIC_BLOCKS: Blocks = [1, 1, 0.3, 0.4]
/** What a citizen wants shows in the form of the post as much as in its words, and in no topic. */
export const KIND_BLOCKS: Blocks = [1, 1, 1, 0]

/** Values as a head sees them: rows that tell its labels apart count more, each block its weight. */
export function seenBy(
  { blocks, telling }: Pick<Head, 'blocks' | 'telling'>,
  { rows, values, ends }: SparseVector,
): Float32Array {
  const seen = values.map((value, at) => value * (telling[rows[at] as number] as number))
  let from = 0
  ends.forEach((end, block) => {
    toLength(seen, from, end, blocks[block] as number)
    from = end
  })
  return seen
}

/** Logits → probabilities, in place. */
export function toProbabilities(scores: Float64Array): Float64Array {
  let top = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > top) top = score
  let sum = 0
  for (let at = 0; at < scores.length; at++) {
    const value = Math.exp((scores[at] as number) - top)
    scores[at] = value
    sum += value
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / sum
  return scores
}
