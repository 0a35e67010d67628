/** What an officer does with a case before working on it: take it over, pass it by, weigh it anew. */
import type { Case } from './case.ts'
import { type CaseDecision, change } from './case-change.ts'
import { held, heldByOther, leaseFor } from './case-lease.ts'
import { claim } from './case-rules.ts'
import { isOpen } from './case-state.ts'
import { judgementOf } from './correction.ts'
import { refuse } from './errors.ts'
import type { Urgency } from './reading.ts'
import type { Viewer } from './roles.ts'

/** A supervisor takes the case out of somebody's hand; the history says from whom, and why. */
export const takeOver = (
  current: Case,
  viewer: Viewer,
  now: Date,
  reason: string,
): CaseDecision => {
  const holder = current.claim
  if (!holder || !heldByOther(current, viewer, now)) return claim(current, viewer, now)
  const taken = claim({ ...current, claim: null }, viewer, now)
  if (taken.kind === 'refused') return taken
  const takenFrom = { userId: holder.userId, name: holder.name }
  return {
    ...taken,
    patch: { ...taken.patch, claim: leaseFor(viewer, now) },
    event: { type: 'claimed', data: { reason, takenFrom } },
    notices: [{ userId: holder.userId, kind: 'claim-taken' }],
  }
}

/** Passed by for now: not handed to this officer again today; supervisors read the reason. */
export const skip = (current: Case, viewer: Viewer, now: Date, reason: string): CaseDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  if (!isOpen(current.state)) return refuse('illegal-move')
  return change({ claim: null }, 'skipped', { reason })
}

/** Graver or less grave than it was read to be; its clocks aim elsewhere from then on. */
export const changeUrgency = (
  current: Case,
  viewer: Viewer,
  now: Date,
  { urgency, reason }: { urgency: Urgency; reason: string },
): CaseDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  if (!isOpen(current.state)) return refuse('illegal-move')
  if (urgency === current.urgency) return refuse('same-urgency')
  const before = judgementOf(current)
  return {
    ...change({ urgency }, 'urgency-changed', {
      fromUrgency: current.urgency,
      toUrgency: urgency,
      reason,
    }),
    correction: {
      act: 'urgency',
      before: { ...before, urgency: current.urgency },
      after: { ...before, urgency },
      reason,
    },
  }
}
