/** The word of the coordinators where those who were asked could not agree. */
import type { Case } from './case.ts'
import { type CaseChange, teachingOwner } from './case-change.ts'
import { next } from './case-state.ts'
import { type CustodyDecision, type CustodyWrite, custodyChange, step } from './custody-change.ts'
import { refuse } from './errors.ts'
import { type Offer, targetName, type Verdict } from './offer.ts'
import { handedTo } from './offer-accepted.ts'
import { hasRight, type Viewer } from './roles.ts'
import { isHiddenFrom } from './visibility.ts'

export interface DecisionWish {
  /** `stay`, `desk`, an agency of the government, or the `government:<slug>` that was asked. */
  owner: string
  reason: string
  /** An agency that exists and may hold the case. */
  agencyKnown: boolean
  accused: boolean
}

/** Decides where the coordinator of the case's government may; between governments both must. */
export const decide = (
  current: Case,
  asked: Offer,
  viewer: Viewer,
  now: Date,
  wish: DecisionWish,
): CustodyDecision => {
  if (!hasRight(viewer.roles, 'custody:decide') || !isParty(asked, viewer))
    return refuse('no-right')
  if (asked.state === 'open') return refuse('offer-undue')
  if (asked.state !== 'undecided') return refuse('offer-closed')
  return asked.toKind === 'government'
    ? decideTogether(current, asked, viewer, now, wish)
    : decideAlone(current, asked, viewer, now, wish)
}

const isParty = (asked: Offer, { governmentId }: Viewer): boolean =>
  governmentId === asked.governmentId ||
  (asked.toKind === 'government' && governmentId === asked.toGovernmentId)

const decideAlone = (
  current: Case,
  asked: Offer,
  viewer: Viewer,
  now: Date,
  wish: DecisionWish,
): CustodyDecision => {
  const stays = wish.owner === 'stay' || wish.owner === current.agencyId
  if (!stays && wish.owner !== 'desk' && !wish.agencyKnown) return refuse('unknown-target')
  if (wish.accused) return refuse('accused-agency')
  if (uncovers(current, asked, viewer, wish)) return refuse('no-right', HIDDEN)
  const moved = stays ? { kind: 'kept' as const } : ownerChanged(current, wish)
  if (moved.kind === 'refused') return moved
  const change = moved.kind === 'kept' ? {} : moved.patch
  const told = decidedStep(asked, wish, change)
  const { agencyId, proposedOwner } = { ...current, ...change }
  const taught = teachingOwner(current, told, { agencyId, proposedOwner }, wish.reason)
  return custodyChange([taught], [closed(asked, viewer, now)])
}

const HIDDEN =
  'Kasus rahasia tidak ditarik ke meja pilah. Pilih perangkat daerah, atau biarkan tetap.'

/** Who decides about a case that they may not see does not bring it to their own desk by that. */
const uncovers = (current: Case, asked: Offer, viewer: Viewer, { owner }: DecisionWish): boolean =>
  owner === 'desk' && asked.toKind !== 'desk' && isHiddenFrom(viewer, current)

const ownerChanged = (current: Case, { owner }: DecisionWish) => {
  const agencyId = owner === 'desk' ? null : owner
  const after = next(current.state, agencyId ? 'refer' : 'return')
  if (after.kind === 'refused') return after
  const patch: Partial<Case> = { state: after.state, agencyId, claim: null }
  return { kind: 'given' as const, patch }
}

const decidedStep = (
  asked: Offer,
  { owner, reason }: DecisionWish,
  patch: Partial<Case>,
  outcome = 'decided',
): CaseChange => step('offer-decided', { offerId: asked.id, target: owner, reason, outcome }, patch)

const closed = (asked: Offer, { userId }: Viewer, now: Date): CustodyWrite => ({
  kind: 'offer-changed',
  offerId: asked.id,
  patch: {
    state: 'decided',
    answeredAt: asked.answeredAt ?? now,
    answeredBy: asked.answeredBy ?? userId,
  },
})

/**
 * Between governments nobody is above the other here, a province neither: what one coordinator
 * would decide holds as soon as the other one says the same. Another word replaces the first.
 */
const decideTogether = (
  current: Case,
  asked: Offer,
  viewer: Viewer,
  now: Date,
  wish: DecisionWish,
): CustodyDecision => {
  if (wish.owner !== 'stay' && wish.owner !== targetName(asked)) return refuse('unknown-target')
  const { verdict } = asked
  const agreed = verdict?.owner === wish.owner && verdict.governmentId !== viewer.governmentId
  if (!agreed) return proposed(asked, viewer, wish)
  if (wish.owner === 'stay')
    return custodyChange([decidedStep(asked, wish, {})], [closed(asked, viewer, now)])
  const after = next(current.state, 'hand-over')
  if (after.kind === 'refused') return after
  const governmentId = asked.toGovernmentId ?? ''
  return custodyChange(
    [decidedStep(asked, wish, {}), handedTo(current, asked, after.state)],
    [closed(asked, viewer, now), { kind: 'opened-there', governmentId, agencyId: null }],
  )
}

const proposed = (asked: Offer, viewer: Viewer, wish: DecisionWish): CustodyDecision => {
  const { governmentId, userId, name } = viewer
  const verdict: Verdict = { owner: wish.owner, governmentId, userId, name }
  return custodyChange(
    [decidedStep(asked, wish, {}, 'proposed')],
    [{ kind: 'offer-changed', offerId: asked.id, patch: { verdict } }],
  )
}
