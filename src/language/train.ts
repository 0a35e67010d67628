/** Trains one softmax head by AdaGrad; the same examples and seed always give the same weights. */
import type { Example } from './example.ts'
import { type Blocks, type Head, seenBy } from './model.ts'
import { createRandom } from './random.ts'
import { tellingRows } from './telling-rows.ts'
import type { SparseVector } from './vector.ts'

export interface TrainingSettings {
  epochs: number
  rate: number
  /** Pull of the weights towards zero, per step and touched row. */
  decay: number
  seed: number
  /**
   * Share of a post's features that are left out each time it is read, so that no single word is
   * relied on: S. Wager, S. Wang, P. Liang, "Dropout Training as Adaptive Regularization", NIPS 2013.
   */
  dropout: number
}

/** Words tell a topic one by one; the form of a post shows in many small things at once. */
export const TRAINING: Record<'category' | 'kind', TrainingSettings> = {
  category: { epochs: 6, rate: 0.45, decay: 1e-6, seed: 20_241, dropout: 0.3 },
  kind: { epochs: 8, rate: 0.45, decay: 1e-6, seed: 20_241, dropout: 0.4 },
}

export interface HeadPlan {
  labels: string[]
  blocks: Blocks
  /** How much rows count that tell the labels apart: the power of `tellingRows`. */
  telling: number
  /** Rows of the vectors. */
  size: number
}

/** Examples → quantised head. */
export function trainHead(
  { labels, blocks, telling: power, size }: HeadPlan,
  examples: Example[],
  settings: TrainingSettings,
): Head {
  const telling = tellingRows(examples, labels.length, size, power)
  const weighed = examples.map((example) => asSeen(example, { blocks, telling }))
  const state = beginning(labels.length, size, settings)
  const order = examples.map((_, index) => index)
  const random = createRandom(settings.seed)
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) learn(state, weighed[index] as Example, random)
  }
  return { ...quantise(labels, state, size), blocks, telling }
}

function asSeen(example: Example, head: Pick<Head, 'blocks' | 'telling'>): Example {
  const { vector } = example
  return { ...example, vector: { ...vector, values: seenBy(head, vector) } }
}

/** Labels that are this nearly right are left alone: most of 88 are, and it saves most of the time. */
const LEAST_ERROR = 4e-3

/** No post has more: 160 words, their pairs and letter groups, what stands above it, its marks. */
const MOST_ROWS = 4096

interface Learning {
  width: number
  weights: Float32Array
  squares: Float32Array
  bias: Float32Array
  scores: Float64Array
  /** Labels that are wrong enough to learn from, and by how much; `active` of them. */
  wrong: Int32Array
  errors: Float64Array
  /** What is seen of the example this time, and how many rows that are. */
  rows: Int32Array
  values: Float32Array
  seen: number
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
    rows: new Int32Array(MOST_ROWS),
    values: new Float32Array(MOST_ROWS),
    seen: 0,
    settings,
  }
}

function learn(state: Learning, example: Example, random: () => number): void {
  glimpse(state, example.vector, random)
  addRows(state)
  toProbabilities(state)
  const active = weighErrors(state, example)
  backward(state, active)
}

/**
 * Some features are left out, the others speak so much louder; what weighs nothing says nothing.
 * Filled up with rows that weigh nothing, until they go by fours.
 */
function glimpse(state: Learning, vector: SparseVector, random: () => number): void {
  const { rows, values, settings } = state
  const louder = 1 / (1 - settings.dropout)
  let seen = 0
  for (let index = 0; index < vector.rows.length && seen < MOST_ROWS; index++) {
    const value = vector.values[index] as number
    if (value === 0 || random() < settings.dropout) continue
    rows[seen] = vector.rows[index] as number
    values[seen++] = value * louder
  }
  for (; seen % 4 !== 0; seen++) {
    rows[seen] = 0
    values[seen] = 0
  }
  state.seen = seen
}

/** Four rows at a time: each score is fetched and put back once for all of them. */
function addRows({ width, weights, bias, scores, rows, values, seen }: Learning): void {
  for (let label = 0; label < width; label++) scores[label] = bias[label] as number
  for (let index = 0; index < seen; index += 4) {
    const first = (rows[index] as number) * width
    const second = (rows[index + 1] as number) * width
    const third = (rows[index + 2] as number) * width
    const fourth = (rows[index + 3] as number) * width
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
}

function toProbabilities({ width, scores }: Learning): void {
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

function backward(state: Learning, active: number): void {
  const { width, weights, squares, wrong, errors, rows, values, seen } = state
  const { decay, rate } = state.settings
  for (let index = 0; index < seen; index++) {
    const base = (rows[index] as number) * width
    const value = values[index] as number
    if (value === 0) continue
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
function quantise(
  labels: string[],
  state: Learning,
  size: number,
): Omit<Head, 'blocks' | 'telling'> {
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

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const kept = order[index] as number
    order[index] = order[other] as number
    order[other] = kept
  }
}
