/**
 * Polite closings are no praise: "terima kasih" at the end of complaints caused 56 % of the wrong
 * labels of a keyword matcher on 1,723 real reports.
 */
import { createPhraseFinder, type PhraseHit } from './phrases.ts'
import type { WordStream } from './word-stream.ts'

/** Words at either end within which a polite phrase is a formula. */
const EDGE = 9
/** In a shorter post "makasih" is the message itself. */
const SHORT_POST = 14

/** Takes polite phrases off the ends of longer posts. */
export function createPoliteness(
  phrases: string[],
  stemsOf: (phrase: string) => string[],
): (stream: WordStream) => WordStream {
  const find = createPhraseFinder(
    phrases.map((text) => ({ text, stems: stemsOf(text), tag: 'polite' })),
  )
  return (stream) => {
    if (stream.stems.length < SHORT_POST) return stream
    const polite = new Set<number>()
    for (const hit of find(stream.roots)) {
      if (isFormula(hit, stream.stems.length)) addRange(polite, hit.from, hit.to)
    }
    return polite.size === 0 ? stream : without(stream, polite)
  }
}

function isFormula(hit: PhraseHit<string>, length: number): boolean {
  return hit.gap === 0 && (hit.to < EDGE || hit.from >= length - EDGE)
}

function addRange(set: Set<number>, from: number, to: number): void {
  for (let at = from; at <= to; at++) set.add(at)
}

function without(stream: WordStream, polite: Set<number>): WordStream {
  const keep = <T>(list: T[]) => list.filter((_, index) => !polite.has(index))
  return {
    words: keep(stream.words),
    stems: keep(stream.stems),
    said: keep(stream.said),
    roots: keep(stream.roots),
    tokens: keep(stream.tokens),
  }
}
