/**
 * Keys under which a post is found by others that may speak of the same problem: a shared key says
 * "look at each other", never "the same".
 */
import type { Gatherable, SpokenName } from './gatherable.ts'
import { likelyTopics } from './topic-likeness.ts'

/** Rarer words are names that the place finder missed more often than not. */
const HIDDEN_RARITY = 8.2
const NAME_RARITY = 6
const MOST_WORDS = 8
/** "Palangka Raya" and "palangkaraya" share so many. */
const LETTERS = 7

const DISTRICT_CODE = 8
const MOST_BEARERS = 4
const WEEK = 7 * 86_400_000

/** Bands of the fingerprint, names and districts, words that hardly anybody says, thread and week. */
export function gatherKeys(post: Gatherable): string[] {
  const { category, fingerprint, telling, thread } = post
  const topics = likelyTopics(post)
  const hidden = telling.words.filter(([, rarity]) => rarity >= HIDDEN_RARITY)
  // a name that hides in small letters is found by the one that was seen
  const unseen = telling.words.slice(0, MOST_WORDS).filter(([, rarity]) => rarity >= NAME_RARITY)
  return [
    ...new Set([
      ...fingerprint.bands,
      ...telling.names.flatMap((name) => keysOfName(name, topics)),
      ...hidden.slice(0, MOST_WORDS).map(([word]) => `kata ${word}`),
      ...unseen.map(([word]) => `${category} ${word.slice(0, LETTERS)}`),
      ...(thread ? [`utas ${category} ${thread.slice(0, 80)}`] : []),
      ...weeksOf(post),
    ]),
  ]
}

/** A town has cases by the hundred: there a topic must agree. */
function keysOfName({ words, fine, codes }: SpokenName, topics: string[]): string[] {
  const own = words.filter(([, rarity]) => rarity >= NAME_RARITY)
  const close = fine ? own.map(([word]) => `kata ${word}`) : []
  const districts = codes.length <= MOST_BEARERS ? codes : []
  const places = [
    ...words.map(([word]) => word.slice(0, LETTERS)),
    ...districts.flatMap((code) => districtOf(code) ?? []),
  ]
  return [...close, ...places.flatMap((place) => topics.map((topic) => `${topic} ${place}`))]
}

const districtOf = (code: string): string | null =>
  code.length >= DISTRICT_CODE ? code.slice(0, DISTRICT_CODE) : null

/** Who names no place is compared with what came of late: with this week's and last week's. */
function weeksOf(post: Gatherable): string[] {
  if (post.postedAt === null) return []
  const week = Math.floor(post.postedAt / WEEK)
  return [week, week + 1].map((each) => `${post.category} pekan ${each}`)
}
