import { describe, expect, it } from 'vitest'
import { chanceOf, type Pairs, promotionOf } from '../../src/core/promotion.ts'

const pairs = (won: number, lost: number, n = 500): Pairs => ({
  n,
  oldRight: 400,
  newRight: 400 + won - lost,
  won,
  lost,
})

describe('a new model', () => {
  it.each([
    ['is clearly better on corrections, the corpus within chance', pairs(20, 4), pairs(3, 6), true],
    ['is a little better on few corrections and loses nothing', pairs(3, 1, 10), pairs(0, 0), true],
    [
      'is a little better on few corrections and loses one post',
      pairs(3, 1, 10),
      pairs(0, 1),
      false,
    ],
    ['is clearly better on corrections and clearly worse else', pairs(20, 4), pairs(2, 14), false],
    ['is no better', pairs(4, 4), pairs(9, 0), false],
    ['is worse', pairs(0, 3), pairs(9, 0), false],
    ['was not tested by any correction', pairs(0, 0, 0), pairs(9, 0), false],
    ['has no corpus beside it', pairs(20, 0), pairs(0, 0, 0), false],
  ])('that %s: promoted or not', (_what, corrections, corpus, promote) => {
    expect(promotionOf(corrections, corpus).promote).toBe(promote)
  })

  it('says how many became right, how many wrong, and why it is kept or not', () => {
    expect(promotionOf(pairs(0, 3, 10), pairs(0, 0)).because).toEqual([
      'pembetulan yang disisihkan: benar 400 → 397 dari 10 (membaik 0, memburuk 3)',
      'korpus: benar 400 → 400 dari 500 (membaik 0, memburuk 0)',
      'tidak lebih baik pada pembetulan',
    ])
  })
})

describe('the odds that it is chance', () => {
  it('are those of a coin', () => {
    expect(chanceOf(0, 0)).toBe(1)
    expect(chanceOf(5, 0)).toBeCloseTo(1 / 32)
    expect(chanceOf(3, 1)).toBeCloseTo(5 / 16)
    expect(chanceOf(1, 3)).toBeCloseTo(15 / 16)
  })

  it('stay numbers where thousands differ', () => {
    expect(chanceOf(1500, 1000)).toBeLessThan(1e-9)
    expect(chanceOf(1000, 1500)).toBeCloseTo(1)
  })
})
