/**
 * What officers may do to a case, as pure rules: each takes the case as it is and returns what
 * changes and why, or a refusal. The store applies the change and writes the event in one
 * transaction.
 */
import type { Case } from './case.ts'
import { type CaseDecision, change, correcting, teachingOwner } from './case-change.ts'
import type { FollowUpType } from './case-event.ts'
import { act, awake, held, heldByOther, leaseFor } from './case-lease.ts'
import { isOpen, next } from './case-state.ts'
import { type Closing, whyNotClosed } from './closing.ts'
import { mayBeConfidential } from './confidential-category.ts'
import { judgementOf, NOT_A_SERVICE } from './correction.ts'
import { type Refusal, refuse } from './errors.ts'
import type { Kind } from './reading.ts'
import type { Viewer } from './roles.ts'

export const claim = (current: Case, viewer: Viewer, now: Date): CaseDecision =>
  act(current, viewer, now, 'accept', {}, { type: 'claimed', data: {} })

/** The heartbeat of an open page: no event, no new version for others to trip over. */
export const renewClaim = (current: Case, viewer: Viewer, now: Date): CaseDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  if (current.claim?.userId !== viewer.userId) return refuse('not-claimed')
  return change({ claim: leaseFor(viewer, now) }, null)
}

export const release = (current: Case, viewer: Viewer, now: Date): CaseDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  if (!current.claim) return refuse('not-claimed')
  return change({ claim: null }, 'released')
}

/** Whoever is mentioned is told; that they may see the case was asked before. */
export const note = (
  _current: Case,
  text: string,
  mentioned: { userId: string; username: string }[] = [],
): CaseDecision => {
  const mentions = mentioned.map(({ username }) => username)
  const noted = change({}, 'noted', { text, ...(mentions.length > 0 ? { mentions } : {}) })
  const notices = mentioned.map(({ userId }) => ({ userId, kind: 'mention' as const }))
  return notices.length > 0 ? { ...noted, notices } : noted
}

/**
 * A coordinator gives the case to an agency. An agency gives it back to the triage desk with a
 * reason and the owner that it proposes: it never pushes it at a third one (domain: "dikembalikan").
 */
export const transfer = (
  current: Case,
  viewer: Viewer,
  now: Date,
  to: { agencyId: string | null; reason: string; mayTriage: boolean; accused: boolean },
): CaseDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  if (to.accused) return refuse('accused-agency')
  const goesTo = to.mayTriage ? to.agencyId : null
  const after = next(current.state, goesTo ? 'refer' : 'return')
  if (after.kind === 'refused') return after
  const proposedOwner = goesTo ? null : (to.agencyId ?? current.proposedOwner)
  const moved = change(
    { state: after.state, agencyId: goesTo, proposedOwner, claim: null, ...awake(current) },
    goesTo ? 'transferred' : 'returned',
    { reason: to.reason, ...(to.agencyId ? { proposedOwner: to.agencyId } : {}) },
  )
  return teachingOwner(current, moved, { agencyId: goesTo, proposedOwner }, to.reason)
}

export interface NewCategory {
  category: string
  kind: Kind
  reason: string | null
  /** The category is of what must not reach the accused. */
  confidential: boolean
  /** The owner may go on holding the case in that category. */
  ownerMayKeep: boolean
  /** May say of a confidential case that it is none after all. */
  mayDeclassify: boolean
}

/**
 * Another category or kind; the owner stays, unless the case becomes confidential and the owner
 * could be the accused one: then it goes to the triage desk at once. What was confidential stays so.
 */
export const recategorise = (
  current: Case,
  viewer: Viewer,
  now: Date,
  to: NewCategory,
): CaseDecision => {
  if (heldByOther(current, viewer, now)) return held(current)
  if (!isOpen(current.state)) return refuse('illegal-move')
  const refusal = whyNotThat(current, to)
  if (refusal) return refusal
  const { category, kind, reason } = to
  const confidential = current.confidential || to.confidential
  const leaves = confidential && current.agencyId !== null && !to.ownerMayKeep
  const data = {
    ...(reason ? { reason } : {}),
    ...(category === current.category
      ? {}
      : { fromCategory: current.category, toCategory: category }),
    ...(kind === current.kind ? {} : { fromKind: current.kind, toKind: kind }),
  }
  const patch = { category, kind, confidential, ...(leaves ? toTriage() : {}) }
  return correcting('recategorise', current, reason, change(patch, 'recategorised', data))
}

