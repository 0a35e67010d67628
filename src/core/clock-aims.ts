/** Where a leg that goes on aims elsewhere than before. */
import { type ClockEvent, type ClockName, momentAt } from './case-clock.ts'
import type { CaseEventType } from './case-event.ts'
import { type Happened, JOINS, type Leg } from './clock-happened.ts'
import type { Target } from './deadline-settings.ts'

/** Another urgency, another category, an older first post, a merge: the same leg aims elsewhere. */
export const aimsAnew = (clock: ClockName, leg: Leg, happened: Happened): ClockEvent[] => {
  if (clock === 'citizen') return citizenAims(happened)
  return clock === 'answer' ? answerAims(happened, leg) : []
}

const citizenAims = ({ before, after, event, targets }: Happened): ClockEvent[] => {
  if (!before) return []
  const { at } = event
  const target = targets.citizen(after.category)
  const older = before.firstPostAt.getTime() !== after.firstPostAt.getTime()
  if (older) return [{ does: 'start', at: after.firstPostAt, target }]
  return before.category === after.category ? [] : [{ does: 'retarget', at, target }]
}

const TAKES_BACK: ReadonlySet<CaseEventType> = new Set(['undone', 'merge-undone', 'split-undone'])

const answerAims = (happened: Happened, leg: Leg): ClockEvent[] => {
  const { before, after, event, targets, owed } = happened
  const { at } = event
  if (owed && JOINS.has(event.type))
    return [
      { does: 'start', at: owed.startedAt, target: owed.target },
      { does: 'retarget', at, target: owed.target, since: owed.countsFrom },
    ]
  // what an act had aimed elsewhere aims where it did as soon as the act's own moves are taken back
  if (!before || before.urgency === after.urgency || TAKES_BACK.has(event.type)) return []
  const target = targets.answer(after.urgency)
  if (after.urgency > before.urgency) return [{ does: 'retarget', at, target }]
  const since = knownSince(happened, leg, target)
  return isEarlier(happened, leg, target, since) ? [{ does: 'retarget', at, target, since }] : []
}

/**
 * Nobody can be late with what was not known: a graver urgency counts from when it was said. An officer
 * who says it again after saying less has known it since the first time.
 */
const knownSince = ({ event }: Happened, { aims }: Leg, target: Target): Date => {
  const same = JSON.stringify(target)
  const known = aims.find((aim) => JSON.stringify(aim.target) === same)
  return event.type === 'urgency-changed' && known ? known.from : event.at
}

const isEarlier = (
  { workingOf }: Happened,
  leg: Leg,
  target: Target,
  countsFrom: Date,
): boolean => {
  const working = workingOf(leg.agencyId)
  const due = momentAt(leg, 100, working)
  const anew = momentAt({ ...leg, target, countsFrom }, 100, working)
  return due === null || anew === null || anew < due
}
