/**
 * The clock of office hours: Perpres 21/2023 with the holidays of the yearly joint decree. Pure;
 * its cost grows with the days between two instants, not with the minutes.
 */
import type { HolidayCalendar, OwnHours } from './holiday-calendar.ts'
import { DAY, type Span, workingDays } from './working-day.ts'

export interface WorkingTime {
  /** Minutes of office hours in [from, to), with fractions; 0 where `to` is not after `from`. */
  workingMinutesBetween(from: Date, to: Date): number
  /** End of office hours of the n-th working day after the day of receipt ("n hari kerja"). */
  endOfWorkingDay(received: Date, n: number): Date
  /** The instant at which that many minutes have been worked; never outside office hours. */
  addWorkingMinutes(from: Date, minutes: number): Date
  /** True for a year whose decree is not loaded: only the fixed holidays are known there. */
  isProvisional(date: Date): boolean
}

const HOUR = 3_600_000
const MINUTE = 60_000

/** Fixed: no zone of Indonesia has daylight saving. */
const OFFSETS: Record<string, number> = {
  'Asia/Jakarta': 7 * HOUR,
  'Asia/Pontianak': 7 * HOUR,
  'Asia/Makassar': 8 * HOUR,
  'Asia/Jayapura': 9 * HOUR,
}

/** A calendar by which nobody works for two years is a mistake, not a long wait. */
const PATIENCE = 731

/** Local time minus UTC, in milliseconds. Throws for a timezone outside Indonesia. */
export function offsetOf(timezone: string): number {
  const offset = OFFSETS[timezone]
  if (offset === undefined) throw new Error(`not a timezone of Indonesia: ${timezone}`)
  return offset
}

/** A wrong timezone throws: the configuration check has refused it before. */
export function createWorkingTime(
  calendars: HolidayCalendar[],
  timezone: string,
  own: OwnHours = {},
): WorkingTime {
  const offset = offsetOf(timezone)
  const years = new Set(calendars.map(({ year }) => year))
  const spansOn = workingDays(calendars, offset, own)
  const dayOf = (instant: Date) => Math.floor((instant.getTime() + offset) / DAY)

  return {
    workingMinutesBetween: (from, to) => between(from, to, dayOf, spansOn),
    endOfWorkingDay: (received, n) => endOf(dayOf(received), n, spansOn),
    addWorkingMinutes: (from, minutes) => add(from, minutes, dayOf(from), spansOn),
    isProvisional: (date) =>
      own.alwaysOpen !== true && !years.has(new Date(date.getTime() + offset).getUTCFullYear()),
  }
}

type SpansOn = (day: number) => Span[]

function between(from: Date, to: Date, dayOf: (instant: Date) => number, spansOn: SpansOn) {
  const [start, end] = [from.getTime(), to.getTime()]
  let worked = 0
  for (let day = dayOf(from); day <= dayOf(to); day++) {
    for (const span of spansOn(day)) worked += overlap(span, start, end)
  }
  return worked / MINUTE
}

function overlap([opens, closes]: Span, start: number, end: number): number {
  return Math.max(0, Math.min(closes, end) - Math.max(opens, start))
}

function endOf(receiptDay: number, n: number, spansOn: SpansOn): Date {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  let left = n
  let idle = 0
  // With n = 0 the receipt day itself counts, if it is a working day.
  for (let day = n === 0 ? receiptDay : receiptDay + 1; idle < PATIENCE; day++) {
    const last = spansOn(day).at(-1)
    idle = last ? 0 : idle + 1
    if (!last) continue
    left -= 1
    if (left <= 0) return new Date(last[1])
  }
  throw new RangeError('the calendar has no working days')
}

function add(from: Date, minutes: number, firstDay: number, spansOn: SpansOn): Date {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`not minutes: ${minutes}`)
  let left = Math.round(minutes * MINUTE)
  let idle = 0
  for (let day = firstDay; idle < PATIENCE; day++) {
    const open = spansOn(day).filter(([, closes]) => closes > from.getTime())
    idle = open.length > 0 ? 0 : idle + 1
    for (const [opens, closes] of open) {
      const start = Math.max(opens, from.getTime())
      if (start + left <= closes) return new Date(start + left)
      left -= closes - start
    }
  }
  throw new RangeError('the calendar has no working days')
}
