/** The trained linear model: two heads (category, kind) over one vocabulary of feature hashes. */
import type { Calibration } from './calibrate.ts'
import { type Lexis, type SparseVector, toLength } from './vector.ts'

export interface Model extends Lexis {
  /** What made it, for the console and for comparing versions. */
  about: { version: number; posts: number; features: number }
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

/**
 * Raw scores (logits) of a head for a vector. Four rows at a time: each score is fetched and put
 * back once for all of them, and added up in the same order as one by one.
 */
export function scoresOf(head: Head, vector: SparseVector): Float64Array {
  const { labels, weights } = head
  const scores = Float64Array.from(head.bias)
  const width = labels.length
  const { bases, values, count } = spokenRows(head, vector)
  for (let index = 0; index < count; index += 4) {
    const first = bases[index] as number
    const second = bases[index + 1] as number
    const third = bases[index + 2] as number
    const fourth = bases[index + 3] as number
    const a = values[index] as number
    const b = values[index + 1] as number
    const c = values[index + 2] as number
    const d = values[index + 3] as number
    for (let label = 0; label < width; label++) {
      scores[label] =
        (scores[label] as number) +
        a * (weights[first + label] as number) +
        b * (weights[second + label] as number) +
        c * (weights[third + label] as number) +
        d * (weights[fourth + label] as number)
    }
  }
  return scores
}

/** Rows that say anything, where each begins and how loud it is; filled up with silence to fours. */
function spokenRows(head: Head, vector: SparseVector) {
  const seen = seenBy(head, vector)
  const bases = new Int32Array(seen.length + 4)
  const values = new Float64Array(seen.length + 4)
  let count = 0
  for (let index = 0; index < seen.length; index++) {
    const row = vector.rows[index] as number
    const value = (seen[index] as number) * (head.scale[row] as number)
    if (value === 0) continue
    bases[count] = row * head.labels.length
    values[count++] = value
  }
  return { bases, values, count }
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
