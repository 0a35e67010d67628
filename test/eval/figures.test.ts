import { describe, expect, test } from 'vitest'
import { type Answer, foldsOf } from './by-writer.ts'
import { calibrationError } from './figures/calibration.ts'
import { tellGate } from './figures/gate.ts'
import { macroF1 } from './figures/macro-f1.ts'
import { bootstrap, pairedGain, wilson } from './interval.ts'
import type { NoiseSort } from './noise-sorts.ts'
import type { EvalPost } from './posts.ts'
import { createSheet } from './sheet.ts'
import { repeatedTo } from './variations.ts'

const post = (writer: string, id: string): EvalPost => ({
  id,
  writer,
  file: 'roads',
  text: 'jalan rusak di depan pasar kami sejak tahun lalu',
  kind: 'complaint',
  category: 'jalan.rusak',
  urgency: 'P3',
  authority: 'unknown',
  language: 'id',
})

describe('the intervals', () => {
  test('follow Wilson: 81 of 263 is between 0.2553 and 0.3662 (Newcombe 1998, table I)', () => {
    const { low, high } = wilson(81, 263)
    expect(low).toBeCloseTo(0.2553, 4)
    expect(high).toBeCloseTo(0.3662, 4)
  })

  test('leave room below 1 when all of a few are right', () => {
    expect(wilson(40, 40).low).toBeCloseTo(0.912, 3)
  })

  test('of a gain count only the posts that changed', () => {
    const { gain, low, high } = pairedGain([true, false, false, true], [true, true, false, true])
    expect(gain).toBe(0.25)
    expect(low).toBeLessThan(gain)
    expect(high).toBeGreaterThan(gain)
    expect(pairedGain([true, false], [true, false])).toEqual({ gain: 0, low: 0, high: 0 })
  })
})

describe('the folds', () => {
  const posts = ['a', 'a', 'a', 'b', 'b', 'c', 'd'].map((writer, at) => post(writer, `${at}`))

  test('hold each writer once and whole', () => {
    expect(foldsOf(posts, 3).flat().sort()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('are about the same size', () => {
    expect(foldsOf(posts, 3)).toEqual([['a'], ['b'], ['c', 'd']])
  })
})

test('macro-F1 counts a rare category like a common one', () => {
  const common = Array.from({ length: 98 }, () => ({ meant: 'x', said: 'x' }))
  expect(macroF1([...common, { meant: 'y', said: 'z' }])).toBe(0.5)
})

test('posts that are repeated to a number differ in their words and ids', () => {
  const many = repeatedTo([post('a', '1')], 4)
  expect(new Set(many.map(({ text }) => text)).size).toBe(4)
  expect(new Set(many.map(({ id }) => id)).size).toBe(4)
})

describe('the calibration error', () => {
  const claims = (confidence: number, right: number, n: number) =>
    Array.from({ length: n }, (_, at) => ({ confidence, right: at < right }))

  test('weighs each bin by its answers: 0.1 in a half and 0.3 in the other are 0.2', () => {
    const list = [...claims(0.9, 80, 100), ...claims(0.5, 20, 100)]
    expect(calibrationError(list)).toBeCloseTo(0.2, 10)
  })

  test('is nothing where of the answers with 0.8 four of five are right', () => {
    expect(calibrationError(claims(0.8, 80, 100))).toBeCloseTo(0, 10)
  })

  test('has an interval that is the same at every run', () => {
    const list = [...claims(0.9, 80, 100), ...claims(0.5, 20, 100)]
    const { low, high } = bootstrap(list, calibrationError)
    expect(low).toBeLessThan(0.2)
    expect(high).toBeGreaterThan(0.2)
    expect(bootstrap(list, calibrationError)).toEqual({ low, high })
  })
})

test('news and official PR are counted by the label of the post, whatever its file is called', () => {
  const noise = (sort: NoiseSort, file: string, kind: 'complaint' | 'irrelevant') =>
    ({
      post: { ...post('a', `${sort}-${file}`), kind: 'irrelevant', sort, file },
      reading: { kind, category: 'jalan.rusak', confidence: 0.5 },
      noise: 0.5,
    }) as unknown as Answer
  const sheet = createSheet(() => undefined)
  sheet.section('own')
  tellGate(
    sheet,
    [
      noise('news', '10-berita', 'complaint'),
      noise('pr', '12-berita-humas', 'irrelevant'),
      noise('joke', 'stream-crime-officials', 'complaint'),
    ],
    false,
  )
  const told = sheet.figures().own?.find(({ name }) => name.includes('together'))
  expect(told).toMatchObject({ value: 0.5, n: 2 })
})
