import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type ClockEvent, fold } from '../../src/core/case-clock.ts'
import type { Target } from '../../src/core/deadline-settings.ts'
import type { HolidayCalendar } from '../../src/core/holiday-calendar.ts'
import { createWorkingTime } from '../../src/core/working-time.ts'
import { brute } from '../support/clock-oracle.ts'

const calendar: HolidayCalendar = parse(
  readFileSync(new URL('../../config/calendar-2026.yaml', import.meta.url), 'utf8'),
)
const office = createWorkingTime([calendar], 'Asia/Jakarta')
const wib = (local: string) => new Date(`${local}:00+07:00`)
const start = (at: string, target: Target): ClockEvent => ({ does: 'start', at: wib(at), target })
const does = (act: ClockEvent['does'], at: string, more: Partial<ClockEvent> = {}): ClockEvent => ({
  does: act,
  at: wib(at),
  ...more,
})
const due = (...events: ClockEvent[]) => fold(events, office)?.dueAt

describe('a clock of a case', () => {
  const hour = start('2026-04-13T09:00', { workingMinutes: 60 })

  it('is due when its working minutes are used up, its wall minutes, or its working days', () => {
    expect(due(hour)).toEqual(wib('2026-04-13T10:00'))
    expect(due(start('2026-04-12T01:00', { minutes: 30 }))).toEqual(wib('2026-04-12T01:30'))
    expect(due(start('2026-08-12T10:00', { workingDays: 3 }))).toEqual(wib('2026-08-18T16:00'))
  })

  it('has no deadline while it is paused, and a later one afterwards', () => {
    const pause = does('pause', '2026-04-13T09:30')
    expect(fold([hour, pause], office)).toMatchObject({ state: 'paused', dueAt: null })
    expect(due(hour, pause, does('resume', '2026-04-13T10:30'))).toEqual(wib('2026-04-13T11:00'))
  })

  it('does not count a weekend inside a pause twice', () => {
    const friday = start('2026-04-10T16:00', { workingMinutes: 60 })
    const paused = [does('pause', '2026-04-10T16:15'), does('resume', '2026-04-13T08:00')]
    expect(due(friday, ...paused)).toEqual(wib('2026-04-13T08:45'))
  })

  it('keeps its start and its pauses when it is retargeted', () => {
    const paused = [does('pause', '2026-04-13T09:30'), does('resume', '2026-04-13T10:30')]
    const retarget = does('retarget', '2026-04-13T10:40', { target: { workingMinutes: 90 } })
    expect(due(hour, ...paused, retarget)).toEqual(wib('2026-04-13T11:30'))
  })

  it('is missed where it was stopped after its deadline, and never by a pause that came later', () => {
    const late = does('stop', '2026-04-13T10:01', { done: true })
    expect(fold([hour, late], office)?.outcome).toBe('missed')
    const after = [does('pause', '2026-04-13T10:30'), does('resume', '2026-04-13T15:00')]
    expect(due(hour, ...after)).toEqual(wib('2026-04-13T10:00'))
    expect(fold([hour, ...after, late], office)?.outcome).toBe('missed')
  })

  it('is met by an answer that is stated for a moment before the pause that is known', () => {
    const paused = does('pause', '2026-04-13T09:30')
    const stop = does('stop', '2026-04-13T09:20', { done: true })
    expect(fold([hour, paused, stop], office)).toMatchObject({
      outcome: 'met',
      dueAt: wib('2026-04-13T10:00'),
    })
  })

  it('counts no minute of two pauses twice where the later one is stated for an earlier moment', () => {
    const first = [does('pause', '2026-04-13T09:10'), does('resume', '2026-04-13T09:30')]
    const second = [does('pause', '2026-04-13T09:20'), does('resume', '2026-04-13T09:40')]
    expect(due(hour, ...first, ...second)).toEqual(wib('2026-04-13T10:30'))
  })

  it('goes on as if it had never ended where it is resumed after a stop', () => {
    const stop = does('stop', '2026-04-13T09:20')
    expect(due(hour, stop, does('resume', '2026-04-13T09:50'))).toEqual(wib('2026-04-13T10:00'))
  })

  it('is provisional beyond the loaded decree', () => {
    const days = start('2026-12-21T10:00', { workingDays: 14 })
    expect(fold([days], office)).toMatchObject({
      dueAt: wib('2027-01-13T16:00'),
      provisional: true,
    })
  })
})

