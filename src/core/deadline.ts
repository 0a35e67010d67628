import type { Urgency } from './reading.ts'

/** The part of working time that a deadline needs. */
export interface CountsWorkingMinutes {
  addWorkingMinutes(from: Date, minutes: number): Date
}

/**
 * When the first answer is due. P1 runs on the wall clock, day and night; the rest in working time
 * of the government. Targets in minutes are the government's own.
 */
export const firstAnswerDue = (
  urgency: Urgency,
  from: Date,
  minutes: Record<Urgency, number>,
  working: CountsWorkingMinutes,
): Date =>
  urgency === 'P1'
    ? new Date(from.getTime() + minutes.P1 * 60_000)
    : working.addWorkingMinutes(from, minutes[urgency])
