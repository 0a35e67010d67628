/** What each body outside did with what it was handed: for the governor's coordination meeting. */
import { HAND_OVER_OUTCOMES, type HandOver, type HandOverOutcome } from './hand-over.ts'

export interface BodyStatistics {
  body: string
  /** Hand-overs in all. */
  n: number
  /** Still without an end. */
  waiting: number
  outcomes: Record<HandOverOutcome, number>
  /** Median of the working days from hand-over to its first outcome; null where there is none. */
  medianWorkingDays: number | null
}

export interface CountsWorkingMinutes {
  workingMinutesBetween(from: Date, to: Date): number
}

/** 37.5 hours a week (Perpres 21/2023). */
const MINUTES_OF_A_DAY = 450

/** The busiest body first. */
export const handOverStatistics = (
  handOvers: readonly HandOver[],
  working: CountsWorkingMinutes,
): BodyStatistics[] => {
  const bodies = [...new Set(handOvers.map(({ body }) => body))]
  const told = bodies.map((body) =>
    statisticsOf(
      body,
      handOvers.filter((each) => each.body === body),
      working,
    ),
  )
  return told.sort((one, other) => other.n - one.n || one.body.localeCompare(other.body))
}

const statisticsOf = (
  body: string,
  own: HandOver[],
  working: CountsWorkingMinutes,
): BodyStatistics => {
  const counted = HAND_OVER_OUTCOMES.map(
    (outcome) => [outcome, own.filter((each) => each.outcome === outcome).length] as const,
  )
  const days = own.flatMap(({ handedAt, outcomeAt }) =>
    outcomeAt ? [working.workingMinutesBetween(handedAt, outcomeAt) / MINUTES_OF_A_DAY] : [],
  )
  return {
    body,
    n: own.length,
    waiting: own.filter(({ endedAt }) => !endedAt).length,
    outcomes: Object.fromEntries(counted) as Record<HandOverOutcome, number>,
    medianWorkingDays: days.length > 0 ? Math.round(medianOf(days) * 100) / 100 : null,
  }
}

const medianOf = (numbers: number[]): number => {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
