/**
 * What the clocks of a case do when something happened to it: one row for each clock, from the case
 * as it is afterwards and from what happened. A row says what is wanted; `towards` finds the moves
 * that lead there, so that nothing is started, stopped or paused twice whoever calls.
 */
import type { Case } from './case.ts'
import {
  CLOCK_NAMES,
  type ClockEvent,
  type ClockName,
  type ClockReading,
  momentAt,
} from './case-clock.ts'
import type { CaseEventData, CaseEventType } from './case-event.ts'
import { isOpen } from './case-state.ts'
import type { Target } from './configuration.ts'
import type { Targets } from './deadline-targets.ts'
import type { WorkingTime } from './working-time.ts'

/** The last leg of a clock. */
export interface Leg extends ClockReading {
  leg: number
  agencyId: string | null
}
export type Legs = Partial<Record<ClockName, Leg>>

export interface Happened {
  /** Null where the case was just opened. */
  before: Case | null
  after: Case
  event: { type: CaseEventType; at: Date; data?: CaseEventData | undefined }
  legs: Legs
  targets: Targets
  /** Office hours of an agency, or of the government. */
  workingOf(agencyId: string | null): WorkingTime
  /** What the other case owed: of a merge the one taken in, of a split the one it was taken from. */
  owed?: Pick<Leg, 'startedAt' | 'countsFrom' | 'target'> | null | undefined
  /** Since when the writers of a case that was split off wait, where nothing was owed. */
  waitsSince?: Date | undefined
}

export interface ClockMove extends ClockEvent {
  clock: ClockName
  leg: number
  agencyId: string | null
}

type Wanted =
  | { kind: 'as-is' }
  | { kind: 'paused'; target: Target; from: Date }
  | { kind: 'stopped'; at: Date; done: boolean }
  | {
      kind: 'runs'
      target: Target
      from: Date
      holder: string | null
      /** A leg that has ended: the same goes on, or a new one begins; fresh: a new one in any case. */
      onward: 'resume' | 'anew' | 'fresh'
      countsFrom?: Date
    }

export const clockMoves = (happened: Happened): ClockMove[] =>
  CLOCK_NAMES.flatMap((clock) => {
    const leg = happened.legs[clock]
    const moved = towards(clock, leg, TABLE[clock](happened, leg), happened)
    return [...moved, ...aimed(clock, leg, moved, happened)]
  })

const AS_IS: Wanted = { kind: 'as-is' }
const PAUSES = new Set(['resolved', 'handed-over'])
const OVER = new Set(['closed', 'duplicate', 'not-a-service', 'archived'])

/**
 * Waiting for the reporter stops the clock only where the citizen was answered before, or can see
 * the question (domain 6.5, rule 5): else waiting would be a way of not answering.
 */
const waits = ({ after, event }: Happened): 'paused' | 'as-is' | null => {
  if (after.state !== 'waiting-reporter') return null
  const asked = event.type === 'reporter-asked'
  const seen = after.answeredAt !== null || Boolean(event.data?.url) || event.data?.public === true
  return asked && seen ? 'paused' : 'as-is'
}

const whileWaiting = (happened: Happened, target: Target): Wanted | null => {
  const waiting = waits(happened)
  if (waiting === 'paused') return { kind: 'paused', target, from: happened.event.at }
  return waiting && AS_IS
}

const runs = (
  { event }: Happened,
  target: Target,
  holder: string | null,
  onward: 'resume' | 'anew' | 'fresh' = 'anew',
): Wanted => ({ kind: 'runs', target, holder, onward, from: event.at })

const stops = ({ event }: Happened, done: boolean): Wanted => ({
  kind: 'stopped',
  at: event.at,
  done,
})

/** The citizen waits for a new answer, although there was one before. */
const ANEW: ReadonlySet<CaseEventType> = new Set(['reopened', 'recurred', 'reporter-unsatisfied'])
/** What was owed elsewhere is owed here from now on. */
const JOINS: ReadonlySet<CaseEventType> = new Set(['merged', 'split-undone'])
const OFFER_ENDS: ReadonlySet<CaseEventType> = new Set([
  'offer-accepted',
  'offer-returned',
  'offer-withdrawn',
  'offer-decided',
  'transferred',
])

