/**
 * Finds phrases in a word stream, over stems, with up to four words between ("lampu jalan … mati").
 * Phrases are indexed by their first word, which with gaps is what Aho-Corasick is without: each
 * word of the post is looked up once, and only phrases that begin with it are followed.
 */
import { BREAK } from './word-stream.ts'
import { byWord, type Word, wordOf } from './words.ts'

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

/** Over roots or over whole words, as the phrases are. */
export type PhraseFinder<T> = (words: Word[]) => PhraseHit<T>[]

/** Words that may stand between the first and the last word of a phrase. */
const MAX_GAP = 4
/** A new sentence between two words of a phrase counts as so many words. */
const BREAK_COST = 3

/** @param entries phrases whose stems were made by the same normaliser and stemmer as the post's */
export function createPhraseFinder<T>(entries: PhraseEntry<T>[]): PhraseFinder<T> {
  const byFirst = new Map<string, Phrase<T>[]>()
  for (const entry of entries) {
    const [first, ...rest] = entry.stems.map(wordOf)
    if (first === undefined) continue
    const phrase = { entry, rest }
    const list = byFirst.get(first.text)
    if (list) list.push(phrase)
    else byFirst.set(first.text, [phrase])
  }
  const begunBy = byWord((text) => byFirst.get(text) ?? NO_PHRASES)
  return (words) => findAll(words, begunBy)
}

interface Phrase<T> {
  entry: PhraseEntry<T>
  /** Its words after the first. */
  rest: Word[]
}

const NO_PHRASES: Phrase<never>[] = []

function findAll<T>(words: Word[], begunBy: (word: Word) => Phrase<T>[]): PhraseHit<T>[] {
  const hits: PhraseHit<T>[] = []
  for (let from = 0; from < words.length; from++) {
    const phrases = begunBy(words[from] as Word)
    for (let each = 0; each < phrases.length; each++) {
      const hit = follow(words, from, phrases[each] as Phrase<T>)
      if (hit) hits.push(hit)
    }
  }
  return hits
}

function follow<T>(words: Word[], from: number, { entry, rest }: Phrase<T>): PhraseHit<T> | null {
  let at = from
  let gap = 0
  for (let next = 0; next < rest.length; next++) {
    const wanted = rest[next] as Word
    at++
    while (!isSame(words[at], wanted)) {
      if (at >= words.length) return null
      gap += words[at] === BREAK ? BREAK_COST : 1
      if (gap > MAX_GAP) return null
      at++
    }
  }
  return { entry, from, to: at, gap }
}

/** Two that were not remembered are the same by their letters. */
const isSame = (one: Word | undefined, other: Word) =>
  one === other || (other.id < 0 && one?.text === other.text)
