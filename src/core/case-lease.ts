/** Who works on a case: the lease that keeps the others out, and what working on it ends. */
import { type Case, CLAIM_SECONDS } from './case.ts'
import { type CaseDecision, change } from './case-change.ts'
import type { CaseEventData, CaseEventType } from './case-event.ts'
import { type CaseMove, next } from './case-state.ts'
import { type Refusal, refuse } from './errors.ts'
import type { Viewer } from './roles.ts'

/** A live lease of somebody else keeps the others out; an expired one does not. */
export const heldByOther = (current: Case, viewer: Viewer, now: Date): boolean =>
  current.claim !== null && current.claim.userId !== viewer.userId && current.claim.until > now

export const leaseFor = (viewer: Viewer, now: Date): Case['claim'] => ({
  userId: viewer.userId,
  name: viewer.name,
  until: new Date(now.getTime() + CLAIM_SECONDS * 1000),
})

export const held = (current: Case): Refusal =>
  refuse('claimed-by-other', `Sedang dikerjakan ${current.claim?.name ?? 'petugas lain'}.`)

/** Whoever works on a case, or hands it on, ends its being put off. */
export const awake = ({ snooze, woken }: Case): Partial<Case> => ({
  ...(snooze?.active ? { snooze: { ...snooze, active: false } } : {}),
  ...(woken ? { woken: null } : {}),
})

/** Moves the case and takes (or renews) the lease on it, unless somebody else holds it. */
export const act = (
  current: Case,
  viewer: Viewer,
  now: Date,
  move: CaseMove,
  patch: Partial<Case>,
  event: { type: CaseEventType; data: CaseEventData },
): CaseDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  const after = next(current.state, move)
  if (after.kind === 'refused') return after
  return change(
    { state: after.state, claim: leaseFor(viewer, now), ...awake(current), ...patch },
    event.type,
    event.data,
  )
}
