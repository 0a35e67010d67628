import type { HolidayCalendar } from './holiday-calendar.ts'
import { offsetOf } from './working-time.ts'

const OCTOBER = 9

/**
 * The year whose decree of holidays should be here and is not: this one, or from 1 October the next
 * (the joint decree usually comes in September). Deadlines in it are provisional until then.
 */
export const missingDecree = (
  calendars: Pick<HolidayCalendar, 'year'>[],
  now: Date,
  timezone: string,
): number | null => {
  const local = new Date(now.getTime() + offsetOf(timezone))
  const year = local.getUTCFullYear()
  const isLoaded = (wanted: number) => calendars.some((each) => each.year === wanted)
  if (!isLoaded(year)) return year
  return local.getUTCMonth() >= OCTOBER && !isLoaded(year + 1) ? year + 1 : null
}

export const decreeWarning = (year: number): string =>
  `Kalender libur tahun ${year} belum dimuat: tenggat di tahun itu masih sementara. Isi config/calendar-${year}.yaml menurut SKB 3 Menteri, lalu jalankan "tanggap config apply".`
