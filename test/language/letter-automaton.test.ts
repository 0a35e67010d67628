import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLetterAutomaton, type Literal } from '../../src/language/letter-automaton.ts'

const heardIn = (literals: Literal[], text: string) => {
  const heard: string[] = []
  createLetterAutomaton(literals)(text, (at) => heard.push((literals[at] as Literal).text))
  return heard.sort()
}

const anywhere = (text: string): Literal => ({ text, whole: false })
const asWord = (text: string): Literal => ({ text, whole: true })

/** Few letters, so that words overlap, begin and end in one another. */
const letters = (minLength: number) =>
  fc
    .array(fc.constantFrom('a', 'b', 'n', ' ', '-', 'é'), { minLength, maxLength: minLength + 6 })
    .map((list) => list.join(''))

const timesIn = (text: string, literal: string) => {
  let times = 0
  for (let at = text.indexOf(literal); at >= 0; at = text.indexOf(literal, at + 1)) times++
  return times
}

describe('words heard in one pass', () => {
  it('are those that stand there, also within one another', () => {
    const words = ['she', 'he', 'hers', 'his'].map(anywhere)
    expect(heardIn(words, 'ushers')).toEqual(['he', 'hers', 'she'])
  })

  it('are as many as a search for each of them finds, whatever the letters', () => {
    const questions = fc.record({
      words: fc.uniqueArray(letters(1), { minLength: 1, maxLength: 8 }),
      text: letters(20),
    })
    fc.assert(
      fc.property(questions, ({ words, text }) => {
        const expected = words.flatMap((word) => new Array(timesIn(text, word)).fill(word)).sort()
        expect(heardIn(words.map(anywhere), text)).toEqual(expected)
      }),
    )
  })

  it('stand alone where a whole word is asked for, as a pattern with \\b would have it', () => {
    const questions = fc.record({ word: letters(1), text: letters(20) })
    fc.assert(
      fc.property(questions, ({ word, text }) => {
        const found = heardIn([asWord(word)], text).length > 0
        expect(found).toBe(new RegExp(`\\b${word}\\b`, 'iu').test(text))
      }),
    )
  })

  it('"ya" is not heard in "saya"', () => {
    expect(heardIn([asWord('ya')], 'saya, bayar')).toEqual([])
    expect(heardIn([asWord('ya')], 'iya, ya?')).toEqual(['ya'])
  })
})