describe('whatever happens to a clock', () => {
  const MINUTE = 60_000
  const from = wib('2026-01-05T08:00').getTime()
  const target = fc.oneof(
    fc.integer({ min: 1, max: 4000 }).map((workingMinutes) => ({ workingMinutes })),
    fc.integer({ min: 1, max: 20 }).map((workingDays) => ({ workingDays })),
    fc.integer({ min: 1, max: 20_000 }).map((minutes) => ({ minutes })),
  )
  const gaps = fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 8 })

  /** Pause, resume, pause … at growing moments. */
  const course = (aim: Target, steps: number[]): ClockEvent[] => {
    let at = from
    return [
      { does: 'start', at: new Date(from), target: aim },
      ...steps.map((gap, n): ClockEvent => {
        at += gap * MINUTE
        return { does: n % 2 === 0 ? 'pause' : 'resume', at: new Date(at) }
      }),
    ]
  }

  it('a pause never brings a deadline forward, and a resume at once changes nothing', () => {
    fc.assert(
      fc.property(target, gaps, (aim, steps) => {
        const events = course(aim, steps.slice(0, steps.length - (steps.length % 2)))
        const bare = fold(events.slice(0, 1), office)?.dueAt as Date
        const held = fold(events, office)?.dueAt as Date
        expect(held.getTime()).toBeGreaterThanOrEqual(bare.getTime())
        const last = events.at(-1)?.at as Date
        const blink: ClockEvent[] = [
          { does: 'pause', at: last },
          { does: 'resume', at: last },
        ]
        expect(fold([...events, ...blink], office)?.dueAt).toEqual(held)
      }),
    )
  })

  it('agrees with a count of every single minute', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }).map((workingMinutes) => ({ workingMinutes })),
        gaps,
        (aim, steps) => {
          const events = course(aim, steps)
          const counted = brute(calendar, 7).dueByMinutes(events, aim.workingMinutes)
          expect(fold(events, office)?.dueAt ?? null).toEqual(counted)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('whoever stops while it is paused is in time', () => {
    fc.assert(
      fc.property(target, gaps, fc.integer({ min: 1, max: 9000 }), (aim, steps, wait) => {
        const events = course(aim, steps)
        const reading = fold(events, office)
        if (reading?.state !== 'paused' || reading.dueAt !== null) return
        const at = new Date((events.at(-1)?.at.getTime() ?? 0) + wait * MINUTE)
        expect(fold([...events, { does: 'stop', at, done: true }], office)?.outcome).toBe('met')
      }),
    )
  })
})

describe('two hundred dates by an oracle that was written otherwise', () => {
  const zones = [
    ['Asia/Jakarta', 7],
    ['Asia/Makassar', 8],
    ['Asia/Jayapura', 9],
  ] as const
  /** Year ends, Ramadan with Nyepi and Idulfitri, May with its long weekends, August, any time of day. */
  const SEASONS = [
    '2026-01-01',
    '2026-02-14',
    '2026-03-10',
    '2026-05-10',
    '2026-08-10',
    '2026-12-15',
  ]
  const rows = Array.from({ length: 210 }, (_, n) => {
    const [zone, hours] = zones[n % 3] as (typeof zones)[number]
    const season = Date.parse(`${SEASONS[n % SEASONS.length]}T00:00:00Z`)
    const at = new Date(season + ((n * 7919) % 20_160) * 60_000 - hours * 3_600_000)
    return { zone, hours, at, days: 1 + (n % 20), minutes: 1 + ((n * 613) % 2700) }
  })

  it.each(zones)('in %s', (zone) => {
    const working = createWorkingTime([calendar], zone)
    const mine = rows.filter((row) => row.zone === zone)
    const oracle = brute(calendar, mine[0]?.hours ?? 0)
    for (const { at, days, minutes } of mine) {
      expect(working.endOfWorkingDay(at, days), `${at.toISOString()} + ${days} hk`).toEqual(
        oracle.endOfDay(at, days),
      )
      expect(working.addWorkingMinutes(at, minutes), `${at.toISOString()} + ${minutes}`).toEqual(
        oracle.addMinutes(at, minutes),
      )
    }
  })
})
