/**
 * Offering a case and thinking better of it. The first one asked stays the owner until another
 * accepted: an offer moves nothing.
 */
import type { Case } from './case.ts'
import type { CaseChange } from './case-change.ts'
import { held, heldByOther } from './case-lease.ts'
import { type CustodyDecision, custodyChange, isLive, step } from './custody-change.ts'
import { type Refusal, refuse } from './errors.ts'
import {
  isPending,
  type NewOffer,
  type Offer,
  type OfferReason,
  type OfferTarget,
  targetName,
} from './offer.ts'
import { hasRight, type Viewer } from './roles.ts'

export interface OfferWish {
  id: string
  target: OfferTarget
  reason: OfferReason
  text: string
  proposedOwner: string | null
  /** The target could be the accused one of a confidential case. */
  accused: boolean
}

export const offer = (
  current: Case,
  offers: readonly Offer[],
  viewer: Viewer,
  now: Date,
  wish: OfferWish,
): CustodyDecision => {
  const no = whyNotOffer(current, offers, viewer, now, wish)
  if (no) return no
  return custodyChange(
    [offeredStep(wish)],
    [{ kind: 'offered', offer: offerOf(current, viewer, now, wish) }],
  )
}

const offerOf = (
  current: Case,
  viewer: Viewer,
  now: Date,
  { id, target, reason, text, proposedOwner }: OfferWish,
): NewOffer => ({
  id,
  ...target,
  fromAgencyId: current.agencyId,
  reason,
  text,
  proposedOwner,
  offeredBy: viewer.userId,
  offeredAt: now,
})

const offeredStep = ({ id, target, reason, text, proposedOwner }: OfferWish): CaseChange =>
  step('offered', {
    offerId: id,
    target: targetName(target),
    reason,
    text,
    ...(proposedOwner ? { proposedOwner } : {}),
  })

const whyNotOffer = (
  current: Case,
  offers: readonly Offer[],
  viewer: Viewer,
  now: Date,
  { target, accused }: OfferWish,
): Refusal | null => {
  if (heldByOther(current, viewer, now)) return held(current)
  if (!isLive(current)) return refuse('illegal-move', 'Kasus yang sudah berakhir tidak ditawarkan.')
  if (current.state === 'handed-over') return refuse('handed-over-already')
  const pending = offers.find(isPending)
  if (pending) return refuse(pending.state === 'open' ? 'offer-open' : 'offer-decides-coordinator')
  if (target.toKind !== 'government' && target.toAgencyId === current.agencyId)
    return refuse('target-owns-it')
  if (accused) return refuse('accused-agency')
  const mayTellAbroad =
    hasRight(viewer.roles, 'custody:decide') || viewer.roles.includes('inspectorate')
  return current.confidential && target.toKind === 'government' && !mayTellAbroad
    ? refuse('confidential-elsewhere')
    : null
}

/** Whoever offers may think better of it, until the other one spoke. */
export const withdraw = (asked: Offer, viewer: Viewer, now: Date): CustodyDecision => {
  if (!isPending(asked)) return refuse('offer-closed')
  const own = viewer.governmentId === asked.governmentId
  const may =
    own && (hasRight(viewer.roles, 'case:triage') || viewer.agencyId === asked.fromAgencyId)
  if (!may) return refuse('no-right')
  if (asked.state === 'undecided') return refuse('offer-decides-coordinator')
  const patch = { state: 'withdrawn' as const, answeredAt: now, answeredBy: viewer.userId }
  return custodyChange(
    [step('offer-withdrawn', { offerId: asked.id, target: targetName(asked) })],
    [{ kind: 'offer-changed', offerId: asked.id, patch }],
  )
}