const TABLE: Record<ClockName, (happened: Happened, leg: Leg | undefined) => Wanted> = {
  citizen: (happened) => {
    const { after, before, targets } = happened
    const from = before?.history && !after.history ? happened.event.at : after.firstPostAt
    const target = targets.citizen(after.category)
    if (OVER.has(after.state)) return stops(happened, after.state === 'closed')
    if (PAUSES.has(after.state) || waits(happened) === 'paused')
      return { kind: 'paused', target, from }
    if (waits(happened)) return AS_IS
    return { kind: 'runs', target, holder: null, onward: 'resume', from }
  },

  answer: (happened, leg) => {
    const { after, event, targets } = happened
    const answered = answeredNow(happened, leg)
    if (answered && !ANEW.has(event.type)) return { kind: 'stopped', at: answered, done: true }
    if (!isOpen(after.state)) return stops(happened, after.state === 'resolved')
    if (after.state === 'handed-over') return stops(happened, false)
    if (!owes(happened, leg)) return AS_IS
    const target = targets.answer(after.urgency)
    const waiting = whileWaiting(happened, target)
    if (waiting) return waiting
    return owing(
      happened,
      runs(happened, target, after.agencyId, ANEW.has(event.type) ? 'fresh' : 'anew'),
    )
  },

  triage: (happened) => {
    const { after, targets } = happened
    const atDesk = isOpen(after.state) && after.agencyId === null
    if (after.state === 'handed-over' || !atDesk)
      return stops(happened, after.agencyId !== null || after.state === 'handed-over')
    return waits(happened) ? AS_IS : runs(happened, targets.triage, null)
  },

  'follow-up': (happened) => {
    const { after, event, targets } = happened
    const done = after.followedUpAt !== null
    if (done || !isOpen(after.state) || after.state === 'handed-over' || after.agencyId === null)
      return { kind: 'stopped', at: after.followedUpAt ?? event.at, done }
    const target = targets.followUp
    return whileWaiting(happened, target) ?? runs(happened, target, after.agencyId)
  },

  reporter: (happened) =>
    happened.after.state === 'waiting-reporter'
      ? runs(
          happened,
          happened.targets.reporter,
          null,
          happened.event.type === 'reporter-asked' ? 'fresh' : 'anew',
        )
      : stops(happened, happened.event.type === 'reporter-replied'),

  confirmation: (happened) =>
    happened.after.state === 'resolved'
      ? runs(happened, happened.targets.confirmation, null)
      : stops(happened, happened.after.state === 'closed'),

  offer: (happened) => {
    const { after, event, targets } = happened
    if (event.type === 'offered') return runs(happened, targets.offer, after.agencyId, 'fresh')
    const moved = happened.before !== null && happened.before.agencyId !== after.agencyId
    if (moved || OFFER_ENDS.has(event.type)) return stops(happened, true)
    return isOpen(after.state) ? AS_IS : stops(happened, false)
  },

  'external-check': (happened, leg) => {
    const { after, event, targets } = happened
    if (after.state !== 'handed-over') return stops(happened, event.type === 'hand-over-ended')
    const [first, ...later] = targets.externalCheck
    if (event.type === 'hand-over-checked' && leg) {
      const next = later[leg.leg - 1] ?? later.at(-1)
      return next ? { ...runsFrom(happened, next), countsFrom: leg.countsFrom } : AS_IS
    }
    return first ? runs(happened, first, null) : AS_IS
  },
}

const runsFrom = (happened: Happened, target: Target) => ({
  kind: 'runs' as const,
  target,
  holder: null,
  onward: 'fresh' as const,
  from: happened.event.at,
})

/** When the citizen was answered, as far as this event tells of it. */
const answeredNow = ({ before, after, event }: Happened, leg: Leg | undefined): Date | null => {
  // what is all greeting and template is told, and answers nobody (domain 6.5, rule 1)
  if (event.type === 'answered' && event.data?.qualified !== false) {
    const stated = event.data?.answeredAt
    return stated ? new Date(stated) : firstOr(before, after, event.at)
  }
  if (!after.answeredAt || before?.answeredAt) return null
  return leg?.state !== 'stopped' ? after.answeredAt : null
}

const firstOr = (before: Case | null, after: Case, at: Date): Date =>
  !before?.answeredAt && after.answeredAt ? after.answeredAt : at

/** Unanswered, or a new answer is owed that was not given yet. */
const owes = ({ after, event }: Happened, leg: Leg | undefined): boolean =>
  after.answeredAt === null ||
  leg?.stop?.done === false ||
  ANEW.has(event.type) ||
  (leg !== undefined && leg.state !== 'stopped')

/** A case that was split off owes what its source owed, a survivor what was owed there. */
const owing = (happened: Happened, wanted: Wanted): Wanted => {
  const { before, owed, waitsSince, after, targets, event } = happened
  const joined = before === null || JOINS.has(event.type)
  if (!joined || wanted.kind !== 'runs') return wanted
  if (owed)
    return { ...wanted, target: owed.target, from: owed.startedAt, countsFrom: owed.countsFrom }
  return waitsSince
    ? { ...wanted, from: waitsSince, target: targets.answer(after.urgency) }
    : wanted
}

type Runs = Extract<Wanted, { kind: 'runs' }>

