/**
 * Office minutes of the model: the year is walked once, minute by minute, by the clock on the wall, and
 * every question is answered by counting. Moments are whole minutes since 1970.
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { HolidayCalendar } from '../../src/core/holiday-calendar.ts'
import { brute } from '../support/clock-oracle.ts'

export const MINUTE = 60_000
const DAY = 1440
const WIB = 7 * 60

export const calendar: HolidayCalendar = parse(
  readFileSync(new URL('../../config/calendar-2026.yaml', import.meta.url), 'utf8'),
)

const first = Date.parse('2026-01-01T00:00:00+07:00') / MINUTE
/** How many office minutes went by before each minute of the year. */
const before = (() => {
  const office = brute(calendar, 7)
  const counts = new Int32Array(365 * DAY + 1)
  for (let at = 0; at < 365 * DAY; at++) {
    const open = office.isOpenAt(new Date((first + at) * MINUTE))
    counts[at + 1] = (counts[at] as number) + (open ? 1 : 0)
  }
  return counts
})()

const countAt = (at: number): number => {
  const count = before[at - first]
  if (count === undefined) throw new Error(`outside the year of the model: ${at}`)
  return count
}

export const officeMinutes = (from: number, to: number): number =>
  to > from ? countAt(to) - countAt(from) : 0

/** The end of the office minute with which that many are used up. */
export const afterMinutes = (from: number, minutes: number): number => {
  const wanted = countAt(from) + minutes
  let [low, high] = [from, first + 365 * DAY]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (countAt(middle) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** The end of office hours of the n-th working day after the day of receipt. */
export const endOfDays = (from: number, days: number): number => {
  let midnight = Math.floor((from + WIB) / DAY) * DAY - WIB
  for (let left = days; left > 0; ) {
    midnight += DAY
    if (officeMinutes(midnight, midnight + DAY) > 0) left -= 1
  }
  return afterMinutes(midnight, officeMinutes(midnight, midnight + DAY))
}
