/**
 * How many writers of the corpus use a word in small letters and mean no place by it: "perigi" is in the
 * dictionary and a village of OKI, and of the two only the village is ever written of.
 */
import { cleanText } from './clean.ts'
import { tokenise } from './tokens.ts'

/** What is needed of a post: the place is its label, as it is written there. */
export interface WrittenPost {
  text: string
  writer: string
  place?: string | null
}

/** Word → number of writers. */
export type WordUse = ReadonlyMap<string, number>

export function wordUseOf(posts: readonly WrittenPost[]): WordUse {
  const writers = new Map<string, Set<string>>()
  for (const post of posts)
    for (const word of smallWords(post)) {
      const known = writers.get(word)
      if (known) known.add(post.writer)
      else writers.set(word, new Set([post.writer]))
    }
  return new Map([...writers].map(([word, { size }]) => [word, size]))
}

function smallWords({ text, place }: WrittenPost): Set<string> {
  const cleaned = cleanText(text)
  const from = place ? cleaned.toLowerCase().indexOf(place.toLowerCase()) : -1
  const to = from < 0 ? from : from + (place ?? '').length
  const tokens = tokenise(cleaned).filter(({ kind, raw, lower, start }) => {
    return kind === 'word' && raw === lower && (start < from || start >= to)
  })
  return new Set(tokens.map(({ lower }) => lower))
}
