import type { ConfigurationFault } from './configuration.ts'
import { fault, repeated } from './fault.ts'
import type { HolidayCalendar, WorkWeek } from './holiday-calendar.ts'

export function checkCalendars(calendars: HolidayCalendar[]): ConfigurationFault[] {
  const again = repeated(calendars.map(({ year }) => String(year))).map(([, index]) => {
    const year = calendars[index]?.year ?? 0
    const problem = `kalender tahun ${year} ada dua`
    return fault(fileOf(year), 'year', problem, 'Gabungkan keduanya dalam satu berkas.')
  })
  return [...again, ...calendars.flatMap(checkCalendar)]
}

const fileOf = (year: number) => `calendar-${year}.yaml`

function checkCalendar(calendar: HolidayCalendar): ConfigurationFault[] {
  const found = [
    ...checkDates(calendar),
    ...checkRamadan(calendar),
    ...checkWeek('workHours.regular', calendar.workHours.regular),
    ...checkWeek('workHours.ramadan', calendar.workHours.ramadan),
  ]
  return found.map(([path, problem, remedy]) => fault(fileOf(calendar.year), path, problem, remedy))
}

export type Found = [path: string, problem: string, remedy: string]

function checkDates({ year, holidays, collectiveLeave }: HolidayCalendar): Found[] {
  const dates = [
    ...holidays.map(({ date }, index) => ({ date, path: `holidays[${index}].date` })),
    ...collectiveLeave.map((date, index) => ({ date, path: `collectiveLeave[${index}]` })),
  ]
  return dates.flatMap(({ date, path }): Found[] => {
    if (!isDate(date)) return [[path, `"${date}" bukan tanggal yang ada`, DATE_REMEDY]]
    if (date.startsWith(`${year}-`)) return []
    return [[path, `${date} bukan tanggal di tahun ${year}`, 'Pindahkan ke kalender tahunnya.']]
  })
}

export const DATE_REMEDY = 'Tulis tahun-bulan-tanggal, misalnya 2026-08-17.'

function checkRamadan({ ramadan }: HolidayCalendar): Found[] {
  if (!ramadan) return []
  const wrong = (['from', 'to'] as const).filter((key) => !isDate(ramadan[key]))
  const found = wrong.map(
    (key): Found => [`ramadan.${key}`, `"${ramadan[key]}" bukan tanggal yang ada`, DATE_REMEDY],
  )
  if (found.length > 0 || ramadan.from <= ramadan.to) return found
  return [['ramadan', 'Ramadan berakhir sebelum dimulai', 'Tukar from dan to.']]
}

/** A day that the calendar has: 2026-02-30 is none. */
export function isDate(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const time = Date.parse(`${date}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(date)
}

export function checkWeek(path: string, week: WorkWeek): Found[] {
  return (['mondayToThursday', 'friday'] as const).flatMap((days) =>
    checkDay(`${path}.${days}`, week[days]),
  )
}

function checkDay(path: string, intervals: [string, string][]): Found[] {
  if (intervals.length === 0) return [[path, 'jam kerja belum diisi', INTERVAL_REMEDY]]
  return intervals.flatMap(([from, to], index): Found[] => {
    const at = `${path}[${index}]`
    const said = `${from}–${to}`
    if (!isTime(from) || !isTime(to)) return [[at, `"${said}" bukan jam`, INTERVAL_REMEDY]]
    if (from >= to) return [[at, `${said} berakhir sebelum dimulai`, INTERVAL_REMEDY]]
    const before = intervals[index - 1]
    if (!before || before[1] <= from) return []
    return [[at, `${said} bertumpang tindih dengan ${before.join('–')}`, INTERVAL_REMEDY]]
  })
}

const INTERVAL_REMEDY = "Tulis pasangan jam berurutan, misalnya ['07:30', '12:00']."

export const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
