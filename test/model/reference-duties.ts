/** Which clocks of a case must run, rest or be over in the state that it is in. */
import type { Urgency } from '../../src/core/reading.ts'
import { isOpen, type Known, leg } from './reference-case.ts'
import { begin, dueOf, end, goOn, lastOf, rest, runFor, type Target } from './reference-clocks.ts'

/** What brought the case here. */
export interface Cause {
  type: string
  /** Closed because the reporter did not reply. */
  silent?: boolean
}

const ANSWER: Record<Urgency, Target> = {
  P1: { wall: 60 },
  P2: { office: 240 },
  P3: { office: 900 },
  P4: { office: 2400 },
}
const SETTLED: Record<Known['category'], Target> = {
  'jalan.rusak': { days: 14 },
  'air.pdam': { days: 5 },
}
export const answerTarget = ({ urgency }: Known): Target => ANSWER[urgency]
export const citizenTarget = ({ category }: Known): Target => SETTLED[category]

const waits = ({ state }: Known) => state === 'waiting-reporter'
const isOutside = ({ state }: Known) => state === 'handed-over'
const RESTS_CITIZEN = ['resolved', 'handed-over']

export const keepTime = (it: Known, cause: Cause, now: number): void => {
  citizen(it, cause, now)
  answer(it, cause, now)
  triage(it, now)
  followUp(it, cause, now)
  reporter(it, cause, now)
  confirmation(it, now)
  reopening(it, cause, now)
  offer(it, now)
  external(it, cause, now)
}

/** Asked where the citizen was answered before: then the waiting is the citizen's. */
const standsStill = (it: Known, cause: Cause): boolean =>
  cause.type === 'reporter-asked' && it.answeredAt !== null

const citizen = (it: Known, cause: Cause, now: number) => {
  const mine = leg(it, 'citizen')
  if (!mine) return
  if (!isOpen(it) && it.state !== 'resolved') return end(mine, now, it.state === 'closed')
  if (RESTS_CITIZEN.includes(it.state) || (waits(it) && standsStill(it, cause)))
    return rest(mine, now)
  if (!waits(it)) goOn(mine, now)
}

/** Others came into the case, who were asked nothing and told nothing. */
const cameUnanswered = (it: Known, { type }: Cause): boolean =>
  (type === 'merged' || type === 'split-undone') && it.answeredAt === null

const answer = (it: Known, cause: Cause, now: number) => {
  if (cause.type === 'answered') return end(leg(it, 'answer'), now, true)
  if (!isOpen(it)) return end(leg(it, 'answer'), now, it.state === 'resolved')
  if (isOutside(it)) return end(leg(it, 'answer'), now, false)
  if (!it.owes) return
  const waiting = waits(it) && !cameUnanswered(it, cause)
  if (waiting && !standsStill(it, cause)) return
  if (cause.type === 'reopened') begin(it.legs, 'answer', it.owner, answerTarget(it), now)
  else if (!waiting) runFor(it.legs, 'answer', it.owner, answerTarget(it), now)
  if (waiting) restOrBegin(it, 'answer', answerTarget(it), now)
}

const restOrBegin = (it: Known, name: 'answer' | 'follow-up', target: Target, now: number) =>
  rest(leg(it, name) ?? begin(it.legs, name, null, target, now), now)

const triage = (it: Known, now: number) => {
  if (!isOpen(it) || it.owner !== null || isOutside(it))
    return end(leg(it, 'triage'), now, it.owner !== null || isOutside(it))
  if (!waits(it)) runFor(it.legs, 'triage', null, { days: 3 }, now)
}

const followUp = (it: Known, cause: Cause, now: number) => {
  if (it.followedAt !== null) return end(leg(it, 'follow-up'), it.followedAt, true)
  if (!isOpen(it) || isOutside(it) || it.owner === null)
    return end(leg(it, 'follow-up'), now, false)
  if (!waits(it)) return runFor(it.legs, 'follow-up', it.owner, { days: 5 }, now)
  if (standsStill(it, cause)) restOrBegin(it, 'follow-up', { days: 5 }, now)
}

const reporter = (it: Known, cause: Cause, now: number) => {
  const last = leg(it, 'reporter')
  if (!waits(it)) return end(last, now, cause.type === 'reporter-replied')
  if (cause.type !== 'reporter-asked') return
  end(last, now, true)
  begin(it.legs, 'reporter', null, { days: 10 }, now)
}

const confirmation = (it: Known, now: number) => {
  if (it.state === 'resolved') runFor(it.legs, 'confirmation', null, { days: 10 }, now)
  else end(leg(it, 'confirmation'), now, it.state === 'closed')
}

/** Who kept silent can come back for thirty days. */
const reopening = (it: Known, cause: Cause, now: number) => {
  if (it.state !== 'closed') return end(leg(it, 'reopening'), now, isOpen(it))
  if (cause.type === 'closed' && cause.silent)
    begin(it.legs, 'reopening', null, { wall: 30 * 1440 }, now)
}

/** Runs until the one asked has spoken, or nobody is asked any more. */
const offer = (it: Known, now: number) => {
  const last = lastOf(it.legs, 'offer')
  if (!it.offer || it.offer.answered) return end(last, now, isOpen(it))
  if (last && !last.stop && last.from === it.offer.at) return
  end(last, now, true)
  begin(it.legs, 'offer', it.offer.to, { days: 1 }, now)
}

const external = (it: Known, cause: Cause, now: number) => {
  if (isOutside(it)) runFor(it.legs, 'external-check', it.owner, { days: 5 }, now)
  else end(leg(it, 'external-check'), now, cause.type === 'hand-over-ended')
}

/**
 * A graver urgency counts from when it was known, where that is earlier: by an officer who said it
 * before, from then. A lesser one counts all along.
 */
export const weigh = (it: Known, before: Urgency, now: number, said = false): void => {
  const mine = leg(it, 'answer')
  if (!mine || mine.stop || it.urgency === before) return
  const graver = it.urgency < before
  const target = answerTarget(it)
  const known = said ? mine.aims.find((aim) => sameTarget(aim.target, target)) : undefined
  const from = graver ? (known?.from ?? now) : (mine.ran[0]?.from ?? now)
  const anew = { ...mine, target, from, aims: [...mine.aims, { target, from }] }
  const [due, dueAnew] = [dueOf(mine), dueOf(anew)]
  if (!graver || due === null || dueAnew === null || dueAnew < due) Object.assign(mine, anew)
}

const sameTarget = (one: Target, other: Target) => JSON.stringify(one) === JSON.stringify(other)
