/**
 * A no to an offer, with its reason: it leaves everything as it was, and the second one gives the
 * decision to the coordinator (between governments: to both of them).
 */
import type { CaseChange } from './case-change.ts'
import { type CustodyDecision, custodyChange, step } from './custody-change.ts'
import { type Offer, type OfferReason, targetName } from './offer.ts'
import { answeredOffer, whyNotAnswer } from './offer-answer.ts'
import type { Viewer } from './roles.ts'

export interface ReturnWish {
  reason: OfferReason
  text: string
  proposedOwner: string | null
}

/** The offerer stays the owner. After the second return the coordinator decides. */
export const giveBack = (
  offers: readonly Offer[],
  asked: Offer,
  viewer: Viewer,
  now: Date,
  { reason, text, proposedOwner }: ReturnWish,
): CustodyDecision => {
  const no = whyNotAnswer(asked, viewer)
  if (no) return no
  const twice = returnsSoFar(offers) + 1 >= RETURNS_BEFORE_DECISION
  const late = now > asked.dueAt
  const said = { returnReason: reason, returnText: text, returnOwner: proposedOwner }
  const answered = answeredOffer(asked, now, {
    ...said,
    state: twice || late ? 'undecided' : 'returned',
    answeredAt: now,
    answeredBy: viewer.userId,
    ...(twice ? { escalatedAt: asked.escalatedAt ?? now } : {}),
  })
  const told = step('offer-returned', {
    offerId: asked.id,
    target: targetName(asked),
    reason,
    text,
    ...(proposedOwner ? { proposedOwner } : {}),
  })
  const again = twice ? [secondReturn(asked)] : []
  return custodyChange(
    [...answered.steps, told, ...again],
    [{ kind: 'offer-changed', offerId: asked.id, patch: answered.patch }],
  )
}

const RETURNS_BEFORE_DECISION = 2

/** Since somebody last took the case or the coordinator last decided. */
const returnsSoFar = (offers: readonly Offer[]): number => {
  const inOrder = [...offers].sort(
    (one, other) => one.offeredAt.getTime() - other.offeredAt.getTime(),
  )
  const settled = inOrder.findLastIndex(({ state }) => state === 'accepted' || state === 'decided')
  return inOrder.slice(settled + 1).filter(({ returnReason }) => returnReason !== null).length
}

const secondReturn = (asked: Offer): CaseChange =>
  step('escalated', {
    offerId: asked.id,
    reason: 'Kasus ini dua kali dikembalikan: koordinator memutuskan.',
  })
