import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import type { Gatherable } from '../../src/core/gatherable.ts'
import { goesWithQuoted } from '../../src/core/quotation.ts'
import { asHeard, sharedFrom } from '../../src/core/shared-from.ts'

const ORIGINAL = { id: 'asli', text: 'Jalan Hibrida bolong besar', author: 'contoh_warga' }

test.each([
  ['', '@contoh_warga'],
  ['👇👇', '@contoh_warga'],
  ['tolong min @pemkot https://contoh.id/x', '@contoh_warga'],
  ['VIRALKAN!!! #viral', '@contoh_warga'],
  ['di Jalan Nusa Indah juga bolong', null],
  ['RT 5 juga banjir min', null],
  ['sudah setahun belum diperbaiki', null],
])('a quotation under "%s" is a repost of: %s', (text, author) => {
  expect(sharedFrom(text, ORIGINAL)).toBe(author)
})

test('without a reference of the platform the same words are a post', () => {
  expect(sharedFrom('tolong min 👇')).toBeNull()
})

test('who only repeats is read by the repeated words, who says more is read as an answer', () => {
  const heard = (text: string) => asHeard({ id: '1', text, context: { quotes: ORIGINAL } })
  expect(heard('tolong min').text).toBe(ORIGINAL.text)
  expect(heard('di gang saya juga')).toMatchObject({
    text: 'di gang saya juga',
    context: { parentText: ORIGINAL.text },
  })
  const old = { id: '1', text: 'tolong min' }
  expect(asHeard(old)).toEqual(old)
})

describe('a quotation goes where the quoted post lies', () => {
  const now = new Date('2026-11-22T03:00:00Z')
  const telling = { words: [], names: [], marks: [], said: '' }
  const post = {
    kind: 'complaint',
    category: 'jalan.rusak',
    confidential: false,
    sharedFrom: null,
    telling,
  } as unknown as Gatherable
  const open = { state: 'new', endedAt: null, confidential: false } as Case
  const goes = (quote: Partial<Gatherable>, into: Partial<Case> = {}) =>
    goesWithQuoted({ ...post, ...quote }, { post, case: { ...open, ...into } }, now)
  const elsewhere = { ...telling, marks: ['rt 5'] }
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

  test.each([
    ['when it only repeats', true, { sharedFrom: '@contoh_warga', kind: 'irrelevant' }, {}],
    ['when it says more and names no place', true, {}, {}],
    ['not when it names a place of its own', false, { telling: elsewhere }, {}],
    ['not when it complains of something else', false, { category: 'lh.sampah' }, {}],
    ['not when it only chats about it', false, { kind: 'irrelevant' }, {}],
    ['not when it is secret and the case is not', false, { confidential: true }, {}],
    ['when the problem was solved last week', true, {}, { state: 'closed', endedAt: daysAgo(7) }],
    ['not when it was solved in spring', false, {}, { state: 'closed', endedAt: daysAgo(200) }],
    ['not when it was no service', false, {}, { state: 'not-a-service', endedAt: daysAgo(1) }],
  ] as [string, boolean, Partial<Gatherable>, Partial<Case>][])('%s', (_when, result, ...given) => {
    expect(goes(...given)).toBe(result)
  })
})
