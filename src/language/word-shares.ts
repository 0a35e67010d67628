/** How much each word of a post spoke for one category against another, by the trained model. */
import { featuresOfWord } from './features.ts'
import { type Model, seenBy } from './model.ts'
import { nearnessOf } from './nearness.ts'
import type { Analysis } from './post-analysis.ts'
import { copyOf, createVectoriser, type SparseVector } from './vector.ts'
import { rowOf } from './vocabulary.ts'

export type WordShares = (analysis: Analysis, chosen: string, against: string) => Float64Array

/** Each word of the stream: itself, half of each pair that it stands in, and its groups of letters. */
export function createWordShares(model: Model): WordShares {
  const { vocabulary, idf, meanings, category } = model
  const vectorise = createVectoriser(model)
  const rowsOf = (hashes: number[]) => hashes.map((hash) => rowOf(vocabulary, hash))
  return ({ stream, features }, chosen, against) => {
    const shares = new Float64Array(stream.words.length)
    const labels = [chosen, against].map((label) => category.labels.indexOf(label))
    const [wanted, other] = labels as [number, number]
    if (wanted < 0 || other < 0) return shares
    const vector = seenVector(category, copyOf(vectorise(features)))
    const said = stream.words.map((_, at) => featuresOfWord(stream.words, at))
    const words = said.map(({ own, pairs }) => [
      ...rowsOf(own).map((row): Part => [row, 1]),
      ...rowsOf(pairs).map((row): Part => [row, 0.5]),
    ])
    const grams = said.map((each) => rowsOf(each.grams).map((row): Part => [row, 1]))
    const width = category.labels.length
    const lead = (row: number): number => {
      const at = row * width
      const { weights, scale } = category
      return ((weights[at + wanted] ?? 0) - (weights[at + other] ?? 0)) * (scale[row] ?? 0)
    }
    addShares(shares, words, valuesIn(vector, 0), lead)
    addShares(shares, grams, valuesIn(vector, 1), lead)
    const near = (at: number) => category.blocks[3] * lead(idf.length + at)
    const meant = nearnessOf(meanings, stream.stems, near)
    return shares.map((share, at) => share + (meant[at] as number))
  }
}

const seenVector = (head: Model['category'], vector: SparseVector): SparseVector => ({
  ...vector,
  values: seenBy(head, vector),
})

/** A row of the model, and how much of it belongs to this word. */
type Part = [row: number, much: number]

/** Row → what the post has of it, in one block of features. */
function valuesIn(vector: SparseVector, block: 0 | 1): Map<number, number> {
  const from = block === 0 ? 0 : vector.ends[0]
  const values = new Map<number, number>()
  for (let at = from; at < vector.ends[block]; at++)
    values.set(vector.rows[at] as number, vector.values[at] as number)
  return values
}

/** What is said twice counts a little more than once: each time has its part of that. */
function addShares(
  shares: Float64Array,
  parts: Part[][],
  values: Map<number, number>,
  lead: (row: number) => number,
): void {
  const times = new Map<number, number>()
  for (const [row, much] of parts.flat()) times.set(row, (times.get(row) ?? 0) + much)
  parts.forEach((list, at) => {
    for (const [row, much] of list) {
      const share = (values.get(row) ?? 0) * lead(row) * (much / (times.get(row) ?? 1))
      shares[at] = (shares[at] as number) + share
    }
  })
}
