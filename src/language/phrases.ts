/**
 * Finds phrases in a word stream, over stems, with up to four words between ("lampu jalan … mati").
 * Phrases are indexed by their first word, which with gaps is what Aho-Corasick is without: each
 * word of the post is looked up once, and only phrases that begin with it are followed.
 */
import { BREAK } from './word-stream.ts'

export interface PhraseEntry<T> {
  text: string
  stems: string[]
  tag: T
}

export interface PhraseHit<T> {
  entry: PhraseEntry<T>
  /** Word positions, `to` inclusive. */
  from: number
  to: number
  /** Words between the phrase's own words. */
  gap: number
}

export type PhraseFinder<T> = (stems: string[]) => PhraseHit<T>[]

/** Words that may stand between the first and the last word of a phrase. */
const MAX_GAP = 4
/** A new sentence between two words of a phrase counts as so many words. */
const BREAK_COST = 3

/** @param entries phrases whose stems were made by the same normaliser and stemmer as the post's */
export function createPhraseFinder<T>(entries: PhraseEntry<T>[]): PhraseFinder<T> {
  const byFirst = new Map<string, PhraseEntry<T>[]>()
  for (const entry of entries) {
    const first = entry.stems[0]
    if (first === undefined) continue
    const list = byFirst.get(first)
    if (list) list.push(entry)
    else byFirst.set(first, [entry])
  }
  return (stems) => findAll(stems, byFirst)
}

function findAll<T>(stems: string[], byFirst: Map<string, PhraseEntry<T>[]>): PhraseHit<T>[] {
  const hits: PhraseHit<T>[] = []
  for (let from = 0; from < stems.length; from++) {
    const entries = byFirst.get(stems[from] as string)
    if (!entries) continue
    for (const entry of entries) {
      const hit = follow(stems, from, entry)
      if (hit) hits.push(hit)
    }
  }
  return hits
}

function follow<T>(stems: string[], from: number, entry: PhraseEntry<T>): PhraseHit<T> | null {
  let at = from
  let gap = 0
  for (let next = 1; next < entry.stems.length; next++) {
    const wanted = entry.stems[next]
    at++
    while (stems[at] !== wanted) {
      if (at >= stems.length) return null
      gap += stems[at] === BREAK ? BREAK_COST : 1
      if (gap > MAX_GAP) return null
      at++
    }
  }
  return { entry, from, to: at, gap }
}
