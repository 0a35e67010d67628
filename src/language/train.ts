/** Trains one softmax head by AdaGrad; the same examples and seed always give the same weights. */
import type { Features } from './features.ts'
import {
  buildVocabulary,
  type Head,
  type SparseVector,
  type Vocabulary,
  vectorise,
} from './model.ts'

export interface TrainingSettings {
  epochs: number
  rate: number
  /** Pull of the weights towards zero, per step and touched row. */
  decay: number
  seed: number
}

export const TRAINING: TrainingSettings = { epochs: 7, rate: 0.35, decay: 1e-6, seed: 20_241 }

export interface Example {
  vector: SparseVector
  label: number
  /** How much this example counts: a post 1, a phrase of the taxonomy less. */
  weight: number
}

/** Rows for features seen in at least `least` documents, the commonest first, `most` at most. */
export function learnVocabulary(
  documents: Features[],
  least: number,
  most: number,
): { vocabulary: Vocabulary; idf: Float32Array; size: number } {
  const frequency = new Map<number, number>()
  for (const features of documents) {
    for (const hash of new Set(features)) frequency.set(hash, (frequency.get(hash) ?? 0) + 1)
  }
  const kept = [...frequency].filter(([, count]) => count >= least)
  kept.sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const rows = kept.slice(0, most)
  const idf = Float32Array.from(rows, ([, count]) => 1 + Math.log(documents.length / count))
  return { vocabulary: buildVocabulary(rows.map(([hash]) => hash)), idf, size: rows.length }
}

/** Vectors of many documents over one vocabulary. */
export function vectoriseAll(
  documents: Features[],
  vocabulary: Vocabulary,
  idf: Float32Array,
): SparseVector[] {
  return documents.map((features) => vectorise(features, vocabulary, idf))
}

/** Examples → quantised head. `size` is the number of rows of the vocabulary. */
export function trainHead(
  labels: string[],
  examples: Example[],
  size: number,
  settings: TrainingSettings = TRAINING,
): Head {
  const width = labels.length
  const state: Learning = {
    width,
    weights: new Float32Array(size * width),
    squares: new Float32Array(size * width).fill(1e-2),
    bias: new Float32Array(width),
    settings,
  }
  const order = examples.map((_, index) => index)
  const random = generator(settings.seed)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) learn(state, examples[index] as Example)
  }
  return quantise(labels, state, size)
}

/** Labels that are this nearly right are left alone: most of 88 are, and it saves most of the time. */
const LEAST_ERROR = 2e-3

interface Learning {
  width: number
  weights: Float32Array
  squares: Float32Array
  bias: Float32Array
  settings: TrainingSettings
}

function learn(state: Learning, example: Example): void {
  const { width, bias, settings } = state
  const errors = errorsOf(state, example)
  const active: number[] = []
  for (let label = 0; label < width; label++) {
    if (Math.abs(errors[label] as number) > LEAST_ERROR) active.push(label)
    bias[label] = (bias[label] as number) - 0.02 * settings.rate * (errors[label] as number)
  }
  const { rows, values } = example.vector
  for (let index = 0; index < rows.length; index++) {
    step(state, (rows[index] as number) * width, values[index] as number, errors, active)
  }
}

function step(
  state: Learning,
  base: number,
  value: number,
  errors: Float64Array,
  active: number[],
): void {
  const { weights, squares, settings } = state
  for (const label of active) {
    const at = base + label
    const gradient = (errors[label] as number) * value + settings.decay * (weights[at] as number)
    const square = (squares[at] as number) + gradient * gradient
    squares[at] = square
    weights[at] = (weights[at] as number) - (settings.rate * gradient) / Math.sqrt(square)
  }
}

/** Probabilities minus the truth, times the example's weight. */
function errorsOf(state: Learning, example: Example): Float64Array {
  const { width, weights, bias } = state
  const scores = Float64Array.from(bias)
  const { rows, values } = example.vector
  for (let index = 0; index < rows.length; index++) {
    const base = (rows[index] as number) * width
    const value = values[index] as number
    for (let label = 0; label < width; label++) {
      scores[label] = (scores[label] as number) + value * (weights[base + label] as number)
    }
  }
  let top = Number.NEGATIVE_INFINITY
  for (const score of scores) if (score > top) top = score
  let sum = 0
  for (let label = 0; label < width; label++) {
    const value = Math.exp((scores[label] as number) - top)
    scores[label] = value
    sum += value
  }
  for (let label = 0; label < width; label++) {
    const truth = label === example.label ? 1 : 0
    scores[label] = ((scores[label] as number) / sum - truth) * example.weight
  }
  return scores
}

/** Each row to int8 with its own scale: a quarter of the size, no measurable loss. */
function quantise(labels: string[], state: Learning, size: number): Head {
  const { width, weights } = state
  const quantised = new Int8Array(size * width)
  const scale = new Float32Array(size)
  for (let row = 0; row < size; row++) {
    const values = weights.subarray(row * width, (row + 1) * width)
    let top = 0
    for (const value of values) top = Math.max(top, Math.abs(value))
    scale[row] = top / 127 || 1
    for (let label = 0; label < width; label++) {
      quantised[row * width + label] = Math.round(
        (values[label] as number) / (scale[row] as number),
      )
    }
  }
  return { labels, bias: state.bias, weights: quantised, scale }
}

/** A small generator of our own: the model must not depend on Math.random. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const kept = order[index] as number
    order[index] = order[other] as number
    order[other] = kept
  }
}
