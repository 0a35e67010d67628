/** The hours of one local day in which offices work, as spans of absolute time (milliseconds). */
import type { HolidayCalendar, OwnHours, WorkWeek } from './holiday-calendar.ts'

/** Start inclusive, end exclusive. */
export type Span = [start: number, end: number]

export const DAY = 86_400_000
const MINUTE = 60_000

/** These hold in every year, decree or not (Keppres 8/2024 and the decrees before it). */
const EVERY_YEAR = new Set(['01-01', '05-01', '06-01', '08-17', '12-25'])

/** Perpres 21/2023, for a year whose calendar has not been loaded. */
const USUAL_WEEK: WorkWeek = {
  mondayToThursday: [
    ['07:30', '12:00'],
    ['13:00', '16:00'],
  ],
  friday: [
    ['07:30', '11:30'],
    ['13:00', '16:30'],
  ],
}

/** The working spans of a local day, counted from 1970-01-01, earliest first. */
export function workingDays(calendars: HolidayCalendar[], offset: number, own: OwnHours = {}) {
  if (own.alwaysOpen)
    return (day: number): Span[] => [[day * DAY - offset, (day + 1) * DAY - offset]]
  const ownDates = (own.holidays ?? []).map(({ date }) => date)
  const free = new Set([...calendars.flatMap(freeDates), ...ownDates])
  const byYear = [...calendars].sort((one, other) => one.year - other.year)
  const seen = new Map<number, Span[]>()

  return (day: number): Span[] => {
    const before = seen.get(day)
    if (before) return before
    const spans = spansOf(day, offset, free, (date) => weekOf(date, byYear, own))
    seen.set(day, spans)
    return spans
  }
}

function freeDates({ holidays, collectiveLeave }: HolidayCalendar): string[] {
  return [...holidays.map(({ date }) => date), ...collectiveLeave]
}

function spansOf(
  day: number,
  offset: number,
  free: Set<string>,
  weekOn: (date: string) => WorkWeek,
): Span[] {
  const local = new Date(day * DAY)
  const date = local.toISOString().slice(0, 10)
  const weekday = local.getUTCDay()
  if (weekday === 0 || weekday === 6) return []
  if (free.has(date) || EVERY_YEAR.has(date.slice(5))) return []
  const week = weekOn(date)
  const intervals = weekday === 5 ? week.friday : week.mondayToThursday
  return intervals.map(([from, to]) => [at(day, from, offset), at(day, to, offset)])
}

/** Hours of the day's own year, or of the last year known before it. */
function weekOf(date: string, calendars: HolidayCalendar[], { workHours }: OwnHours): WorkWeek {
  const fasting = calendars.some(({ ramadan }) => isWithin(date, ramadan))
  if (workHours) return (fasting && workHours.ramadan) || workHours.regular
  const year = Number(date.slice(0, 4))
  const calendar = calendars.findLast((each) => each.year <= year) ?? calendars[0]
  if (!calendar) return USUAL_WEEK
  return fasting ? calendar.workHours.ramadan : calendar.workHours.regular
}

function isWithin(date: string, season: HolidayCalendar['ramadan']): boolean {
  return season !== null && season.from <= date && date <= season.to
}

function at(day: number, time: string, offset: number): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return day * DAY - offset + (hours * 60 + minutes) * MINUTE
}
