/** Whether an answer was given by what happened, is owed, and since when. */
import type { Case } from './case.ts'
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

/** A case that was split off owes what its source owed, a survivor what was owed there. */
export const owing = (happened: Happened, wanted: Wanted): Wanted => {
  const { before, owed, waitsSince, after, targets, event } = happened
  const joined = before === null || JOINS.has(event.type)
  if (!joined || wanted.kind !== 'runs') return wanted
  if (owed)
    return { ...wanted, target: owed.target, from: owed.startedAt, countsFrom: owed.countsFrom }
  return waitsSince
    ? { ...wanted, from: waitsSince, target: targets.answer(after.urgency) }
    : wanted
}
