/** Features → a sparse vector: which rows, and how much of each. */
import { type FeatureSource, hashesOf, isRoot, MAX_WORDS, pairHash, rootHash } from './features.ts'
import { addMeaning, MEANING_WIDTH, type Meanings } from './meanings.ts'
import { rowOf, type Vocabulary } from './vocabulary.ts'
import { byWord, type Word } from './words.ts'

/** Rows and their values, block after block, each block of unit length. */
export interface SparseVector {
  rows: Int32Array
  values: Float32Array
  /** Where each block ends: words, grams, marks, meaning. What comes after the last is no part. */
  ends: [number, number, number, number]
}

/** What the rows stand for: features by their hashes, then the numbers of a meaning. */
export interface Lexis {
  vocabulary: Vocabulary
  /** Weight of each feature by its rarity. */
  idf: Float32Array
  meanings: Meanings
}

/** Lends its vector until the next call: whoever keeps it takes a `copyOf` it. */
export type Vectoriser = (source: FeatureSource) => SparseVector

export const copyOf = ({ rows, values, ends }: SparseVector): SparseVector => ({
  rows: rows.slice(0, ends[3]),
  values: values.slice(0, ends[3]),
  ends: [...ends],
})

/**
 * Logarithmic counts times rarity, each block to unit length. A word's rows are looked for once and
 * remembered, and counts, rows and values stand in arrays that are used again: no map, no sorting
 * and no garbage for a post of 400 features.
 */
export function createVectoriser(lexis: Lexis): Vectoriser {
  const writing = beginning(lexis)
  return (source) => {
    writing.end = 0
    reserve(writing, source)
    const ends: SparseVector['ends'] = [0, 0, 0, 0]
    writeWords(writing, source)
    ends[0] = takeValues(writing, 0)
    writeGrams(writing, source)
    ends[1] = takeValues(writing, ends[0])
    for (const mark of source.marks) count(writing, rowOf(lexis.vocabulary, mark))
    ends[2] = takeValues(writing, ends[1])
    ends[3] = writeMeaning(writing, source.roots)
    return { rows: writing.rows, values: writing.values, ends }
  }
}

interface WordRows {
  own: number
  above: number
  grams: number[]
}

interface Writing {
  lexis: Lexis
  wordRows: (word: Word) => WordRows
  rootRow: (root: Word) => number
  /** How often each row occurs in this block. */
  counts: Uint16Array
  /** Whether the meaning of a root was added. */
  added: Uint8Array
  rows: Int32Array
  values: Float32Array
  end: number
}

function beginning(lexis: Lexis): Writing {
  const { vocabulary, idf, meanings } = lexis
  const rootRow = (root: string) => (isRoot(root) ? rowOf(meanings.vocabulary, rootHash(root)) : -1)
  return {
    lexis,
    wordRows: byWord((word) => rowsOfWord(word, vocabulary)),
    rootRow: byWord(rootRow),
    counts: new Uint16Array(idf.length),
    added: new Uint8Array(meanings.rarity.length),
    rows: new Int32Array(0),
    values: new Float32Array(0),
    end: 0,
  }
}

function rowsOfWord(word: string, vocabulary: Vocabulary): WordRows {
  const { own, above, grams } = hashesOf(word)
  const known = grams.map((gram) => rowOf(vocabulary, gram)).filter((row) => row >= 0)
  return {
    own: rowOf(vocabulary, own),
    above: rowOf(vocabulary, above),
    grams: known,
  }
}

/** Room for whatever the post may bring. */
function reserve(writing: Writing, { said, above, marks }: FeatureSource): void {
  let most = 2 * said.length + above.length + marks.length + MEANING_WIDTH
  for (const { text } of said) most += text.length
  if (most <= writing.rows.length) return
  writing.rows = new Int32Array(2 * most)
  writing.values = new Float32Array(2 * most)
}

function writeWords(writing: Writing, { said, above }: FeatureSource): void {
  const { wordRows, lexis } = writing
  const most = Math.min(said.length, MAX_WORDS)
  for (let at = 0; at < most; at++) {
    const word = said[at] as Word
    count(writing, wordRows(word).own)
    if (at > 0) count(writing, rowOf(lexis.vocabulary, pairHash(said[at - 1] as Word, word)))
  }
  const mostAbove = Math.min(above.length, MAX_WORDS)
  for (let at = 0; at < mostAbove; at++) count(writing, wordRows(above[at] as Word).above)
}

function writeGrams(writing: Writing, { said }: FeatureSource): void {
  const most = Math.min(said.length, MAX_WORDS)
  for (let at = 0; at < most; at++) {
    const { grams } = writing.wordRows(said[at] as Word)
    for (let each = 0; each < grams.length; each++) count(writing, grams[each] as number)
  }
}

/** Each known row is listed once, however often it is counted. */
function count(writing: Writing, row: number): void {
  if (row < 0) return
  const { counts } = writing
  if (counts[row] === 0) writing.rows[writing.end++] = row
  counts[row] = (counts[row] as number) + 1
}

/** Counts from `from` on → values of unit length; counts back to nothing. Returns where they end. */
function takeValues({ lexis, counts, rows, values, end }: Writing, from: number): number {
  const { idf } = lexis
  for (let index = from; index < end; index++) {
    const row = rows[index] as number
    values[index] = logarithm(counts[row] as number) * (idf[row] as number)
    counts[row] = 0
  }
  toLength(values, from, end, 1)
  return end
}

const LOGARITHMS = Float64Array.from({ length: 64 }, (_, count) => 1 + Math.log(count || 1))

function logarithm(count: number): number {
  return LOGARITHMS[count] ?? 1 + Math.log(count)
}

/** Writes the meaning of the known roots, each once; returns where it ends. */
function writeMeaning(writing: Writing, said: Word[]): number {
  const { lexis, rows, values, end: from, added } = writing
  const roots = rootsIn(writing, said)
  if (roots.length === 0) return from
  const to = from + MEANING_WIDTH
  values.fill(0, from, to)
  for (const root of roots) {
    addMeaning(lexis.meanings, root, values, from)
    added[root] = 0
  }
  for (let at = 0; at < MEANING_WIDTH; at++) rows[from + at] = lexis.idf.length + at
  toLength(values, from, to, 1)
  return to
}

function rootsIn({ rootRow, added }: Writing, said: Word[]): number[] {
  const found: number[] = []
  for (const word of said) {
    const root = rootRow(word)
    if (root < 0 || added[root] === 1) continue
    added[root] = 1
    found.push(root)
  }
  return found
}

/** Brings a stretch to a length, in place; one of nothing stays so. */
export function toLength(values: Float32Array, from: number, to: number, length: number): void {
  const by = length / (Math.sqrt(squaresOf(values, from, to)) || 1)
  for (let at = from; at < to; at++) values[at] = (values[at] as number) * by
}

function squaresOf(values: Float32Array, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += (values[at] as number) * (values[at] as number)
  return sum
}
