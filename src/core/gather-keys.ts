/**
 * Keys under which a post is found by others that may speak of the same problem: a shared key says
 * "look at each other", never "the same".
 */
import type { Gatherable, SpokenName } from './gatherable.ts'

/** Rarer words are names that the place finder missed more often than not. */
const HIDDEN_RARITY = 8.2
const NAME_RARITY = 6
const MOST_WORDS = 8
/** "Palangka Raya" and "palangkaraya" share so many. */
const LETTERS = 7

/** Bands of the fingerprint, names, words that hardly anybody says, and the thread. */
export function gatherKeys({ category, fingerprint, telling, thread }: Gatherable): string[] {
  const keys = new Set(fingerprint.bands)
  for (const name of telling.names) for (const key of keysOfName(name, category)) keys.add(key)
  const hidden = telling.words.filter(([, rarity]) => rarity >= HIDDEN_RARITY)
  for (const [word] of hidden.slice(0, MOST_WORDS)) keys.add(`kata ${word}`)
  // a name that hides in small letters is found by the one that was seen
  for (const [word, rarity] of telling.words.slice(0, MOST_WORDS))
    if (rarity >= NAME_RARITY) keys.add(`${category} ${word.slice(0, LETTERS)}`)
  if (thread) keys.add(`utas ${category} ${thread.slice(0, 80)}`)
  return [...keys]
}

/** A town has cases by the hundred: there the category must agree. */
function keysOfName({ words, fine }: SpokenName, category: string): string[] {
  const own = words.filter(([, rarity]) => rarity >= NAME_RARITY)
  const close = fine ? own.map(([word]) => `kata ${word}`) : []
  return [...close, ...words.map(([word]) => `${category} ${word.slice(0, LETTERS)}`)]
}
