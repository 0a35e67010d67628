/**
 * "Masalah berulang": the same complaint about the same place, again and again. One case is
 * mended; a place that has three in a quarter needs a plan (domain AC-004-3).
 */
import type { CaseState } from './case-state.ts'

export const RECURRING_CASES = 3
const RECURRING_DAYS = 90

const DAY_MS = 86_400_000

export interface CaseOfPlace {
  id: string
  state: CaseState
  sample: boolean
  openedAt: Date
}

/** Since when cases count. */
export const recurringSince = (now: Date): Date => new Date(now.getTime() - RECURRING_DAYS * DAY_MS)

/** What is the same case twice, no service, or only shown is no further case. */
const counts = ({ state, sample }: CaseOfPlace): boolean =>
  !sample && state !== 'duplicate' && state !== 'not-a-service'

/** The cases of one category and place that make a recurring problem; none where they do not. */
export const recurringCases = <Each extends CaseOfPlace>(cases: Each[], now: Date): Each[] => {
  const since = recurringSince(now)
  const counted = cases.filter((each) => counts(each) && each.openedAt >= since)
  return counted.length >= RECURRING_CASES ? counted : []
}
