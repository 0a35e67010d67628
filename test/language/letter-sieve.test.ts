import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashText } from '../../src/language/hash.ts'
import { createLetterSieve, SIEVE_START } from '../../src/language/letter-sieve.ts'

/** As the place finder asks: letter by letter, whatever came before. */
const letterByLetter = (name: string) =>
  [...name.split('')].reduce((hash, letter) => hashText(letter, hash), SIEVE_START)

const name = (at: number) => `desa ${at.toString(36)}`
const all = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => name(from + at))

describe('a sieve of letters', () => {
  it('never says no to a name that it holds', () => {
    const names = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 200 })
    fc.assert(
      fc.property(names, (held) => {
        const sieve = createLetterSieve(held)
        expect(held.filter((each) => !sieve.mayHold(letterByLetter(each)))).toEqual([])
      }),
      { seed: 7 },
    )
  })

  it('never does among as many names as there are villages, and lets few others through', () => {
    const villages = all(0, 90_000)
    const sieve = createLetterSieve(villages)
    expect(villages.filter((each) => !sieve.mayHold(letterByLetter(each)))).toEqual([])
    const strangers = all(100_000, 120_000)
    const through = strangers.filter((each) => sieve.mayHold(letterByLetter(each)))
    expect(through.length / strangers.length).toBeLessThan(0.1)
  })

  it('holds nothing where no name was given', () => {
    const sieve = createLetterSieve([])
    expect(all(0, 1000).some((each) => sieve.mayHold(letterByLetter(each)))).toBe(false)
  })
})
