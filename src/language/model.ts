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
}

/** Raw scores (logits) of a head for a vector. */
export function scoresOf(head: Head, { rows, values }: SparseVector): Float64Array {
  const width = head.labels.length
  const scores = Float64Array.from(head.bias)
  const { weights, scale } = head
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as number
    const value = (values[index] as number) * (scale[row] as number)
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
