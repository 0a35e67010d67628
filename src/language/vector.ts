/** Features → a sparse vector over one vocabulary: which rows, and how much of each. */
import type { Features } from './features.ts'

/** Open addressing: `slots[i]` is a hash (0 = free), `rows[i]` the feature's row. */
export interface Vocabulary {
  slots: Uint32Array
  rows: Int32Array
}

/** Rows and their values, block after block, each block of unit length. */
export interface SparseVector {
  rows: Int32Array
  values: Float32Array
  /** Where each block ends: words, grams, marks. */
  ends: [number, number, number]
}

export type Vectoriser = (features: Features) => SparseVector

const ORDER = ['words', 'grams', 'marks'] as const

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

/** Row of a feature hash, or -1. */
export function rowOf({ slots, rows }: Vocabulary, hash: number): number {
  const mask = slots.length - 1
  const wanted = hash || 1
  for (let slot = wanted & mask; ; slot = (slot + 1) & mask) {
    const found = slots[slot] as number
    if (found === wanted) return rows[slot] as number
    if (found === 0) return -1
  }
}

/**
 * Logarithmic counts times rarity, each block to unit length. The counts stand in one array that
 * is cleaned by those who wrote in it: no map and no sorting for a post of 400 features.
 * @param idf weight of each row by its rarity
 */
export function createVectoriser(vocabulary: Vocabulary, idf: Float32Array): Vectoriser {
  const counts = new Uint16Array(idf.length)
  return (features) => {
    const most = features.words.length + features.grams.length + features.marks.length
    const rows = new Int32Array(most)
    const values = new Float32Array(most)
    let end = 0
    const ends = ORDER.map((block) => {
      const from = end
      end = countRows(features[block], vocabulary, { counts, rows, from })
      const norm = takeValues({ counts, rows, values, idf }, from, end)
      scale(values, from, end, 1 / (Math.sqrt(norm) || 1))
      return end
    }) as SparseVector['ends']
    return { rows: rows.subarray(0, end), values: values.subarray(0, end), ends }
  }
}

interface Counting {
  counts: Uint16Array
  rows: Int32Array
  from: number
}

/** Counts the known hashes of a block and lists their rows once; returns where the list ends. */
function countRows(hashes: Uint32Array, vocabulary: Vocabulary, into: Counting): number {
  const { counts, rows } = into
  let end = into.from
  for (const hash of hashes) {
    const row = rowOf(vocabulary, hash)
    if (row < 0) continue
    if (counts[row] === 0) rows[end++] = row
    counts[row] = (counts[row] as number) + 1
  }
  return end
}

interface Taking {
  counts: Uint16Array
  rows: Int32Array
  values: Float32Array
  idf: Float32Array
}

/** Counts → values, counts back to nothing; returns the sum of squares. */
function takeValues({ counts, rows, values, idf }: Taking, from: number, to: number): number {
  let norm = 0
  for (let index = from; index < to; index++) {
    const row = rows[index] as number
    const value = logarithm(counts[row] as number) * (idf[row] as number)
    counts[row] = 0
    values[index] = value
    norm += value * value
  }
  return norm
}

const LOGARITHMS = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count || 1))

function logarithm(count: number): number {
  return LOGARITHMS[count] ?? 1 + Math.log(count)
}

function scale(values: Float32Array, from: number, to: number, by: number): void {
  for (let index = from; index < to; index++) values[index] = (values[index] as number) * by
}
