import { describe, expect, it } from 'vitest'
import { createPhraseFinder } from '../../src/language/phrases.ts'
import { wordOf } from '../../src/language/words.ts'

const findIn = createPhraseFinder([
  { text: 'lampu jalan mati', stems: ['lampu', 'jalan', 'mati'], tag: 'pju' },
])
const find = (text: string) => findIn(text.split(' ').map(wordOf))

describe('phrases are found with words between', () => {
  it('"lampu jalan Kayuagung sudah lama mati" is a street light that is out', () => {
    expect(find('lampu jalan kayuagung sudah lama mati')).toHaveLength(1)
  })

  it('five words between are too many', () => {
    expect(find('lampu jalan itu a b c d e mati')).toHaveLength(0)
  })
})
