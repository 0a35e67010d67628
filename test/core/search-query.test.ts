import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveFilters, type SearchGround } from '../../src/core/search-filters.ts'
import { parseSearch } from '../../src/core/search-query.ts'
import { bestHighlight } from '../../src/language/highlight.ts'
import { digestCase, searchStem } from '../../src/language/search-digest.ts'
import { agencyOf, governmentOf, smallConfiguration } from '../support/seed.ts'

const parsed = (text: string) => {
  const query = parseSearch(text)
  if (query.kind === 'refused') throw new Error(query.detail)
  return query
}
const word = (one: string, not = false) => ({ words: [one], phrase: false, not })

describe('what was typed', () => {
  test('is words, phrases, minus and filters', () => {
    expect(
      parsed('Jalan "lubang besar" -hoaks opd:dinkes -status:selesai wil:"ratu agung"'),
    ).toEqual({
      kind: 'parsed',
      terms: [
        word('jalan'),
        { words: ['lubang', 'besar'], phrase: true, not: false },
        word('hoaks', true),
      ],
      filters: [
        { name: 'opd', value: 'dinkes', not: false },
        { name: 'status', value: 'selesai', not: true },
        { name: 'wil', value: 'ratu agung', not: false },
      ],
    })
  })

  test('an address, a clock time or a code is words like any other', () => {
    expect(parsed('https://x.com/a 08:30 BKL-7F3').terms.map(({ words }) => words[0])).toEqual([
      'https',
      'x',
      'com',
      'a',
      '08',
      '30',
      'bkl',
      '7f3',
    ])
  })

  test.each([
    ['"jalan rusak', 'Tanda kutip belum ditutup. Tambahkan " di akhir ungkapan.'],
    ['opd: dinkes', 'Isi nilai sesudah opd: tanpa spasi.'],
    ['dinas:pu', 'Penyaring “dinas:” tidak dikenal. Yang ada: opd: wil: status:'],
    ['… !!', 'Tulis kata yang dicari'],
    ['', 'Tulis kata yang dicari'],
    [Array(20).fill('kata').join(' '), 'Paling banyak 16'],
  ])('%s is refused with a sentence', (text, detail) => {
    expect(parseSearch(text)).toMatchObject({
      code: 'search-query',
      detail: expect.stringContaining(detail),
    })
  })

  test('whatever it is, it is understood or refused, never thrown at', () => {
    const pieces = fc.constantFrom('"', '-', 'opd:', 'x', ':', ' ', 'wil:"a', '\0', '😀', "'", '\\')
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces).map((all) => all.join('')),
    )
    fc.assert(fc.property(texts, (text) => ['parsed', 'refused'].includes(parseSearch(text).kind)))
  })
})

