/**
 * Who holds a case. The first one asked stays the owner until another accepted: an offer moves
 * nothing, a return leaves everything as it was, and the second return or a working day without a
 * word gives the decision to the coordinator (between governments: to both of them).
 */
import type { Case } from './case.ts'
import { type CaseChange, held, heldByOther } from './case-rules.ts'
import { type CaseMove, next } from './case-state.ts'
import { judgementOf } from './correction.ts'
import {
  type CustodyDecision,
  type CustodyWrite,
  custodyChange,
  isLive,
  step,
} from './custody-change.ts'
import { type Refusal, refuse } from './errors.ts'
import {
  isPending,
  type NewOffer,
  type Offer,
  type OfferReason,
  type OfferTarget,
  offerDue,
} from './offer.ts'
import { hasRight, type Viewer } from './roles.ts'
import type { CountsWorkingDays } from './task.ts'

/** Whom the offer asks, as events and screens name it: an agency id, `desk`, `government:<slug>`. */
export const targetName = (target: OfferTarget | Offer): string => {
  if (target.toKind === 'agency') return target.toAgencyId ?? ''
  return target.toKind === 'desk' ? 'desk' : `government:${target.toGovernmentId}`
}

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

/** The one asked: the agency, the desk's coordinator, or the other government's coordinator. */
const mayAnswer = (asked: Offer, viewer: Viewer): boolean => {
  const triages = hasRight(viewer.roles, 'case:triage')
  if (asked.toKind === 'government') return triages && viewer.governmentId === asked.toGovernmentId
  if (viewer.governmentId !== asked.governmentId) return false
  return asked.toKind === 'desk' ? triages : viewer.agencyId === asked.toAgencyId
}

export interface AcceptWish {
  working: CountsWorkingDays
  /** The case became one that the agency must not hold since it was offered. */
  accused: boolean
  /** Between governments: the agency there; null: its triage desk. */
  agencyId: string | null
}

/**
 * A word in time counts whenever the worker looks; one that comes late is still heard, as long as
 * no coordinator has decided, but the silence before it is told.
 */
export const accept = (
  current: Case,
  asked: Offer,
  viewer: Viewer,
  now: Date,
  by: AcceptWish,
): CustodyDecision => {
  const no = whyNotAnswer(asked, viewer) ?? (by.accused ? refuse('accused-agency') : null)
  if (no) return no
  const moved = takenOver(current, asked, by)
  if (moved.kind === 'refused') return moved
  const patch = { state: 'accepted' as const, answeredAt: now, answeredBy: viewer.userId }
  const answered = answeredOffer(asked, now, by.working, patch)
  return custodyChange(
    [...answered.steps, ...moved.steps],
    [{ kind: 'offer-changed', offerId: asked.id, patch: answered.patch }, ...moved.writes],
  )
}

const whyNotAnswer = (asked: Offer, viewer: Viewer): Refusal | null => {
  if (!isPending(asked)) return refuse('offer-closed')
  if (!mayAnswer(asked, viewer)) return refuse('no-right')
  // returned twice: the one asked has spoken
  return asked.answeredAt ? refuse('offer-decides-coordinator') : null
}

/** Adds the silence that went before, where nobody told of it yet. */
const answeredOffer = (
  asked: Offer,
  now: Date,
  working: CountsWorkingDays,
  patch: Partial<Offer>,
): { steps: CaseChange[]; patch: Partial<Offer> } => {
  const due = offerDue(asked, working)
  if (now <= due || asked.escalatedAt) return { steps: [], patch }
  return { steps: [silence(asked)], patch: { ...patch, escalatedAt: due } }
}

const silence = (asked: Offer): CaseChange =>
  step('escalated', {
    offerId: asked.id,
    target: targetName(asked),
    reason: 'Tawaran tidak dijawab dalam satu hari kerja: koordinator memutuskan.',
  })

type TakenOver = { kind: 'taken'; steps: CaseChange[]; writes: CustodyWrite[] } | Refusal

/** What becomes of the case when its new owner has it. */
const takenOver = (current: Case, asked: Offer, by: AcceptWish): TakenOver =>
  asked.toKind === 'government'
    ? takenAbroad(current, asked, by)
    : takenHere(current, asked, asked.toAgencyId)

const movesOf = (
  current: Case,
  moves: CaseMove[],
): { kind: 'at'; state: Case['state'] } | Refusal => {
  let state = current.state
  for (const move of moves) {
    const after = next(state, move)
    if (after.kind === 'refused') return after
    state = after.state
  }
  return { kind: 'at', state }
}

const takenHere = (current: Case, asked: Offer, agencyId: string | null): TakenOver => {
  const at = movesOf(current, agencyId ? ['refer', 'accept'] : ['return'])
  if (at.kind === 'refused') return at
  const proposedOwner = agencyId ? null : (asked.proposedOwner ?? current.proposedOwner)
  const patch = { state: at.state, agencyId, proposedOwner, claim: null }
  const accepted = step('offer-accepted', { offerId: asked.id, target: targetName(asked) }, patch)
  return { kind: 'taken', steps: [corrected(current, asked.text, accepted)], writes: [] }
}

/** Another owner than before is what can be learned from a transfer. */
const corrected = (current: Case, reason: string, change: CaseChange): CaseChange => {
  const before = judgementOf(current)
  const after = judgementOf({ ...current, ...change.patch })
  const same = before.agencyId === after.agencyId && before.proposedOwner === after.proposedOwner
  return same ? change : { ...change, correction: { act: 'transfer', before, after, reason } }
}

/** The sender keeps a case that shows how far the other government is. */
const takenAbroad = (current: Case, asked: Offer, { agencyId }: AcceptWish): TakenOver => {
  const at = movesOf(current, ['hand-over'])
  if (at.kind === 'refused') return at
  const target = targetName(asked)
  const governmentId = asked.toGovernmentId ?? ''
  return {
    kind: 'taken',
    steps: [
      step('offer-accepted', { offerId: asked.id, target }),
      step(
        'handed-over',
        { offerId: asked.id, target, reason: asked.reason },
        { state: at.state, proposedOwner: target, claim: null },
      ),
    ],
    writes: [{ kind: 'opened-there', governmentId, agencyId }],
  }
}

export interface ReturnWish {
  reason: OfferReason
  text: string
  proposedOwner: string | null
  working: CountsWorkingDays
}

/** The offerer stays the owner. After the second return the coordinator decides. */
export const giveBack = (
  offers: readonly Offer[],
  asked: Offer,
  viewer: Viewer,
  now: Date,
  { reason, text, proposedOwner, working }: ReturnWish,
): CustodyDecision => {
  const no = whyNotAnswer(asked, viewer)
  if (no) return no
  const twice = returnsSoFar(offers) + 1 >= RETURNS_BEFORE_DECISION
  const late = now > offerDue(asked, working)
  const said = { returnReason: reason, returnText: text, returnOwner: proposedOwner }
  const answered = answeredOffer(asked, now, working, {
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

/** Judged by moments: an answer before the end of the working day counts whenever anybody looks. */
export const expire = (asked: Offer, now: Date, working: CountsWorkingDays): CustodyDecision => {
  const due = offerDue(asked, working)
  if (asked.state !== 'open' || asked.answeredAt || now <= due) return refuse('offer-closed')
  const patch = { state: 'undecided' as const, escalatedAt: due }
  return custodyChange([silence(asked)], [{ kind: 'offer-changed', offerId: asked.id, patch }])
}
