const DAY_MS = 86_400_000

/** The day on the wall of an office, "2026-11-22": after midnight in Jayapura it is still yesterday in London. */
export const localDay = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)

const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10)

/** The day before that day. */
export const dayBefore = (day: string): string => shifted(day, -1)

/**
 * Days that are over and were not kept, oldest first, at most `most`: those after the last one that
 * was; where none ever was, yesterday alone.
 */
export const daysToClose = (lastKept: string | null, today: string, most: number): string[] => {
  const first = lastKept ? shifted(lastKept, 1) : dayBefore(today)
  const days: string[] = []
  for (let day = first; day < today && days.length < most; day = shifted(day, 1)) days.push(day)
  return days
}
