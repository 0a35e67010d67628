/** Everything that a government's clocks go by, from its configuration. */
import type { Configuration, Government, QuietHours } from './configuration.ts'
import { type Targets, targetsOf } from './deadline-targets.ts'

import { createWorkingTime, offsetOf, type WorkingTime } from './working-time.ts'

export interface ClockRules {
  targets: Targets
  /** Office hours of an agency; null, or one without hours of its own: the government's. */
  workingOf(agencyId: string | null): WorkingTime
  quiet: QuietHours | null
  /** Local time minus UTC, in milliseconds. */
  offset: number
}

export const clockRulesOf = (
  { calendars, taxonomy }: Pick<Configuration, 'calendars' | 'taxonomy'>,
  government: Government,
): ClockRules => {
  const { timezone, calendar = {} } = government
  const usual = createWorkingTime(calendars, timezone, calendar)
  const own = new Map(
    government.agencies.flatMap(({ id, calendar: hours }) => {
      if (!hours) return []
      const holidays = [...(calendar.holidays ?? []), ...(hours.holidays ?? [])]
      return [[id, createWorkingTime(calendars, timezone, { ...calendar, ...hours, holidays })]]
    }),
  )
  return {
    targets: targetsOf(government, taxonomy),
    workingOf: (agencyId) => (agencyId && own.get(agencyId)) || usual,
    quiet: government.quietHours ?? null,
    offset: offsetOf(timezone),
  }
}
