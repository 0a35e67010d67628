import type { ClockName } from '../core/case-clock.ts'

/** A deadline that the calendar in force puts elsewhere. */
export interface MovedDeadline {
  caseCode: string
  clock: ClockName
  leg: number
  from: Date | null
  to: Date | null
}

export interface Deadlines {
  /**
   * Computes every open deadline anew from its events; closed ones are never touched. A signal ends
   * it after the case at hand: the rest is as it was, and can be done later.
   */
  recompute(options: { dryRun: boolean; signal?: AbortSignal }): Promise<MovedDeadline[]>
}
