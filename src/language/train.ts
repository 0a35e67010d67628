/** Trains one softmax head by AdaGrad; the same examples and seed always give the same weights. */
import type { Features } from './features.ts'
import type { Blocks, Head } from './model.ts'
import { buildVocabulary, type SparseVector, type Vocabulary } from './vector.ts'

export interface TrainingSettings {
  epochs: number
  rate: number
  /** Pull of the weights towards zero, per step and touched row. */
  decay: number
  seed: number
}

export const TRAINING: TrainingSettings = { epochs: 5, rate: 0.45, decay: 1e-6, seed: 20_241 }

export interface Example {
  vector: SparseVector
  /**
   * Labels of which any is right; mostly one. A case that was referred to an agency says only that
   * its topic is among that agency's: partial labels, T. Cour, B. Sapp, B. Taskar, "Learning from
   * Partial Labels", JMLR 12 (2011).
   */
  among: number[]
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
  const last = new Map<number, number>()
  documents.forEach(({ words, grams, marks }, index) => {
    for (const block of [words, grams, marks]) {
      for (const hash of block) {
        if (last.get(hash) === index) continue
        last.set(hash, index)
        frequency.set(hash, (frequency.get(hash) ?? 0) + 1)
      }
    }
  })
  const kept = [...frequency].filter(([, count]) => count >= least)
  kept.sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const rows = kept.slice(0, most)
  const idf = Float32Array.from(rows, ([, count]) => 1 + Math.log(documents.length / count))
  return { vocabulary: buildVocabulary(rows.map(([hash]) => hash)), idf, size: rows.length }
}

export interface HeadPlan {
  labels: string[]
  blocks: Blocks
  /** Rows of the vocabulary. */
  size: number
}

/** Examples → quantised head. */
export function trainHead(
  { labels, blocks, size }: HeadPlan,
  examples: Example[],
  settings: TrainingSettings = TRAINING,
): Head {
  const weighed = examples.map((example) => withBlocks(example, blocks))
  const state = beginning(labels.length, size, settings)
  const order = examples.map((_, index) => index)
  const random = generator(settings.seed)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) learn(state, weighed[index] as Example)
  }
  return { ...quantise(labels, state, size), blocks }
}

function withBlocks(example: Example, blocks: Blocks): Example {
  const { rows, values, ends } = example.vector
  const weighed = values.slice()
  let from = 0
  ends.forEach((end, block) => {
    for (let index = from; index < end; index++)
      weighed[index] = (weighed[index] as number) * (blocks[block] as number)
    from = end
  })
  return { ...example, vector: { rows, values: weighed, ends } }
}

/** Labels that are this nearly right are left alone: most of 88 are, and it saves most of the time. */
const LEAST_ERROR = 4e-3

interface Learning {
  width: number
  weights: Float32Array
  squares: Float32Array
  bias: Float32Array
  scores: Float64Array
  /** Labels that are wrong enough to learn from, and by how much; `active` of them. */
  wrong: Int32Array
  errors: Float64Array
  settings: TrainingSettings
}

function beginning(width: number, size: number, settings: TrainingSettings): Learning {
  return {
    width,
    weights: new Float32Array(size * width),
    squares: new Float32Array(size * width).fill(1e-2),
    bias: new Float32Array(width),
    scores: new Float64Array(width),
    wrong: new Int32Array(width),
    errors: new Float64Array(width),
    settings,
  }
}

function learn(state: Learning, example: Example): void {
  forward(state, example.vector)
  const active = weighErrors(state, example)
  backward(state, example.vector, active)
}

function forward({ width, weights, bias, scores }: Learning, { rows, values }: SparseVector): void {
  for (let label = 0; label < width; label++) scores[label] = bias[label] as number
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
  for (let label = 0; label < width; label++) scores[label] = (scores[label] as number) / sum
}

/** Probabilities minus the truth, which the right labels share by what the model believes of each. */
function weighErrors(state: Learning, { among, weight }: Example): number {
  const { width, scores, wrong, errors, bias, settings } = state
  let right = 0
  for (const label of among) right += scores[label] as number
  let active = 0
  for (let label = 0; label < width; label++) {
    const probability = scores[label] as number
    const truth = among.includes(label) ? (right > 0 ? probability / right : 1 / among.length) : 0
    const error = (probability - truth) * weight
    bias[label] = (bias[label] as number) - 0.02 * settings.rate * error
    if (Math.abs(error) <= LEAST_ERROR) continue
    wrong[active] = label
    errors[active++] = error
  }
  return active
}

function backward(state: Learning, { rows, values }: SparseVector, active: number): void {
  const { width, weights, squares, wrong, errors } = state
  const { decay, rate } = state.settings
  for (let index = 0; index < rows.length; index++) {
    const base = (rows[index] as number) * width
    const value = values[index] as number
    for (let each = 0; each < active; each++) {
      const at = base + (wrong[each] as number)
      const gradient = (errors[each] as number) * value + decay * (weights[at] as number)
      const square = (squares[at] as number) + gradient * gradient
      squares[at] = square
      weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(square)
    }
  }
}

/** Each row to int8 with its own scale: a quarter of the size, no measurable loss. */
function quantise(labels: string[], state: Learning, size: number): Omit<Head, 'blocks'> {
  const { width, weights } = state
  const quantised = new Int8Array(size * width)
  const scale = new Float32Array(size)
  for (let row = 0; row < size; row++) {
    const values = weights.subarray(row * width, (row + 1) * width)
    let top = 0
    for (const value of values) top = Math.max(top, Math.abs(value))
    const unit = top / 127 || 1
    scale[row] = unit
    for (let label = 0; label < width; label++) {
      quantised[row * width + label] = Math.round((values[label] as number) / unit)
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
