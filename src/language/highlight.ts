/** Where a text says what was looked for: a few words round it, and the places to mark. */
import { searchWords } from '../core/search-query.ts'
import { stem } from './stems.ts'

export interface Highlight {
  text: string
  /** Start inclusive, end exclusive, in `text`. */
  marks: [start: number, end: number][]
}

interface Wanted {
  word: string
  stem: string
}

const BEFORE = 60
const LENGTH = 220
const LONGEST_TEXT = 8_000
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** The text that says most of it, shortened to where it does; null where none says any. */
export const bestHighlight = (texts: string[], wanted: Wanted[]): Highlight | null => {
  const found = texts
    .map((text) => hitsIn(text.slice(0, LONGEST_TEXT), wanted))
    .filter(({ hits }) => hits.length > 0)
  const best = found.reduce<(typeof found)[number] | null>(
    (most, one) => (most && most.kinds >= one.kinds ? most : one),
    null,
  )
  return best && shorten(best.text, best.hits)
}

const hitsIn = (text: string, wanted: Wanted[]) => {
  const hits: [number, number][] = []
  const kinds = new Set<string>()
  for (const match of text.matchAll(WORD)) {
    const [word = ''] = searchWords(match[0])
    const meant = wanted.find((one) => word.startsWith(one.word) || stem(word) === one.stem)
    if (!meant) continue
    kinds.add(meant.stem)
    hits.push([match.index, match.index + match[0].length])
  }
  return { text, hits, kinds: kinds.size }
}

const shorten = (text: string, hits: [number, number][]): Highlight => {
  const from = startOf(text, Math.max(0, (hits[0]?.[0] ?? 0) - BEFORE))
  const to = Math.min(text.length, from + LENGTH)
  const lead = from > 0 ? '…' : ''
  const shift = lead.length - from
  return {
    text: `${lead}${text.slice(from, to).toWellFormed()}${to < text.length ? '…' : ''}`,
    marks: hits
      .filter(([, end]) => end <= to)
      .map(([start, end]) => [start + shift, end + shift] as [number, number]),
  }
}

/** Never in the middle of a word. */
const startOf = (text: string, at: number): number => {
  if (at === 0) return 0
  const space = text.indexOf(' ', at)
  return space > 0 && space - at < 30 ? space + 1 : at
}