const whyNotThat = (current: Case, to: NewCategory): Refusal | null => {
  if (to.category === current.category && to.kind === current.kind) return refuse('same-category')
  if (to.confidential && !mayBeConfidential(to.kind)) return refuse('kind-of-category')
  return current.confidential && !to.confidential && !to.mayDeclassify
    ? refuse('confidential-category')
    : null
}

const toTriage = (): Partial<Case> => ({
  state: 'returned',
  agencyId: null,
  proposedOwner: null,
  claim: null,
})

export interface SaidElsewhere {
  text: string
  url: string | null
  final: boolean
  answeredAt: Date
  /** Whether it counts (core/qualified-answer.ts); what does not count stops no clock. */
  qualified: boolean
  because: string[]
}

/** What the citizen was told, recorded: it ends the wait for an answer only where it is one. */
export const answer = (
  current: Case,
  viewer: Viewer,
  now: Date,
  { text, url, final, answeredAt, qualified, because }: SaidElsewhere,
): CaseDecision => {
  const counts = {
    answeredAt: current.answeredAt ?? answeredAt,
    ...(final ? { followedUpAt: current.followedUpAt ?? now } : {}),
  }
  const data = {
    text,
    final,
    qualified,
    because,
    ...(url ? { url } : {}),
    ...(answeredAt < now ? { answeredAt: answeredAt.toISOString() } : {}),
  }
  return act(current, viewer, now, 'work', qualified ? counts : {}, { type: 'answered', data })
}

export const followUp = (
  current: Case,
  viewer: Viewer,
  now: Date,
  done: { type: FollowUpType; text: string },
): CaseDecision =>
  act(
    current,
    viewer,
    now,
    'work',
    { followedUpAt: current.followedUpAt ?? now },
    { type: 'followed-up', data: { followUp: done.type, text: done.text } },
  )

/** From the street, by whoever was sent there: no lease of a desk stands in the way, none is taken. */
export const fieldReport = (current: Case, now: Date, text: string): CaseDecision => {
  const after = next(current.state, 'work')
  if (after.kind === 'refused') return after
  const patch = { state: after.state, followedUpAt: current.followedUpAt ?? now }
  return change(patch, 'followed-up', { followUp: 'field', text })
}

/**
 * "Selesai" needs an answer for the citizen (or why it stays private), a follow-up record, and
 * evidence of it or why there is none. What is missing is said all at once.
 */
export const resolve = (current: Case, viewer: Viewer, now: Date, with_: Closing): CaseDecision => {
  const missing = whyNotClosed(current, with_)
  if (missing) return missing
  const data = {
    text: with_.text,
    ...(with_.privateReason ? { reason: with_.privateReason } : {}),
    ...(with_.evidenceReason ? { evidenceReason: with_.evidenceReason } : {}),
  }
  const decision = act(current, viewer, now, 'resolve', {}, { type: 'resolved', data })
  if (decision.kind === 'refused') return decision
  return { ...decision, patch: { ...decision.patch, claim: null, endedAt: now } }
}

export const dismiss = (current: Case, viewer: Viewer, now: Date, reason: string): CaseDecision => {
  const late = current.dueAt !== null && current.dueAt < now
  const data = { reason, ...(late && { late }) }
  const decision = act(current, viewer, now, 'dismiss', {}, { type: 'dismissed', data })
  if (decision.kind === 'refused') return decision
  const before = judgementOf(current)
  // the case keeps what it was held for: it may be reopened
  const after = { ...before, kind: 'irrelevant' as const, category: NOT_A_SERVICE }
  return {
    ...decision,
    patch: { ...decision.patch, claim: null, endedAt: now },
    correction: { act: 'not-a-service', before, after, reason },
  }
}

const MERGED = 'Kasus ini digabungkan ke kasus lain. Batalkan penggabungannya di kasus itu.'

/** The citizen waits again: a new answer is due, and being late with it counts anew. */
export const reopen = (current: Case, reason: string): CaseDecision => {
  // its posts and its people are there: without them nobody would wait for it
  if (current.mergedInto) return refuse('illegal-move', MERGED)
  const moved = next(current.state, 'reopen')
  if (moved.kind === 'refused') return moved
  const again = { endedAt: null, claim: null, ...awake(current) }
  const reopened = change({ state: moved.state, ...again }, 'reopened', { reason })
  if (current.state !== 'not-a-service') return reopened
  const after = judgementOf(current)
  const before = { ...after, kind: 'irrelevant' as const, category: NOT_A_SERVICE }
  return { ...reopened, correction: { act: 'a-service', before, after, reason } }
}
