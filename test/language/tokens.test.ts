import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/language/clean.ts'
import { KINDS, TOKEN_PATTERN, tokenise } from '../../src/language/tokens.ts'
import { corpusPosts } from '../support/post-files.ts'

const cut = (text: string) => tokenise(text).map(({ kind, raw }) => `${kind} ${raw}`)

/** What the pattern finds when nothing but the pattern is asked. */
const byPattern = (text: string) =>
  // a pattern of its own: the other one remembers where it was asked last
  [...text.matchAll(new RegExp(TOKEN_PATTERN))].map((match) => {
    const group = match.slice(1).findIndex((part) => part !== undefined)
    const { index: start } = match
    const raw = match[group + 1] as string
    return {
      kind: KINDS[group],
      raw,
      lower: raw.toLowerCase(),
      start,
      end: start + match[0].length,
    }
  })

const byLetters = (text: string) =>
  tokenise(text).map(({ kind, raw, lower, start, end }) => ({ kind, raw, lower, start, end }))

/** Pieces of which posts are made, and the ends at which cutting by letters could go wrong. */
const PIECES = [
  ...['jalan', 'JLN', 'x', 'é', 'e\u0301', '\u0301', '\u0323', 'ß', 'İ', 'д', '路'],
  ...["jum'at", "'", "''", '-', '--', 'jalan-jalan', '_', 'anak2', '2', '2.500', '1,5', '٣', '²'],
  ...['http', 'https', 'http://', 'https://a.b/c', 'www.', 'www.oku.go.id', 'bit.ly/', 't.me/x'],
  ...['wa.me', 'shope.ee/x', 'bit', 'ly', '@', '@pemkot.oki', '#', '#JalanRusak', '#2', '#é'],
  ...[
    ' ',
    '\n',
    '\t',
    '.',
    '..',
    '…',
    '!',
    '?!',
    ',',
    ':',
    ';',
    '"',
    '(',
    ')',
    '/',
    '$',
    '\\',
    '\0',
  ],
  ...['🙏', '👨‍👩‍👧', '❤️', '🇮🇩', '1️⃣', '\ud83d', '\u200d', '\u2028', '\u00a0'],
]

describe('a text is cut into words, tags, handles, links, numbers and marks', () => {
  it('each with its kind, and without what stands between', () => {
    expect(cut('Jln rusak, @pemkot_oki #JalanRusak 2,5 km! 🙏 https://a.id/x')).toEqual([
      'word Jln',
      'word rusak',
      'mark ,',
      'handle @pemkot_oki',
      'hashtag JalanRusak',
      'number 2,5',
      'word km',
      'mark !',
      'emoji 🙏',
      'link https://a.id/x',
    ])
  })

  it('a hyphen or an apostrophe holds a word together, a full stop does not', () => {
    expect(cut("jum'at jalan-jalan rusak.parah")).toEqual([
      "word jum'at",
      'word jalan-jalan',
      'word rusak',
      'mark .',
      'word parah',
    ])
  })

  it('a short link is one, and the same letters inside a word are none', () => {
    expect(cut('bit.ly/x orbit.ly/x')).toEqual([
      'link bit.ly/x',
      ...['word orbit', 'mark .', 'word ly', 'mark /', 'word x'],
    ])
  })
})

describe('cutting by letters gives exactly what the pattern gives alone', () => {
  it('whatever pieces stand behind each other', () => {
    const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 })
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('')
        expect(byLetters(text)).toEqual(byPattern(text))
      }),
      { numRuns: 5000, seed: 7 },
    )
  })

  it('whatever signs a text is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(byLetters(text)).toEqual(byPattern(text))
      }),
      { numRuns: 3000, seed: 7 },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 40 }), (text) => {
        expect(byLetters(text)).toEqual(byPattern(text))
      }),
      { numRuns: 3000, seed: 7 },
    )
  })

  it('in two thousand posts as citizens write them', async () => {
    for (const { text } of await corpusPosts(2000)) {
      const cleaned = cleanText(text)
      expect(byLetters(cleaned)).toEqual(byPattern(cleaned))
    }
  })
})
