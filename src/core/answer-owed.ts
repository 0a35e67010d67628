/** Whether an answer was given by what happened, is owed, and since when. */
import type { Case } from './case.ts'
import { momentAt, resumedAt } from './case-clock.ts'
import { ANEW, type Happened, JOINS, type Leg, type Wanted } from './clock-happened.ts'

/** When the citizen was answered, as far as this event tells of it. */
export const answeredNow = (
  { before, after, event }: Happened,
  leg: Leg | undefined,
): Date | null => {
  // what is all greeting and template is told, and answers nobody (domain 6.5, rule 1)
  if (event.type === 'answered' && event.data?.qualified !== false) {
    const stated = event.data?.answeredAt
    return stated ? new Date(stated) : firstOr(before, after, event.at)
  }
  if (!after.answeredAt || before?.answeredAt) return null
  // asked anew since, a merge that is taken back answers nothing
  const isOlder = event.type === 'merge-undone' && leg && after.answeredAt < leg.startedAt
  return isOlder ? null : after.answeredAt
}

const firstOr = (before: Case | null, after: Case, at: Date): Date =>
  !before?.answeredAt && after.answeredAt ? after.answeredAt : at

/** Unanswered, or a new answer is owed that was not given yet. */
export const waitsForAnswer = ({ answeredAt }: Case, leg: Leg | undefined): boolean =>
  answeredAt === null || (leg !== undefined && !leg.stop?.done)

export const owes = ({ after, event }: Happened, leg: Leg | undefined): boolean =>
  ANEW.has(event.type) || waitsForAnswer(after, leg)

/** Of two that are owed the one that is due first, if both went on now; null: one's own. */
export const dueFirst = <Other extends Leg>(
  own: Leg | null,
  other: Other | null,
  now: Date,
  workingOf: Happened['workingOf'],
): Other | null => {
  const dueOf = (leg: Leg) => momentAt(resumedAt(leg, now), 100, workingOf(leg.agencyId))
  const [mine, theirs] = [own && dueOf(own), other && dueOf(other)]
  return theirs === null || (mine !== null && mine <= theirs) ? null : other
}

/** What is owed to others than the reporter who was asked does not wait for that one's reply. */
export const owesOthers = ({ after, event, owed }: Happened): boolean =>
  JOINS.has(event.type) && (after.answeredAt === null || Boolean(owed))

const hasRested = (leg: Leg | undefined): boolean =>
  leg !== undefined && leg.state !== 'stopped' && leg.pauses.length > 0

/** A case that was split off owes what its source owed, a survivor what was owed there. */
export const owing = (happened: Happened, wanted: Wanted, leg: Leg | undefined): Wanted => {
  const { before, owed, waitsSince, after, targets, event } = happened
  const joined = before === null || JOINS.has(event.type)
  if (!joined || wanted.kind !== 'runs') return wanted
  if (owed) {
    const { target, startedAt: from, countsFrom, pauses } = owed
    // the rests of one are no rests of the other
    const onward = pauses.length > 0 || hasRested(leg) ? 'instead' : wanted.onward
    return { ...wanted, target, from, countsFrom, pauses, onward }
  }
  return waitsSince
    ? { ...wanted, from: waitsSince, target: targets.answer(after.urgency) }
    : wanted
}
