/** Hears the clues of `cues.ts` in a word stream. */
import { CUES } from './cues.ts'
import { createPhraseFinder, type PhraseEntry } from './phrases.ts'

/** Clue name → the phrases that were heard, in order. */
export type Heard = ReadonlyMap<string, string[]>

export type CueFinder = (words: string[]) => Heard

/** Most words between the words of a cue: cues are set expressions, topics are not. */
const CUE_GAP = 2

/**
 * Listens to whole words, not to stems: "digelapkan" (embezzled) is not "gelap" (dark).
 * @param wordsOf phrase → standard words, by the same normaliser as the posts
 */
export function createCueFinder(wordsOf: (phrase: string) => string[]): CueFinder {
  const entries = Object.entries(CUES).flatMap(([name, list]) => entriesOf(name, list, wordsOf))
  const find = createPhraseFinder(entries)
  return (words) => {
    const heard = new Map<string, string[]>()
    for (const { entry, gap } of find(words)) {
      if (gap > CUE_GAP) continue
      const list = heard.get(entry.tag)
      if (!list) heard.set(entry.tag, [entry.text])
      else if (!list.includes(entry.text)) list.push(entry.text)
    }
    return heard
  }
}

function entriesOf(
  tag: string,
  list: string,
  wordsOf: (phrase: string) => string[],
): PhraseEntry<string>[] {
  return list.split(',').map((text) => ({ text: text.trim(), stems: wordsOf(text.trim()), tag }))
}
