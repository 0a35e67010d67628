/**
 * Features of the linear model in three blocks: hashed words and word pairs, groups of four letters
 * in each word, and named marks (which rule fired, which cue was heard). No stems: measured, they
 * cost points. Groups of three to five letters gained 0.003 for three times the work.
 */
import type { Forms } from './form-features.ts'
import { hashText } from './hash.ts'
import { byWord, type Word } from './words.ts'

/** Hashes with repeats, block by block; each block is weighed apart, see `vector.ts`. */
export interface Features {
  words: Uint32Array
  grams: Uint32Array
  marks: Uint32Array
  /** Roots of the words, each once: what `meanings.ts` knows them by. No block of its own. */
  roots: Uint32Array
  /** How it is built, whatever it is about: see `form-features.ts`. No block of the vector either. */
  forms: Forms
}

/** Longer posts say nothing new and cost time. */
export const MAX_WORDS = 160

export interface FeatureSource {
  said: Word[]
  /** Their roots. */
  roots: Word[]
  /** Words of the post that this one answers. */
  above: Word[]
  /** Hashes of named marks, see `marks.ts`. */
  marks: number[]
  forms: Forms
}

/** Words and marks → hashes. The same source always gives the same lists. */
export function featuresOf({ said, roots, above, marks, forms }: FeatureSource): Features {
  const words: number[] = []
  const grams: number[] = []
  said.slice(0, MAX_WORDS).forEach((word, at) => {
    const hashes = wordHashes(word)
    words.push(hashes.own)
    if (at > 0) words.push(pairHash(said[at - 1] as Word, word))
    for (const gram of hashes.grams) grams.push(gram)
  })
  for (const word of above.slice(0, MAX_WORDS)) words.push(wordHashes(word).above)
  return {
    words: Uint32Array.from(words),
    grams: Uint32Array.from(grams),
    marks: Uint32Array.from(marks),
    roots: rootsOf(roots),
    forms,
  }
}

interface WordHashes {
  own: number
  /** Where it stands in the post above. */
  above: number
  /** What a pair that begins with it is hashed on from. */
  opening: number
  /** Its groups of letters, in order; a mark ("<tempat>") has none. */
  grams: number[]
}

/** The same words come in every post: hashed once. */
const wordHashes = byWord(hashesOf)

export function hashesOf(text: string): WordHashes {
  return {
    own: hashText(text, 11),
    above: hashText(text, 19),
    opening: hashText(' ', hashText(text, 13)),
    grams: text.startsWith('<') ? [] : gramsOf(`_${text}_`),
  }
}

/** Of two words that stand side by side. */
export const pairHash = (left: Word, right: Word) => hashText(right.text, wordHashes(left).opening)

/** Roots of three letters and more, each once. */
function rootsOf(words: Word[]): Uint32Array {
  const roots = new Set<number>()
  for (const { text } of words) if (isRoot(text)) roots.add(rootHash(text))
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
  const { own, grams } = hashesOf(word)
  return {
    own: at < MAX_WORDS ? [own] : [],
    pairs: pairs.map((end) => hashText(`${words[end - 1]} ${words[end]}`, 13)),
    grams: at < MAX_WORDS ? grams : [],
  }
}

const GRAM = 4

/** Hashed on the way, without making strings. */
function gramsOf(word: string): number[] {
  const grams: number[] = []
  for (let start = 0; start + GRAM <= word.length; start++) {
    let hash = 17
    for (let at = start; at < start + GRAM; at++) {
      hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
    }
    grams.push(hash >>> 0)
  }
  return grams
}