const towards = (
  clock: ClockName,
  leg: Leg | undefined,
  wanted: Wanted,
  { event }: Happened,
): ClockMove[] => {
  if (wanted.kind === 'as-is') return []
  if (wanted.kind === 'stopped') return ended(clock, leg, wanted)
  if (wanted.kind === 'runs') return running(clock, leg, wanted, event.at)
  const pause: ClockEvent = { does: 'pause', at: event.at }
  if (leg) return leg.state === 'running' ? [moveOf(clock, leg, pause)] : []
  const first = { leg: 1, agencyId: null }
  const start: ClockEvent = { does: 'start', at: wanted.from, target: wanted.target }
  return [moveOf(clock, first, start), moveOf(clock, first, pause)]
}

const moveOf = (
  clock: ClockName,
  { leg, agencyId }: Pick<Leg, 'leg' | 'agencyId'>,
  event: ClockEvent,
): ClockMove => ({ clock, leg, agencyId, ...event })

/** Somebody says that it was answered before the agency even had it: then at once. */
const ended = (
  clock: ClockName,
  leg: Leg | undefined,
  { at, done }: { at: Date; done: boolean },
): ClockMove[] => {
  if (!leg) return []
  // answered while somebody outside had it: then nothing is owed when it comes back
  if (leg.stop)
    return done && clock === 'answer' && !leg.stop.done
      ? [moveOf(clock, leg, { does: 'stop', at: leg.stop.at, done })]
      : []
  const stop = at < leg.startedAt ? leg.startedAt : at
  return [moveOf(clock, leg, { does: 'stop', at: stop, done })]
}

const running = (clock: ClockName, leg: Leg | undefined, wanted: Runs, at: Date): ClockMove[] => {
  if (leg && goesOn(leg, wanted))
    return leg.state === 'running' ? [] : [moveOf(clock, leg, { does: 'resume', at })]
  const { holder, target, from, countsFrom, onward } = wanted
  const next = { leg: (leg?.leg ?? 0) + 1, agencyId: holder }
  const start = moveOf(clock, next, { does: 'start', at: from, target })
  const counts: ClockEvent = { does: 'retarget', at, target, since: countsFrom ?? null }
  return [
    ...ended(clock, leg, { at, done: onward === 'fresh' }),
    start,
    ...(countsFrom ? [moveOf(clock, next, counts)] : []),
  ]
}

const goesOn = (leg: Leg, { onward, holder }: Runs): boolean => {
  if (onward === 'resume') return true
  return onward === 'anew' && leg.agencyId === holder && leg.state !== 'stopped'
}

/** Another urgency, another category, an older first post, a merge: the same leg aims elsewhere. */
const aimed = (
  clock: ClockName,
  leg: Leg | undefined,
  moved: ClockMove[],
  happened: Happened,
): ClockMove[] => {
  const over = !leg || leg.state === 'stopped'
  if (over || moved.some(({ does }) => does === 'start' || does === 'stop')) return []
  if (clock === 'citizen') return citizenAims(happened).map((event) => moveOf(clock, leg, event))
  return clock === 'answer'
    ? answerAims(happened, leg).map((event) => moveOf(clock, leg, event))
    : []
}

const citizenAims = ({ before, after, event, targets }: Happened): ClockEvent[] => {
  if (!before) return []
  const { at } = event
  const target = targets.citizen(after.category)
  if (before.history && !after.history) return [{ does: 'start', at, target }]
  const older = before.firstPostAt.getTime() !== after.firstPostAt.getTime()
  if (older) return [{ does: 'start', at: after.firstPostAt, target }]
  return before.category === after.category ? [] : [{ does: 'retarget', at, target }]
}

const answerAims = (happened: Happened, leg: Leg): ClockEvent[] => {
  const { before, after, event, targets, owed } = happened
  const { at } = event
  if (owed && JOINS.has(event.type))
    return [
      { does: 'start', at: owed.startedAt, target: owed.target },
      { does: 'retarget', at, target: owed.target, since: owed.countsFrom },
    ]
  if (!before || before.urgency === after.urgency) return []
  const target = targets.answer(after.urgency)
  if (after.urgency > before.urgency) return [{ does: 'retarget', at, target }]
  return isEarlier(happened, leg, target) ? [{ does: 'retarget', at, target, since: at }] : []
}

/** Nobody can be late with what was not known: a graver urgency counts from when it was said. */
const isEarlier = ({ event, workingOf }: Happened, leg: Leg, target: Target): boolean => {
  const working = workingOf(leg.agencyId)
  const due = momentAt(leg, 100, working)
  const anew = momentAt({ ...leg, target, countsFrom: event.at }, 100, working)
  return due === null || anew === null || anew < due
}
