/** A yes to an offer: only this, or a decision, changes the owner. */
import type { Case } from './case.ts'
import { type CaseChange, teachingOwner } from './case-change.ts'
import { type CaseMove, next } from './case-state.ts'
import { type CustodyDecision, type CustodyWrite, custodyChange, step } from './custody-change.ts'
import { type Refusal, refuse } from './errors.ts'
import { type Offer, targetName } from './offer.ts'
import { answeredOffer, whyNotAnswer } from './offer-answer.ts'
import type { Viewer } from './roles.ts'

export interface AcceptWish {
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
  const answered = answeredOffer(asked, now, patch)
  return custodyChange(
    [...answered.steps, ...moved.steps],
    [{ kind: 'offer-changed', offerId: asked.id, patch: answered.patch }, ...moved.writes],
  )
}

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
  const taught = teachingOwner(current, accepted, { agencyId, proposedOwner }, asked.text)
  return { kind: 'taken', steps: [taught], writes: [] }
}

/** The sender keeps a case that shows how far the other government is, and learns that it is theirs. */
const takenAbroad = (current: Case, asked: Offer, { agencyId }: AcceptWish): TakenOver => {
  const at = movesOf(current, ['hand-over'])
  if (at.kind === 'refused') return at
  const target = targetName(asked)
  const governmentId = asked.toGovernmentId ?? ''
  return {
    kind: 'taken',
    steps: [
      step('offer-accepted', { offerId: asked.id, target }),
      handedTo(current, asked, at.state),
    ],
    writes: [{ kind: 'opened-there', governmentId, agencyId }],
  }
}

/** Given to another government by a word of theirs: what the sender's reader should have known. */
export const handedTo = (current: Case, asked: Offer, state: Case['state']): CaseChange => {
  const target = targetName(asked)
  const handed = step(
    'handed-over',
    { offerId: asked.id, target, reason: asked.reason },
    { state, proposedOwner: target, claim: null },
  )
  return teachingOwner(current, handed, { agencyId: null, proposedOwner: target }, asked.text)
}
