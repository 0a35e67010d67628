import stemmer from 'natural/lib/natural/stemmers/indonesian/stemmer_id.js'
import { describe, expect, it } from 'vitest'
import { isRootWord, OVERRIDES, stem } from '../../src/language/stems.ts'
import { corpusPosts } from '../support/post-files.ts'

/** What the stemmer says itself, however long it takes. */
function byStemmer(word: string): string {
  const root = stemmer.stem(word)
  return root.length < 3 ? word : root
}

/** Words that nobody corrected by hand and that are not too short or long to be stemmed. */
const stemmed = (words: Iterable<string>) =>
  [...new Set(words)].filter((word) => /^[a-z]{5,24}$/.test(word) && !(word in OVERRIDES))

const otherwise = (words: string[]) =>
  words.filter((word) => stem(word) !== byStemmer(word)).map((word) => `${word} → ${stem(word)}`)

const ENDINGS = ['lah', 'kah', 'pun', 'ku', 'nya', 'i', 'kan', 'an', 'isasi', 'annya', 'kannyalah']

describe('endings that are cut by rule', () => {
  it('leave what the stemmer leaves of the words of citizens', async () => {
    const posts = await corpusPosts(3000)
    const words = stemmed(posts.flatMap(({ text }) => text.toLowerCase().split(/[^a-z]+/)))
    expect(words.length).toBeGreaterThan(5000)
    expect(otherwise(words)).toEqual([])
  })

  it('and of the roots of the dictionary with every ending', () => {
    const roots = stemmer.dictionary.filter((_root, at) => at % 30 === 0)
    const words = stemmed(roots.flatMap((root) => ENDINGS.map((ending) => root + ending)))
    expect(words.length).toBeGreaterThan(5000)
    expect(otherwise(words)).toEqual([])
  })
})

describe('a word of government', () => {
  it.each([
    ['kerusakan', 'rusak'],
    ['pemadaman', 'padam'],
    ['kecamatan', 'kecamatan'],
  ])('"%s" is put right by hand: "%s"', (word, root) => {
    expect(stem(word)).toBe(root)
  })
})

it('a number, a tag and a word of three letters come back as they are', () => {
  for (const word of ['2024', '#jalan', 'pdam', 'jum’at', '']) expect(stem(word)).toBe(word)
})

it('a clitic is taken off a root word alone', () => {
  expect(isRootWord('jalan')).toBe(true)
  expect(isRootWord('jalannya')).toBe(false)
})
