import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remembering } from '../../src/language/remember.ts'
import { spellingIn } from '../../src/language/spellings.ts'
import { byWord, wordOf } from '../../src/language/words.ts'

/** More different words than the memory holds, as a bored attacker sends them. */
const FLOOD = Array.from({ length: 70_000 }, (_, at) => `banjir${at.toString(36)}`)
const TOO_LONG = 'wk'.repeat(30)

const whole = (text: string) => spellingIn(text, 0, text.length)

describe('a spelling that stands in a text', () => {
  it('is what is cut out there, with its word in lower case', () => {
    const cuts = fc.tuple(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), fc.nat(60))
    fc.assert(
      fc.property(cuts, ([text, one, other]) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const { raw, word } = spellingIn(text, from, Math.min(to, text.length))
        expect(raw).toBe(text.slice(from, to))
        expect(word.text).toBe(raw.toLowerCase())
      }),
      { seed: 7 },
    )
  })

  it('is the same one wherever it comes again, and "Jalan" has the word of "jalan"', () => {
    const first = whole('Jalan')
    expect(spellingIn('di Jalan itu', 3, 8)).toBe(first)
    expect(whole('jalan')).not.toBe(first)
    expect(whole('jalan').word).toBe(first.word)
  })

  it('is not taken for another of the same hash', () => {
    // known to collide in FNV-1a of 32 bits
    for (const [one, other] of [
      ['costarring', 'liquid'],
      ['declinate', 'macallums'],
    ] as const) {
      expect(whole(one).raw).toBe(one)
      expect(whole(other).raw).toBe(other)
      expect(whole(one).raw).toBe(one)
    }
  })
})

describe('a flood of words that nobody ever wrote', () => {
  it('fills a memory up to its limit, and is worked out all the same', () => {
    const memory = new Map<string, number>()
    const lengthOf = remembering((word) => word.length, undefined, memory)
    for (const word of FLOOD) expect(lengthOf(word)).toBe(word.length)
    expect(memory.size).toBe(50_000)
    lengthOf(TOO_LONG)
    expect(memory.has(TOO_LONG)).toBe(false)
  })

  it('takes no number after the last one, and what is known keeps its own', () => {
    const known = wordOf('jalan')
    const numbers = FLOOD.map((word) => wordOf(word).id)
    expect(Math.max(...numbers)).toBeLessThan(50_000)
    expect(wordOf('sungguhbarulagi')).toEqual({ id: -1, text: 'sungguhbarulagi' })
    expect(wordOf(TOO_LONG).id).toBe(-1)
    expect(wordOf('jalan')).toBe(known)
  })

  it('leaves nothing behind where something is worked out for a word', () => {
    let times = 0
    const shout = byWord((text) => {
      times++
      return text.toUpperCase()
    })
    const late = wordOf('terlambatsekali')
    expect([shout(late), shout(late), shout(wordOf('jalan')), shout(wordOf('jalan'))]).toEqual([
      'TERLAMBATSEKALI',
      'TERLAMBATSEKALI',
      'JALAN',
      'JALAN',
    ])
    expect(times).toBe(3)
  })

  it('is spelled rightly beyond the limit, only not kept', () => {
    for (const word of FLOOD) expect(whole(word).raw).toBe(word)
    const last = FLOOD.at(-1) as string
    expect(whole(last)).toEqual(whole(last))
    expect(whole(last)).not.toBe(whole(last))
    expect(whole('Jalan')).toBe(whole('Jalan'))
  })
})
