/** The trained linear model: two heads (category, kind) over one vocabulary of feature hashes. */
import type { Features } from './features.ts'

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

/** Open addressing: `slots[i]` is a hash (0 = free), `rows[i]` the feature's row. */
export interface Vocabulary {
  slots: Uint32Array
  rows: Int32Array
}

export interface Head {
  labels: string[]
  bias: Float32Array
  /** features × labels, quantised; the value is `weights * scale[row]`. */
  weights: Int8Array
  scale: Float32Array
}

/** P(right) = logistic(a + b·logit(top) + c·margin + d·rules agree). */
export interface Calibration {
  a: number
  b: number
  c: number
  d: number
}

/** Rows and their tf·idf values, unit length. */
export interface SparseVector {
  rows: number[]
  values: number[]
}

/** Row of a feature hash, or -1. */
function rowOf(vocabulary: Vocabulary, hash: number): number {
  const mask = vocabulary.slots.length - 1
  const wanted = hash || 1
  for (let slot = wanted & mask; ; slot = (slot + 1) & mask) {
    const found = vocabulary.slots[slot] as number
    if (found === wanted) return vocabulary.rows[slot] as number
    if (found === 0) return -1
  }
}

/** Hashes → rows in order; at most half full, so that a miss ends soon. */
export function buildVocabulary(hashes: number[]): Vocabulary {
  const size = 2 ** Math.ceil(Math.log2(Math.max(hashes.length, 1) * 2 + 1))
  const slots = new Uint32Array(size)
  const rows = new Int32Array(size)
  hashes.forEach((hash, row) => {
    const wanted = hash || 1
    let slot = wanted & (size - 1)
    while (slots[slot] !== 0 && slots[slot] !== wanted) slot = (slot + 1) & (size - 1)
    slots[slot] = wanted
    rows[slot] = row
  })
  return { slots, rows }
}

/**
 * Features → sparse vector: logarithmic counts, rarity, unit length. Sorting the rows counts them
 * without a map, which is most of the time of a short post.
 */
export function vectorise(
  features: Features,
  vocabulary: Vocabulary,
  idf: Float32Array,
): SparseVector {
  const found = sortedRows(features, vocabulary)
  const rows: number[] = []
  const values: number[] = []
  let norm = 0
  for (let at = 0; at < found.length; ) {
    const row = found[at] as number
    let end = at + 1
    while (end < found.length && found[end] === row) end++
    const value = (end - at > 1 ? 1 + Math.log(end - at) : 1) * (idf[row] as number)
    rows.push(row)
    values.push(value)
    norm += value * value
    at = end
  }
  const length = Math.sqrt(norm) || 1
  for (let index = 0; index < values.length; index++) {
    values[index] = (values[index] as number) / length
  }
  return { rows, values }
}

function sortedRows(features: Features, vocabulary: Vocabulary): Int32Array {
  const found = new Int32Array(features.length)
  let count = 0
  for (const hash of features) {
    const row = rowOf(vocabulary, hash)
    if (row >= 0) found[count++] = row
  }
  return found.subarray(0, count).sort()
}

/** Raw scores (logits) of a head for a vector. */
export function scoresOf(head: Head, vector: SparseVector): Float64Array {
  const width = head.labels.length
  const scores = Float64Array.from(head.bias)
  const { weights, scale } = head
  for (let index = 0; index < vector.rows.length; index++) {
    const row = vector.rows[index] as number
    const value = (vector.values[index] as number) * (scale[row] as number)
    const base = row * width
    for (let label = 0; label < width; label++) {
      scores[label] = (scores[label] as number) + value * (weights[base + label] as number)
    }
  }
  return scores
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
