/** What is said in a case as the index keeps it: each word, and its root at the same place. */
import { searchWords } from '../core/search-query.ts'
import { cleanText } from './clean.ts'
import { stem } from './stems.ts'

/** Postgres numbers no more places than these. */
const MOST_WORDS = 16_000
/** Names and words of people, not numbers, codes and shouting. */
const PLAIN = /^[a-z]{4,24}$/

interface Saying {
  code: string
  title: string
  place: string | null
  posts: string[]
}

/** Lower-case word → the root that it is found by; the same for what is indexed and what is asked. */
export const searchStem = (word: string): string => stem(word)

/** @returns `words` as a tsvector literal: A code and title, B place, D posts */
export const digestCase = ({ code, title, place, posts }: Saying) => {
  const places = new Map<string, string[]>()
  let at = 0
  const add = (text: string, weight: string) => {
    for (const word of searchWords(text)) {
      if (++at > MOST_WORDS) return
      for (const lexeme of new Set([word, stem(word)]))
        places.set(lexeme, [...(places.get(lexeme) ?? []), `${at}${weight}`])
    }
    // a phrase does not reach from one post into the next
    at += 2
  }
  add(`${code} ${title}`, 'A')
  if (place) add(place, 'B')
  for (const text of posts) add(cleanText(text), 'D')
  return {
    words: [...places].map(([word, where]) => `'${word}':${where.join(',')}`).join(' '),
    lexemes: [...places.keys()].filter((word) => PLAIN.test(word)),
  }
}
