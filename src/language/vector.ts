/** Features → a sparse vector: which rows, and how much of each. */
import type { Features } from './features.ts'
import { addMeanings, MEANING_WIDTH, type Meanings } from './meanings.ts'
import { rowOf, type Vocabulary } from './vocabulary.ts'

/** Rows and their values, block after block, each block of unit length. */
export interface SparseVector {
  rows: Int32Array
  values: Float32Array
  /** Where each block ends: words, grams, marks, meaning. */
  ends: [number, number, number, number]
}

/** What the rows stand for: features by their hashes, then the numbers of a meaning. */
export interface Lexis {
  vocabulary: Vocabulary
  /** Weight of each feature by its rarity. */
  idf: Float32Array
  meanings: Meanings
}

export type Vectoriser = (features: Features) => SparseVector

const ORDER = ['words', 'grams', 'marks'] as const

/**
 * Logarithmic counts times rarity, each block to unit length. The counts stand in one array that
 * is cleaned by those who wrote in it: no map and no sorting for a post of 400 features.
 */
export function createVectoriser({ vocabulary, idf, meanings }: Lexis): Vectoriser {
  const counts = new Uint16Array(idf.length)
  return (features) => {
    const counted = features.words.length + features.grams.length + features.marks.length
    const rows = new Int32Array(counted + MEANING_WIDTH)
    const values = new Float32Array(counted + MEANING_WIDTH)
    let end = 0
    const ends = ORDER.map((block) => {
      const from = end
      end = countRows(features[block], vocabulary, { counts, rows, from })
      takeValues({ counts, rows, values, idf }, from, end)
      return end
    })
    const meant = { rows, values, first: idf.length }
    end = takeMeaning(meanings, features.roots, meant, end)
    return {
      rows: rows.subarray(0, end),
      values: values.subarray(0, end),
      ends: [...ends, end] as SparseVector['ends'],
    }
  }
}

interface Meant {
  rows: Int32Array
  values: Float32Array
  /** Row of the first number of a meaning. */
  first: number
}

/** Writes the meaning of the known roots from `from` on; returns where it ends. */
function takeMeaning(
  meanings: Meanings,
  roots: Uint32Array,
  { rows, values, first }: Meant,
  from: number,
): number {
  const end = from + MEANING_WIDTH
  if (!addMeanings(meanings, roots, values.subarray(from, end))) return from
  for (let at = 0; at < MEANING_WIDTH; at++) rows[from + at] = first + at
  toLength(values, from, end, 1)
  return end
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

/** Counts → values of unit length; counts back to nothing. */
function takeValues({ counts, rows, values, idf }: Taking, from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const row = rows[index] as number
    values[index] = logarithm(counts[row] as number) * (idf[row] as number)
    counts[row] = 0
  }
  toLength(values, from, to, 1)
}

const LOGARITHMS = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count || 1))

function logarithm(count: number): number {
  return LOGARITHMS[count] ?? 1 + Math.log(count)
}

/** Brings a stretch to a length, in place; one of nothing stays so. */
export function toLength(values: Float32Array, from: number, to: number, length: number): void {
  let norm = 0
  for (let at = from; at < to; at++) norm += (values[at] as number) ** 2
  const by = length / (Math.sqrt(norm) || 1)
  for (let at = from; at < to; at++) values[at] = (values[at] as number) * by
}
