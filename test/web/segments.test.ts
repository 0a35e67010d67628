import { expect, test } from 'vitest'
import type { SpokenWord } from '../../src/web/api/wire.ts'
import { segmentsOf } from '../../src/web/case/segments.ts'

const word = (from: number, to: number, why: string): SpokenWord => ({
  from,
  to,
  for: 'category',
  why,
  weight: 1,
})

test('stretches that lie over each other are cut, and the text stays whole', () => {
  const text = 'jalan rusak di Curup'
  const segments = segmentsOf(text, [
    word(0, 11, 'frasa'),
    word(6, 11, 'model'),
    word(15, 20, 'tempat'),
  ])
  expect(segments.map((segment) => segment.text).join('')).toBe(text)
  expect(segments.map(({ text: part, words }) => [part, words.map(({ why }) => why)])).toEqual([
    ['jalan ', ['frasa']],
    ['rusak', ['frasa', 'model']],
    [' di ', []],
    ['Curup', ['tempat']],
  ])
})

test('a post of which nothing spoke is shown as it is', () => {
  expect(segmentsOf('halo', [])).toEqual([{ text: 'halo', words: [] }])
})
