/** Who may answer an offer, and what silence until its deadline means. */
import type { CaseChange } from './case-change.ts'
import { type CustodyDecision, custodyChange, step } from './custody-change.ts'
import { type Refusal, refuse } from './errors.ts'
import { isPending, type Offer, type OfferPatch, targetName } from './offer.ts'
import { hasRight, type Viewer } from './roles.ts'
import { inWords } from './target-words.ts'

/** The one asked: the agency, the desk's coordinator, or the other government's coordinator. */
const mayAnswer = (asked: Offer, viewer: Viewer): boolean => {
  const triages = hasRight(viewer.roles, 'case:triage')
  if (asked.toKind === 'government') return triages && viewer.governmentId === asked.toGovernmentId
  if (viewer.governmentId !== asked.governmentId) return false
  return asked.toKind === 'desk' ? triages : viewer.agencyId === asked.toAgencyId
}

/** Null: the word is theirs. */
export const whyNotAnswer = (asked: Offer, viewer: Viewer): Refusal | null => {
  if (!isPending(asked)) return refuse('offer-closed')
  if (!mayAnswer(asked, viewer)) return refuse('no-right')
  // returned twice: the one asked has spoken
  return asked.answeredAt ? refuse('offer-decides-coordinator') : null
}

/** Adds the silence that went before, where nobody told of it yet. */
export const answeredOffer = (
  asked: Offer,
  now: Date,
  patch: OfferPatch,
): { steps: CaseChange[]; patch: OfferPatch } => {
  if (now <= asked.dueAt || asked.escalatedAt) return { steps: [], patch }
  return { steps: [silence(asked)], patch: { ...patch, escalatedAt: asked.dueAt } }
}

const silence = (asked: Offer): CaseChange =>
  step('escalated', {
    offerId: asked.id,
    target: targetName(asked),
    reason: `Tawaran tidak dijawab dalam ${inWords(asked.given)}: koordinator memutuskan.`,
  })

/** Judged by moments: an answer before its clock ran out counts whenever anybody looks. */
export const expire = (asked: Offer, now: Date): CustodyDecision => {
  if (asked.state !== 'open' || asked.answeredAt || now <= asked.dueAt)
    return refuse('offer-closed')
  const patch = { state: 'undecided' as const, escalatedAt: asked.dueAt }
  return custodyChange([silence(asked)], [{ kind: 'offer-changed', offerId: asked.id, patch }])
}
