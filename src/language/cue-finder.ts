/** Hears the clues of `cues.ts` in a word stream. */
import { CUES } from './cues.ts'
import { createPhraseFinder, type PhraseEntry } from './phrases.ts'
import type { Word } from './words.ts'

/** Clue name → the phrases that were heard, in order. */
export type Heard = ReadonlyMap<string, string[]>

export type CueFinder = (words: Word[]) => Heard

/** A cue with the words of the stream that it was heard in, `to` inclusive. */
export interface CueHit {
  cue: string
  phrase: string
  from: number
  to: number
}

export type CueSpotter = (words: Word[]) => CueHit[]

/** Most words between the words of a cue: cues are set expressions, topics are not. */
const CUE_GAP = 2

/**
 * Listens to whole words, not to stems: "digelapkan" (embezzled) is not "gelap" (dark).
 * @param wordsOf phrase → standard words, by the same normaliser as the posts
 */
export function createCueSpotter(wordsOf: (phrase: string) => string[]): CueSpotter {
  const entries = Object.entries(CUES).flatMap(([name, list]) => entriesOf(name, list, wordsOf))
  const find = createPhraseFinder(entries)
  return (words) =>
    find(words)
      .filter(({ gap }) => gap <= CUE_GAP)
      .map(({ entry, from, to }) => ({ cue: entry.tag, phrase: entry.text, from, to }))
}

/** What a post says by its cues, wherever they stand. */
export function createCueFinder(spot: CueSpotter): CueFinder {
  return (words) => {
    const heard = new Map<string, string[]>()
    for (const { cue, phrase } of spot(words)) {
      const list = heard.get(cue)
      if (!list) heard.set(cue, [phrase])
      else if (!list.includes(phrase)) list.push(phrase)
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
