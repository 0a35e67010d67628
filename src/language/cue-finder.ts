/** Hears the clues of `cues.ts` in a word stream. */
import { CUES } from './cues.ts'
import { createPhraseFinder, type PhraseEntry } from './phrases.ts'

/** Clue name → the phrases that were heard, in order. */
export type Heard = ReadonlyMap<string, string[]>

export type CueFinder = (stems: string[]) => Heard

/** Most words between the words of a cue: cues are set expressions, topics are not. */
const CUE_GAP = 2

/** @param stemsOf phrase → stems, by the same normaliser as the posts */
export function createCueFinder(stemsOf: (phrase: string) => string[]): CueFinder {
  const entries = Object.entries(CUES).flatMap(([name, list]) => entriesOf(name, list, stemsOf))
  const find = createPhraseFinder(entries)
  return (stems) => {
    const heard = new Map<string, string[]>()
    for (const { entry, gap } of find(stems)) {
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
  stemsOf: (phrase: string) => string[],
): PhraseEntry<string>[] {
  return list.split(',').map((text) => ({ text: text.trim(), stems: stemsOf(text.trim()), tag }))
}
