import { describe, expect, it } from 'vitest'
import { firstAnswerDue } from '../../src/core/deadline.ts'
import { createWorkingTime } from '../../src/core/working-time.ts'

const MINUTES = { P1: 60, P2: 240, P3: 900, P4: 2400 }
const office = createWorkingTime([], 'Asia/Jakarta')
const wib = (local: string) => new Date(`${local}:00+07:00`)
const due = (urgency: keyof typeof MINUTES, from: string) =>
  firstAnswerDue(urgency, wib(from), MINUTES, office)

describe('the first answer is due', () => {
  it('within the hour in an emergency, on a Sunday night as well', () => {
    expect(due('P1', '2028-04-09T23:40')).toEqual(wib('2028-04-10T00:40'))
  })

  it('in working time for everything else: a Sunday night begins on Monday morning', () => {
    expect(due('P2', '2028-04-09T23:40')).toEqual(wib('2028-04-10T11:30'))
    expect(due('P2', '2028-04-10T15:00')).toEqual(wib('2028-04-11T10:30'))
  })

  it('later the less urgent it is', () => {
    const times = (['P2', 'P3', 'P4'] as const).map((one) => due(one, '2028-04-10T08:00').getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(new Set(times).size).toBe(3)
  })

  it('by the targets of the government', () => {
    const strict = firstAnswerDue('P3', wib('2028-04-10T08:00'), { ...MINUTES, P3: 30 }, office)
    expect(strict).toEqual(wib('2028-04-10T08:30'))
  })
})