describe('a filter', () => {
  const now = new Date('2026-11-22T05:00:00Z')
  const district = { code: '17.71.02', name: 'Ratu Agung', aliases: ['ratu agung'] }
  const pu = agencyOf('bengkulu.dpupr', { abbreviation: 'DPUPR', aliases: ['dinas PU'] })
  const ground: SearchGround = {
    government: governmentOf('uji', { agencies: [pu], districts: [district] }),
    taxonomy: {
      ...smallConfiguration().taxonomy,
      categories: [
        { id: 'jalan.rusak', label: 'Jalan rusak' },
        { id: 'jalan.jembatan', label: 'Jembatan' },
      ] as never,
    },
    now,
  }
  const meant = (text: string) => {
    const resolved = resolveFilters(parsed(text).filters, ground)
    return resolved.kind === 'refused' ? resolved : resolved.filters[0]
  }
  const day = (date: string) => new Date(`${date}T17:00:00Z`)

  test.each([
    ['opd:dpupr', { kind: 'agency', ids: ['bengkulu.dpupr'] }],
    ['opd:"Dinas PU"', { kind: 'agency', ids: ['bengkulu.dpupr'] }],
    ['opd:kosong', { kind: 'agency', ids: null }],
    ['wil:"Ratu Agung"', { kind: 'place', words: ['ratu', 'agung'], codes: ['17.71.02'] }],
    ['status:selesai', { kind: 'state', states: ['resolved'] }],
    ['status:"menunggu pelapor"', { kind: 'state', states: ['waiting-reporter'] }],
    ['status:dibuka-kembali', { kind: 'state', states: ['reopened'] }],
    ['status:terbuka', { kind: 'open', open: true }],
    ['-status:ditunda', { kind: 'snoozed', not: true }],
    ['tenggat:lewat', { kind: 'due', from: null, to: now }],
    ['tenggat:hariini', { kind: 'due', from: day('2026-11-21'), to: day('2026-11-22') }],
    ['tenggat:besok', { kind: 'due', from: day('2026-11-22'), to: day('2026-11-23') }],
    ['sejak:2026-11-01', { kind: 'since', from: day('2026-10-31') }],
    ['sejak:7h', { kind: 'since', from: new Date('2026-11-15T05:00:00Z') }],
    ['kat:jalan', { kind: 'category', ids: ['jalan.rusak', 'jalan.jembatan'] }],
    ['kat:jalan.rusak', { kind: 'category', ids: ['jalan.rusak'] }],
    ['urg:p1', { kind: 'urgency', urgency: 'P1' }],
    ['kode:bkl-7f', { kind: 'code', prefix: 'BKL-7F' }],
  ])('%s is understood', (text, filter) => {
    expect(meant(text)).toMatchObject(filter)
  })

  test.each([
    'opd:dinsos',
    'status:beres',
    'status:__proto__',
    'tenggat:lusa',
    'tenggat:constructor',
    'sejak:2026-02-31',
    'sejak:kemarin',
    'kat:air',
    'urg:P9',
    'kode:%',
  ])('%s is refused with an example', (text) => {
    expect(meant(text)).toMatchObject({
      code: 'search-query',
      detail: expect.stringMatching(/tidak dikenal\. Contoh: /),
    })
  })
})

describe('the words of a case', () => {
  const digest = digestCase({
    code: 'BKL-7F3',
    title: 'Kerusakan jalan',
    place: 'Hibrida',
    posts: ["Jalanan d'Elite rusak parah"],
  })

  test('are kept as written and by their root, title before place before posts', () => {
    expect(digest.words).toContain("'kerusakan':3A")
    expect(digest.words).toContain("'rusak':3A")
    expect(digest.words).toMatch(/'hibrida':\d+B/)
    expect(digest.words).toMatch(/'parah':\d+D/)
    expect(digest.words).not.toContain("''")
  })

  test('are the same roots that are asked for', () => {
    expect(searchStem('kerusakan')).toBe(searchStem('rusak'))
  })
})

describe('a highlight', () => {
  const wanted = ['rusak', 'jembatan'].map((one) => ({ word: one, stem: searchStem(one) }))

  test('shows the post that says most of it, and marks the words', () => {
    const found = bestHighlight(
      ['jalan rusak', 'Jembatan kami mengalami kerusakan', 'lain'],
      wanted,
    )
    expect(found?.text).toBe('Jembatan kami mengalami kerusakan')
    expect(found?.marks.map(([from, to]) => found.text.slice(from, to))).toEqual([
      'Jembatan',
      'kerusakan',
    ])
  })

  test('shortens a long text to where it says it, and marks stay in place', () => {
    const found = bestHighlight(
      [`${'awal '.repeat(200)}jembatan rusak ${'akhir '.repeat(200)}`],
      wanted,
    )
    expect(found?.text.length).toBeLessThan(300)
    expect(found?.marks.map(([from, to]) => found.text.slice(from, to))).toEqual([
      'jembatan',
      'rusak',
    ])
  })

  test('is none where nothing says it', () => {
    expect(bestHighlight(['sampah'], wanted)).toBeNull()
  })
})
