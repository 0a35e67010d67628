import { describe, expect, it } from 'vitest'
import { rootHash } from '../../src/language/features.ts'
import {
  addMeanings,
  learnMeanings,
  MEANING_WIDTH,
  type Meanings,
} from '../../src/language/meanings.ts'
import { nearnessOf } from '../../src/language/nearness.ts'

const ROAD = ['aspal', 'jalan', 'motor', 'ban']
const WARD = ['dokter', 'obat', 'pasien', 'antre']

/** "lubang" and "kubangan" never meet, but keep the same company; "perawat" keeps another. */
function corpus() {
  const posts = Array.from({ length: 60 }, (_, at) => {
    const company = at % 3 === 2 ? WARD : ROAD
    const own = ['lubang', 'kubangan', 'perawat'][at % 3] as string
    const heard = company.filter((_, each) => each !== at % 4)
    return [own, ...heard, `lain${at % 7}`]
  })
  return posts.map((words) => ({ roots: Uint32Array.from(words, rootHash), weight: 1 }))
}

function vectorOf(meanings: Meanings, word: string): Float32Array {
  const vector = new Float32Array(MEANING_WIDTH)
  expect(addMeanings(meanings, Uint32Array.of(rootHash(word)), vector)).toBe(true)
  return vector
}

function likeness(meanings: Meanings, left: string, right: string): number {
  const [a, b] = [vectorOf(meanings, left), vectorOf(meanings, right)]
  const product = a.reduce((sum, value, at) => sum + value * (b[at] as number), 0)
  return product / (Math.hypot(...a) * Math.hypot(...b))
}

describe('the meaning of words', () => {
  const meanings = learnMeanings(corpus())

  it('is alike for two words that never meet but keep the same company', () => {
    expect(likeness(meanings, 'lubang', 'kubangan')).toBeGreaterThan(0.5)
    expect(likeness(meanings, 'lubang', 'perawat')).toBeLessThan(0.3)
  })

  it('is the same each time it is learned', () => {
    const again = learnMeanings(corpus())
    expect([...again.vectors]).toEqual([...meanings.vectors])
    expect([...again.rarity]).toEqual([...meanings.rarity])
  })

  it('is nothing for words that nobody wrote, and for a corpus without posts', () => {
    const into = new Float32Array(MEANING_WIDTH)
    expect(addMeanings(meanings, Uint32Array.of(rootHash('lumba-lumba')), into)).toBe(false)
    expect(addMeanings(learnMeanings([]), Uint32Array.of(rootHash('jalan')), into)).toBe(false)
    expect(into.every((value) => value === 0)).toBe(true)
  })
})

describe('what each word adds to the meaning of a post', () => {
  it('adds up to the whole, also where a word is said twice', () => {
    const meanings = learnMeanings(corpus())
    const stems = ['lubang', 'aspal', '<.>', 'lubang', 'tak-dikenal']
    const lead = (at: number) => Math.sin(at)
    const whole = new Float32Array(MEANING_WIDTH)
    addMeanings(meanings, Uint32Array.of(rootHash('lubang'), rootHash('aspal')), whole)
    const length = Math.hypot(...whole)
    const said = whole.reduce((sum, value, at) => sum + (value / length) * lead(at), 0)
    const shares = nearnessOf(meanings, stems, lead)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(said, 4)
    expect(shares[0]).toBe(shares[3])
    expect([shares[2], shares[4]]).toEqual([0, 0])
  })
})
