/**
 * Working time by counting: no spans, no arithmetic on days, one minute after the other by the local
 * clock on the wall. Slow and plain, so that it is wrong in other places than the program.
 */
import type { ClockEvent } from '../../src/core/case-clock.ts'
import type { HolidayCalendar } from '../../src/core/holiday-calendar.ts'

const MINUTE = 60_000
const ALWAYS_FREE = ['01-01', '05-01', '06-01', '08-17', '12-25']

export const brute = (calendar: HolidayCalendar, hours: number) => {
  const minuteOf = (at: Date) => Math.floor(at.getTime() / MINUTE)
  /** Minutes are counted in UTC, days by the calendar on the wall. */
  const dayOf = (minute: number) => Math.floor((minute + hours * 60) / 1440)
  const isFree = (date: string) =>
    ALWAYS_FREE.some((end) => date.endsWith(end)) ||
    calendar.collectiveLeave.includes(date) ||
    calendar.holidays.some((each) => each.date === date)

  /** All minutes of a day, open or not. */
  const minutesOf = (day: number): boolean[] => {
    const noon = new Date(day * 86_400_000 + 43_200_000)
    const date = noon.toISOString().slice(0, 10)
    const { ramadan } = calendar
    const fasting = ramadan !== null && date >= ramadan.from && date <= ramadan.to
    const week = fasting ? calendar.workHours.ramadan : calendar.workHours.regular
    const spans = noon.getUTCDay() === 5 ? week.friday : week.mondayToThursday
    const isOff = noon.getUTCDay() % 6 === 0 || isFree(date)
    return Array.from({ length: 1440 }, (_, minute) => {
      const clock = [Math.floor(minute / 60), minute % 60]
      const time = clock.map((part) => String(part).padStart(2, '0')).join(':')
      return !isOff && spans.some(([opens, closes]) => opens <= time && time < closes)
    })
  }

  const days = new Map<number, boolean[]>()
  const isOpen = (minute: number): boolean => {
    const day = dayOf(minute)
    const known = days.get(day) ?? minutesOf(day)
    days.set(day, known)
    return known[(minute + hours * 60) % 1440] === true
  }
  /** Are the offices open in the minute that begins here? */
  const isOpenAt = (at: Date): boolean => isOpen(minuteOf(at))

  const next = (at: Date) => new Date(at.getTime() + MINUTE)

  /** The last open minute of the next day that has one. */
  const endOfNextDay = (from: number): number => {
    let at = from
    while (dayOf(at) === dayOf(from) || !isOpen(at)) at += 1
    const day = dayOf(at)
    let last = at
    for (; dayOf(at) === day; at += 1) if (isOpen(at)) last = at + 1
    return last
  }

  return {
    isOpen,
    isOpenAt,

    addMinutes: (from: Date, minutes: number): Date => {
      let left = minutes
      for (let at = from; ; at = next(at)) {
        if (isOpenAt(at)) left -= 1
        if (left === 0) return next(at)
      }
    },

    endOfDay: (received: Date, days: number): Date => {
      let at = minuteOf(received)
      for (let n = 0; n < days; n++) at = endOfNextDay(at)
      return new Date(at * MINUTE)
    },

    /** Counts down through pauses; null where it is paused with time left. */
    dueByMinutes: (events: ClockEvent[], minutes: number): Date | null => {
      const turns = events.slice(1).map(({ at }) => at.getTime())
      const turnedBy = (at: Date) => turns.filter((turn) => turn <= at.getTime()).length
      const forEver = (at: Date) => turns.length % 2 === 1 && turnedBy(at) === turns.length
      let left = minutes
      for (let at = events[0]?.at as Date; !forEver(at); at = next(at)) {
        if (turnedBy(at) % 2 === 0 && isOpenAt(at)) left -= 1
        if (left === 0) return next(at)
      }
      return null
    },
  }
}
