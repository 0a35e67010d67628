import type { SpokenWord } from '../api/wire.ts'

/** A stretch of the text with all that it did; none for the words that did nothing. */
export interface Segment {
  text: string
  words: SpokenWord[]
}

/** Stretches that lie over each other are cut where one begins or ends: nothing is said twice. */
export const segmentsOf = (text: string, words: SpokenWord[]): Segment[] => {
  const edges = words.flatMap(({ from, to }) => [from, to])
  const cuts = [...new Set([0, ...edges, text.length])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b)
  return cuts.slice(1).flatMap((to, before) => {
    const from = cuts[before] as number
    const own = words.filter((word) => word.from <= from && word.to >= to)
    return to > from ? [{ text: text.slice(from, to), words: own }] : []
  })
}
