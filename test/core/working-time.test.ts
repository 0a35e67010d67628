import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { HolidayCalendar } from '../../src/core/holiday-calendar.ts'
import { createWorkingTime } from '../../src/core/working-time.ts'

const read = (path: string) => parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const calendar: HolidayCalendar = {
  collectiveLeave: [],
  ramadan: null,
  ...read('../../config/calendar-2026.yaml'),
}
const vectors: {
  working_minutes: { from_: string; to: string; minutes: number }[]
  due_dates: { received: string; n: number; due: string }[]
} = read('../support/test-vectors.yaml')

const clock = createWorkingTime([calendar], 'Asia/Jakarta')
const wib = (local: string) => new Date(`${local.slice(0, 16)}:00+07:00`)

describe('working minutes', () => {
  it.each(vectors.working_minutes)('$from_ → $to is $minutes', ({ from_, to, minutes }) => {
    expect(clock.workingMinutesBetween(wib(from_), wib(to))).toBe(minutes)
  })

  it('counts the same hours of the day in every zone of Indonesia', () => {
    const [from, to] = ['2026-04-10T16:15', '2026-04-13T08:00']
    const inZone = (zone: string, hours: string) =>
      createWorkingTime([calendar], zone).workingMinutesBetween(
        new Date(`${from}:00+${hours}:00`),
        new Date(`${to}:00+${hours}:00`),
      )
    expect([inZone('Asia/Makassar', '08'), inZone('Asia/Jayapura', '09')]).toEqual([45, 45])
  })

  it('counts seconds as parts of a minute', () => {
    const from = new Date('2026-04-13T09:00:00+07:00')
    expect(clock.workingMinutesBetween(from, new Date(from.getTime() + 30_000))).toBe(0.5)
  })
})

describe('due dates', () => {
  it.each(vectors.due_dates)('$received, $n working days → $due', ({ received, n, due }) => {
    expect(clock.endOfWorkingDay(wib(received), n)).toEqual(wib(due))
  })

  it('due today is the end of today, and on a Sunday the end of Monday', () => {
    expect(clock.endOfWorkingDay(wib('2026-04-13T09:00'), 0)).toEqual(wib('2026-04-13T16:00'))
    expect(clock.endOfWorkingDay(wib('2026-04-12T09:00'), 0)).toEqual(wib('2026-04-13T16:00'))
  })
})

describe('adding working minutes', () => {
  it('two hours from Friday 16.00 end on Monday at 9.00', () => {
    expect(clock.addWorkingMinutes(wib('2026-04-10T16:00'), 120)).toEqual(wib('2026-04-13T09:00'))
  })

  it('no minutes at night means: when the office opens', () => {
    expect(clock.addWorkingMinutes(wib('2026-11-21T20:25'), 0)).toEqual(wib('2026-11-23T07:30'))
  })

  it('one day of Ramadan is shorter than 450 minutes', () => {
    expect(clock.addWorkingMinutes(wib('2026-03-11T08:00'), 450)).toEqual(wib('2026-03-12T09:00'))
  })
})

describe('years without a decree', () => {
  it('are provisional, but keep the holidays that every year has', () => {
    expect(clock.isProvisional(wib('2027-01-01T00:00'))).toBe(true)
    expect(clock.isProvisional(wib('2026-12-31T23:59'))).toBe(false)
    const [from, to] = [wib('2027-06-01T00:00'), wib('2027-06-02T00:00')]
    expect(clock.workingMinutesBetween(from, to)).toBe(0)
  })

  it.each(['01-01', '05-01', '06-01', '08-17', '12-25'])(
    'nobody works on %s, whatever the year and whether or not a decree is loaded',
    (day) => {
      const bare = createWorkingTime([], 'Asia/Jakarta')
      for (let year = 2024; year <= 2040; year++) {
        const [from, to] = [wib(`${year}-${day}T00:00`), wib(`${year}-${day}T23:59`)]
        expect(bare.workingMinutesBetween(from, to), `${year}`).toBe(0)
        expect(clock.workingMinutesBetween(from, to), `${year}`).toBe(0)
      }
    },
  )

  it('work by the usual hours even where no calendar is loaded at all', () => {
    const bare = createWorkingTime([], 'Asia/Jakarta')
    const [from, to] = [wib('2028-04-10T00:00'), wib('2028-04-11T00:00')]
    expect(bare.workingMinutesBetween(from, to)).toBe(450)
  })
})

describe('what cannot be computed', () => {
  it('is refused: a foreign zone, less than no time, a calendar in which nobody works', () => {
    expect(() => createWorkingTime([calendar], 'Europe/Berlin')).toThrow('Europe/Berlin')
    expect(() => clock.addWorkingMinutes(wib('2026-04-13T09:00'), -1)).toThrow(RangeError)
    expect(() => clock.endOfWorkingDay(wib('2026-04-13T09:00'), 1.5)).toThrow(RangeError)
    const empty = { mondayToThursday: [], friday: [] }
    const idle = { ...calendar, workHours: { regular: empty, ramadan: empty } }
    const never = createWorkingTime([idle], 'Asia/Jakarta')
    expect(() => never.addWorkingMinutes(wib('2026-04-13T09:00'), 1)).toThrow('no working days')
    expect(() => never.endOfWorkingDay(wib('2026-04-13T09:00'), 1)).toThrow('no working days')
  })
})

describe('for all instants', () => {
  const start = Date.parse('2026-01-01T00:00:00+07:00')
  const instant = fc
    .integer({ min: 0, max: 500 * 24 * 60 })
    .map((n) => new Date(start + n * 60_000))
  const three = fc
    .tuple(instant, instant, instant)
    .map((all) => all.sort((one, other) => one.getTime() - other.getTime()))

  it('time adds up, and never runs backwards', () => {
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        if (!a || !b || !c) return
        const [first, second] = [
          clock.workingMinutesBetween(a, b),
          clock.workingMinutesBetween(b, c),
        ]
        expect(first + second).toBe(clock.workingMinutesBetween(a, c))
        expect(Math.min(first, second)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('a sum of minutes takes exactly as long as it says, and ends in office hours', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 20_000 }), (from, minutes) => {
        const end = clock.addWorkingMinutes(from, minutes)
        expect(clock.workingMinutesBetween(from, end)).toBe(minutes)
        const before = new Date(end.getTime() - 60_000)
        expect(clock.workingMinutesBetween(before, end)).toBe(1)
      }),
    )
  })

  it('a later receipt or a longer class is never due earlier', () => {
    const days = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(instant, instant, days, days, (a, b, n, more) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        const due = clock.endOfWorkingDay(early, n).getTime()
        expect(clock.endOfWorkingDay(late, n).getTime()).toBeGreaterThanOrEqual(due)
        expect(clock.endOfWorkingDay(early, n + more).getTime()).toBeGreaterThanOrEqual(due)
      }),
    )
  })
})
