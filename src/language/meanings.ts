/**
 * What a post's words are near to, in a few dozen numbers: a synonym that no post of the category
 * had stands near those that had. Learned from the company of words in the corpus alone.
 */
import { neighboursOf } from './neighbours.ts'
import { createRandom } from './random.ts'
import { buildVocabulary, rowOf, type Vocabulary } from './vocabulary.ts'
import { mainDirections } from './word-vectors.ts'

export interface Meanings {
  vocabulary: Vocabulary
  /** Weight of each word by its rarity. */
  rarity: Float32Array
  /** Words × `MEANING_WIDTH`, each row of about length 127. */
  vectors: Int8Array
}

/** Numbers that a post's meaning has. 100 and 200 gain nothing more (measured) and cost time. */
export const MEANING_WIDTH = 64

export interface RootedPost {
  /** Hashes of its roots, each once. */
  roots: Uint32Array
  weight: number
}

const LEAST = 3
const MOST = 12_000
const SEED = 3

/** The same posts always give the same meanings. */
export function learnMeanings(posts: RootedPost[]): Meanings {
  const rows = commonRoots(posts)
  const index = new Map(rows.map(([hash], row) => [hash, row]))
  const sets = posts.map(({ roots, weight }) => ({
    words: [...roots].flatMap((hash) => index.get(hash) ?? []),
    weight,
  }))
  const matrix = neighboursOf(sets, rows.length)
  const vectors = mainDirections(matrix, rows.length, MEANING_WIDTH, createRandom(SEED))
  return {
    vocabulary: buildVocabulary(rows.map(([hash]) => hash)),
    rarity: Float32Array.from(rows, ([, count]) => Math.log(posts.length / count)),
    vectors: Int8Array.from(vectors, (value) => Math.round(value * 127)),
  }
}

function commonRoots(posts: RootedPost[]): [hash: number, count: number][] {
  const counts = new Map<number, number>()
  for (const { roots } of posts)
    for (const hash of roots) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= LEAST)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST)
}

/** Adds the known roots into `into`, the rare ones more; returns whether there were any. */
export function addMeanings(meanings: Meanings, roots: Uint32Array, into: Float32Array): boolean {
  const { vocabulary } = meanings
  let known = false
  for (const hash of roots) {
    const row = rowOf(vocabulary, hash)
    if (row < 0) continue
    known = true
    addMeaning(meanings, row, into, 0)
  }
  return known
}

/** Adds the meaning of one known root from `to` on. */
export function addMeaning(
  { rarity, vectors }: Meanings,
  row: number,
  into: Float32Array,
  to: number,
): void {
  const weight = rarity[row] as number
  const from = row * MEANING_WIDTH
  for (let at = 0; at < MEANING_WIDTH; at++) {
    into[to + at] = (into[to + at] as number) + weight * (vectors[from + at] as number)
  }
}
