/**
 * Which of many named signs a text has. Words and phrases are all heard in one pass; a pattern is
 * asked only where some letters stand without which it cannot fit: it costs ten times a word.
 */
import { createLetterAutomaton, type Literal } from './letter-automaton.ts'

export interface Sign {
  name: string
  /** Words and phrases that are the sign by themselves, in lower case. */
  words: string[]
  /** … or a pattern, asked where one of `needs` stands; everywhere where nothing is needed. */
  pattern: RegExp | null
  /** In lower case; each text that fits the pattern has one of them. */
  needs: string[]
}

/** @param words parted by commas; in capitals or not, they are heard as words of their own */
export const saying = (name: string, words: string): Sign => ({
  name,
  words: listed(words),
  pattern: null,
  needs: [],
})

/** @param needs letters parted by commas, a blank at their ends counts; none: the pattern is always asked */
export const built = (name: string, pattern: RegExp, needs = ''): Sign => ({
  name,
  words: [],
  pattern,
  needs: needs === '' ? [] : needs.split(','),
})

const listed = (words: string) => words.split(',').map((word) => word.trim())

/** Text → the names of its signs, in the order in which they are listed. */
export type SignFinder = (text: string) => string[]

const [SILENT, POSSIBLE, THERE] = [0, 1, 2]

export function createSignFinder(signs: readonly Sign[]): SignFinder {
  const literals = signs.flatMap(literalsOf)
  const listen = createLetterAutomaton(literals)
  const unheard = Uint8Array.from(signs, ({ words, needs }) =>
    words.length + needs.length > 0 ? SILENT : POSSIBLE,
  )
  const found = new Uint8Array(signs.length)
  const hear = (literal: number) => {
    const { at, proves } = literals[literal] as Clue
    found[at] = Math.max(found[at] as number, proves ? THERE : POSSIBLE)
  }
  return (text) => {
    found.set(unheard)
    listen(text.toLowerCase(), hear)
    return signs.filter((sign, at) => isThere(sign, found[at] as number, text)).map(nameOf)
  }
}

interface Clue extends Literal {
  /** Of which sign. */
  at: number
  /** It is the sign, and does not only allow for it. */
  proves: boolean
}

const literalsOf = ({ words, needs }: Sign, at: number): Clue[] => [
  ...words.map((text) => ({ text, at, whole: true, proves: true })),
  ...needs.map((text) => ({ text, at, whole: false, proves: false })),
]

const isThere = ({ pattern }: Sign, found: number, text: string): boolean =>
  found === THERE || (found === POSSIBLE && pattern?.test(text) === true)

const nameOf = ({ name }: Sign) => name
