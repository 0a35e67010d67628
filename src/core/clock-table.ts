/**
 * What each clock should do, from the case as it is afterwards and from what happened: one row for
 * each clock. The state says it wherever it can; only else the event is looked at.
 */
import { answeredNow, owes, owesOthers, owing } from './answer-owed.ts'
import type { ClockName } from './case-clock.ts'
import type { CaseEventType } from './case-event.ts'
import { isOpen } from './case-state.ts'
import { ANEW, type Happened, type Leg, type Runs, type Wanted } from './clock-happened.ts'
import type { Target } from './deadline-settings.ts'

const AS_IS: Wanted = { kind: 'as-is' }
const PAUSES = new Set(['resolved', 'handed-over'])
const OVER = new Set(['closed', 'duplicate', 'not-a-service', 'archived'])

/**
 * Waiting for the reporter stops the clock only where the citizen was answered before (domain 6.5,
 * rule 5): else a question would be a way of not answering.
 */
const waits = ({ after, event }: Happened): 'paused' | 'as-is' | null => {
  if (after.state !== 'waiting-reporter') return null
  const asked = event.type === 'reporter-asked'
  return asked && after.answeredAt !== null ? 'paused' : 'as-is'
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
): Runs => ({ kind: 'runs', target, holder, onward, from: event.at })

const stops = ({ event }: Happened, done: boolean): Wanted => ({
  kind: 'stopped',
  at: event.at,
  done,
})

const OFFER_ENDS: ReadonlySet<CaseEventType> = new Set([
  'offer-accepted',
  'offer-returned',
  'offer-withdrawn',
  'offer-decided',
  'transferred',
  'returned',
])

/** Taking back what settled an offer, or what ended the case, does not bring the offer back. */
const settlesOffers = ({ before, after, event }: Happened): boolean => {
  const moved = before !== null && (before.agencyId !== after.agencyId || !isOpen(before.state))
  // whoever was asked before could be the accused
  const hidden = before !== null && before.confidential !== after.confidential
  const undone = event.data?.undoneType
  return (
    moved ||
    hidden ||
    OFFER_ENDS.has(event.type) ||
    (undone !== undefined && OFFER_ENDS.has(undone))
  )
}

/** By whose hours it is answered: the desk's are the government's. */
const askedBy = ({ data }: Happened['event']): string | null =>
  data?.target && data.target !== 'desk' ? data.target : null

type Row = (happened: Happened, leg: Leg | undefined) => Wanted

export const CLOCK_TABLE: Record<ClockName, Row> = {
  citizen: (happened) => {
    const { after, before, targets } = happened
    const living = before?.history === true && !after.history
    const from = living ? happened.event.at : after.firstPostAt
    const target = targets.citizen(after.category)
    if (OVER.has(after.state)) return stops(happened, after.state === 'closed')
    if (PAUSES.has(after.state) || waits(happened) === 'paused')
      return { kind: 'paused', target, from }
    if (waits(happened)) return AS_IS
    return { kind: 'runs', target, holder: null, onward: living ? 'fresh' : 'resume', from }
  },

  answer: (happened, leg) => {
    const { after, event, targets } = happened
    const answered = answeredNow(happened, leg)
    if (answered && !ANEW.has(event.type)) return { kind: 'stopped', at: answered, done: true }
    if (!isOpen(after.state)) return stops(happened, after.state === 'resolved')
    if (after.state === 'handed-over') return stops(happened, false)
    if (!owes(happened, leg)) return AS_IS
    const target = targets.answer(after.urgency)
    const waiting = owesOthers(happened) ? null : whileWaiting(happened, target)
    if (waiting) return waiting
    const onward = ANEW.has(event.type) ? 'fresh' : 'anew'
    return owing(happened, runs(happened, target, after.agencyId, onward), leg)
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

  reopening: (happened) => {
    const { after, before, event, targets } = happened
    if (after.state !== 'closed') return stops(happened, isOpen(after.state))
    const silent = event.type === 'closed' && before?.state === 'waiting-reporter'
    return silent ? runs(happened, targets.reopening, null, 'fresh') : AS_IS
  },

  offer: (happened) => {
    const { after, event, targets } = happened
    if (event.type === 'offered') return runs(happened, targets.offer, askedBy(event), 'fresh')
    if (settlesOffers(happened)) return stops(happened, true)
    return isOpen(after.state) ? AS_IS : stops(happened, false)
  },

  'external-check': (happened, leg) => {
    const { after, event, targets } = happened
    const holder = after.agencyId
    if (after.state !== 'handed-over') return stops(happened, event.type === 'hand-over-ended')
    const [first, ...later] = targets.externalCheck
    if (!first) return AS_IS
    const named = event.type === 'handed-over' ? event.data?.nextCheckAt : undefined
    if (named) return runs(happened, until(named, event.at), holder, 'fresh')
    if (event.type !== 'hand-over-checked' || !leg) return runs(happened, first, holder)
    const next = later.find((each) => daysOf(leg.target) < each.workingDays)
    return next
      ? { ...runs(happened, next, holder, 'fresh'), countsFrom: leg.countsFrom }
      : runs(happened, first, holder, 'fresh')
  },
}

/** A look that an officer named. */
const until = (moment: string, from: Date): Target => ({
  minutes: Math.max(0, (Date.parse(moment) - from.getTime()) / 60_000),
})

const daysOf = (target: Target): number => ('workingDays' in target ? target.workingDays : 0)
