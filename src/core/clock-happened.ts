/** What happened to a case, as its clocks look at it. */
import type { Case } from './case.ts'
import type { ClockName, ClockReading, Course } from './case-clock.ts'
import type { CaseEventData, CaseEventType } from './case-event.ts'
import type { Target } from './deadline-settings.ts'
import type { Targets } from './deadline-targets.ts'
import type { WorkingTime } from './working-time.ts'

/** One leg of a clock, as its events say it. */
export interface Leg extends ClockReading {
  leg: number
  /** Whose hours count: an agency, `government:<slug>`; null: the government's own. */
  agencyId: string | null
}
/** The last leg of each clock. */
export type Legs = Partial<Record<ClockName, Leg>>

export type Owed = Pick<Leg, 'startedAt' | 'countsFrom' | 'target' | 'pauses'>

export interface Happened {
  /** Null where the case was just opened. */
  before: Case | null
  after: Case
  event: { type: CaseEventType; at: Date; data?: CaseEventData | undefined }
  legs: Legs
  targets: Targets
  /** Office hours of an agency, of another government, or (null) of the government itself. */
  workingOf(holder: string | null): WorkingTime
  /** What the other case owed: of a merge the one taken in, of a split the one it was taken from. */
  owed?: Owed | null | undefined
  /** Since when the writers of a case that was split off wait, where nothing was owed. */
  waitsSince?: Date | undefined
}

/** What is wanted of a clock after it happened; how to get there is found by `clockMoves`. */
export type Wanted =
  | { kind: 'as-is' }
  | { kind: 'paused'; target: Target; from: Date }
  | { kind: 'stopped'; at: Date; done: boolean }
  | Runs

export interface Runs {
  kind: 'runs'
  target: Target
  from: Date
  holder: string | null
  /**
   * A leg that has ended: the same goes on, or a new one begins; fresh: a new one in any case; instead:
   * a new one that takes the place of one that was not done.
   */
  onward: 'resume' | 'anew' | 'fresh' | 'instead'
  countsFrom?: Date
  /** While it was owed elsewhere; it goes on from now. */
  pauses?: Course['pauses']
}

/** The citizen waits for a new answer, although there was one before. */
export const ANEW: ReadonlySet<CaseEventType> = new Set([
  'reopened',
  'recurred',
  'reporter-unsatisfied',
])
/** What was owed elsewhere is owed here from now on. */
export const JOINS: ReadonlySet<CaseEventType> = new Set(['merged', 'split-undone'])
