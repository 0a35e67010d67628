import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayBefore, daysToClose } from '../../src/core/office-day.ts'

describe('days of the ledger that are to be kept', () => {
  it('is yesterday alone where none ever was', () => {
    expect(daysToClose(null, '2026-03-01', 92)).toEqual(['2026-02-28'])
  })

  it('are those after the last one that was, and never today', () => {
    expect(daysToClose('2027-12-30', '2028-01-02', 92)).toEqual(['2027-12-31', '2028-01-01'])
    expect(daysToClose('2028-01-01', '2028-01-02', 92)).toEqual([])
    // a clock that was set back closes nothing twice
    expect(daysToClose('2028-01-05', '2028-01-02', 92)).toEqual([])
  })

  it('are all taken in the end, each once, however few at a time', () => {
    const between = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(between, ([days, most]) => {
        const today = '2028-03-05'
        let last = today
        for (let n = 0; n <= days; n++) last = dayBefore(last)
        const kept: string[] = []
        let some = daysToClose(last, today, most)
        while (some.length > 0) {
          kept.push(...some)
          some = daysToClose(kept.at(-1) ?? null, today, most)
        }
        expect(kept).toHaveLength(days)
        expect(new Set(kept).size).toBe(days)
        expect(kept.at(-1)).toBe(dayBefore(today))
      }),
    )
  })
})
