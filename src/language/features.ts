/**
 * Features of the linear model in three blocks: hashed words and word pairs, groups of four letters
 * in each word, and named marks (which rule fired, which cue was heard). No stems: measured, they
 * cost points. Groups of three to five letters gained 0.003 for three times the work.
 */
import { hashText } from './hash.ts'

/** Hashes with repeats, block by block; each block is weighed apart, see `vector.ts`. */
export interface Features {
  words: Uint32Array
  grams: Uint32Array
  marks: Uint32Array
  /** Roots of the words, each once: what `meanings.ts` knows them by. No block of its own. */
  roots: Uint32Array
}

/** Longer posts say nothing new and cost time. */
const MAX_WORDS = 160

export interface FeatureSource {
  words: string[]
  /** Their roots. */
  stems: string[]
  /** Words of the post that this one answers. */
  parentWords: string[]
  /** Named marks: "topik:jalan.rusak", "bentuk:tanya". */
  marks: string[]
}

/** Words and marks → hashes. The same source always gives the same lists. */
export function featuresOf(source: FeatureSource): Features {
  const words = source.words.slice(0, MAX_WORDS)
  const grams: number[] = []
  const hashes: number[] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string
    hashes.push(hashText(word, 11))
    if (index > 0) hashes.push(hashText(`${words[index - 1]} ${word}`, 13))
    if (!word.startsWith('<')) pushGrams(grams, `_${word}_`)
  }
  for (const word of source.parentWords.slice(0, MAX_WORDS)) hashes.push(hashText(word, 19))
  return {
    words: Uint32Array.from(hashes),
    grams: Uint32Array.from(grams),
    marks: Uint32Array.from(source.marks, (mark) => hashText(mark, 23)),
    roots: rootsOf(source.stems),
  }
}

/** Roots of three letters and more, each once. */
function rootsOf(stems: string[]): Uint32Array {
  const roots = new Set<number>()
  for (const stem of stems) if (isRoot(stem)) roots.add(rootHash(stem))
  return Uint32Array.from(roots)
}

const ROOT_SEED = 29

/** Marks and scraps have no meaning of their own. */
export const isRoot = (stem: string) => stem.length > 2 && !stem.startsWith('<')

/** What `meanings.ts` knows a root by. */
export const rootHash = (root: string): number => hashText(root, ROOT_SEED)

/** What one word of the list adds: itself, its pairs with its neighbours, its groups of letters. */
export function featuresOfWord(words: string[], at: number) {
  const word = words[at] as string
  const pairs = [at, at + 1].filter((end) => end > 0 && end < Math.min(words.length, MAX_WORDS))
  const grams: number[] = []
  if (at < MAX_WORDS && !word.startsWith('<')) pushGrams(grams, `_${word}_`)
  return {
    own: at < MAX_WORDS ? [hashText(word, 11)] : [],
    pairs: pairs.map((end) => hashText(`${words[end - 1]} ${words[end]}`, 13)),
    grams,
  }
}

const GRAM = 4

/** Hashed on the way, without making strings. */
function pushGrams(grams: number[], word: string): void {
  for (let start = 0; start + GRAM <= word.length; start++) {
    let hash = 17
    for (let at = start; at < start + GRAM; at++) {
      hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
    }
    grams.push(hash >>> 0)
  }
}
