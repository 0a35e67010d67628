/** Which features get a row of the model, and how rare they are. */
import type { Features } from './features.ts'
import { buildVocabulary, type Vocabulary } from './vocabulary.ts'

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
