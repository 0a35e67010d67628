/** The same words come again and again: what was worked out for one is kept, up to a limit. */

/** Hostile text must not grow a memory without end. */
const MOST_REMEMBERED = 50_000
/** No word that comes again is longer. */
const LONGEST = 40

/**
 * `work` of a word, worked out once.
 * @param beyond what is done with a word that is not kept
 */
export function remembering<T>(
  work: (word: string) => T,
  beyond: (word: string) => T = work,
  memory = new Map<string, T>(),
): (word: string) => T {
  return (word) => {
    const remembered = memory.get(word)
    if (remembered !== undefined) return remembered
    if (memory.size >= MOST_REMEMBERED || word.length > LONGEST) return beyond(word)
    const made = work(word)
    memory.set(word, made)
    return made
  }
}
