/** Everything that a government's clocks go by, from its configuration. */
import type { Configuration, Government } from './configuration.ts'
import type { QuietHours } from './deadline-settings.ts'
import { type Targets, targetsOf } from './deadline-targets.ts'
import type { HolidayCalendar, OwnHours } from './holiday-calendar.ts'
import { createWorkingTime, offsetOf, type WorkingTime } from './working-time.ts'

export interface ClockRules {
  targets: Targets
  /**
   * Whose hours count: an agency (its own, or the government's), `government:<slug>` (that one's, in
   * its own zone); null: the government's.
   */
  workingOf(holder: string | null): WorkingTime
  quiet: QuietHours | null
  /** Local time minus UTC, in milliseconds. */
  offset: number
}

export const clockRulesOf = (
  {
    calendars,
    governments,
    taxonomy,
  }: Pick<Configuration, 'calendars' | 'governments' | 'taxonomy'>,
  government: Government,
): ClockRules => {
  const { timezone } = government
  const usual = hoursOf(calendars, government)
  const own = new Map<string, WorkingTime>()
  for (const other of governments) own.set(`government:${other.id}`, hoursOf(calendars, other))
  for (const { id, calendar } of government.agencies)
    if (calendar) own.set(id, hoursOf(calendars, government, calendar))
  return {
    targets: targetsOf(government, taxonomy),
    workingOf: (holder) => (holder && own.get(holder)) || usual,
    quiet: government.quietHours ?? null,
    offset: offsetOf(timezone),
  }
}

/** Of a government, or of an agency that has hours beside it: its days off come on top. */
const hoursOf = (
  calendars: HolidayCalendar[],
  { timezone, calendar = {} }: Government,
  own: OwnHours = {},
): WorkingTime => {
  const holidays = [...(calendar.holidays ?? []), ...(own.holidays ?? [])]
  return createWorkingTime(calendars, timezone, { ...calendar, ...own, holidays })
}
