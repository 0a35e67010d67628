import { describe, expect, test } from 'vitest'
import { foldsOf } from './by-writer.ts'
import { macroF1 } from './figures/macro-f1.ts'
import { pairedGain, wilson } from './interval.ts'
import type { EvalPost } from './posts.ts'
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
