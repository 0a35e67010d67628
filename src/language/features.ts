/**
 * Features of the linear model: hashed words, word pairs, character 3- to 5-grams of each word,
 * and named marks (which rule fired, which cue was heard). No stems: measured, they cost points.
 */
import { hashText } from './hash.ts'

/** Feature hashes with repeats; a mark is one feature too. */
export type Features = number[]

/** Longer posts say nothing new and cost time. */
const MAX_WORDS = 160

export interface FeatureSource {
  words: string[]
  /** Words of the post that this one answers. */
  parentWords: string[]
  /** Named marks: "aturan:jalan.rusak", "tanda:tanya". */
  marks: string[]
}

/** Words and marks → hashes. The same source always gives the same list. */
export function featuresOf(source: FeatureSource): Features {
  const features: Features = []
  const words = source.words.slice(0, MAX_WORDS)
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string
    features.push(hashText(word, 11))
    if (index > 0) features.push(hashText(`${words[index - 1]} ${word}`, 13))
    if (!word.startsWith('<')) pushGrams(features, `_${word}_`)
  }
  for (const word of source.parentWords.slice(0, MAX_WORDS)) features.push(hashText(word, 19))
  for (const mark of source.marks) features.push(hashText(mark, 23))
  return features
}

/** Character 3- to 5-grams, hashed on the way, without making strings. */
function pushGrams(features: Features, word: string): void {
  for (let start = 0; start + 3 <= word.length; start++) {
    let hash = 17
    for (let offset = 0; offset < 5 && start + offset < word.length; offset++) {
      hash = Math.imul(hash ^ word.charCodeAt(start + offset), 0x01000193)
      if (offset >= 2) features.push((hash ^ (offset << 28)) >>> 0)
    }
  }
}
