import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { parse } from 'yaml'
import type { HolidayCalendar } from '../../src/core/holiday-calendar.ts'
import { expectedOf } from './oracle.ts'
import { scriptOf } from './script.ts'
import { simulate } from './simulate.ts'

const calendar: HolidayCalendar = parse(
  readFileSync(new URL('../../config/calendar-2026.yaml', import.meta.url), 'utf8'),
)
/** Over two weekends, Kenaikan Yesus Kristus and a collective leave. */
const from = new Date('2026-05-11T07:30:00+07:00')
const days = 14

/** Every deadline and every rung is the oracle's, each once, whoever was killed. */
export const expectTwoWeeks = async (cases: number, kills: number): Promise<void> => {
  const turns = scriptOf(cases, { from, days, seed: 20_260_511 })
  const until = new Date(from.getTime() + days * 86_400_000)
  const killEvery = Math.floor(turns.length / kills)
  const played = await simulate(turns, calendar, { until, workers: 2, killEvery })
  const expected = expectedOf(turns, calendar, { hours: 7, until })
  expect(played.rungs).toEqual(expected.rungs)
  expect(played.dues).toEqual(expected.dues)
  const named = expected.rungs.map((line) => line.split(' ').slice(0, 4).join(' '))
  expect(played.told).toEqual(named.toSorted())
  expect(played.rungs.length).toBeGreaterThan(cases)
  expect(played.byWorkers).toBeGreaterThan(0)
  expect(played.kills).toBeGreaterThanOrEqual(kills)
}
