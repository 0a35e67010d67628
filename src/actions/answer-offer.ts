import type { Case } from '../core/case.ts'
import type { CustodyDecision, CustodyRecords } from '../core/custody-change.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import type { Offer, OfferReason } from '../core/offer.ts'
import { accept } from '../core/offer-accepted.ts'
import { giveBack } from '../core/offer-returned.ts'
import { withdraw } from '../core/offer-rules.ts'
import type { Viewer } from '../core/roles.ts'
import type { CustodyChanged } from '../ports/custody.ts'
import { type CustodyPorts, deskOf } from './custody-desk.ts'
import { isAccused } from './offer-case.ts'

type Rule = (current: Case, asked: Offer, records: CustodyRecords, now: Date) => CustodyDecision

/** Whoever comes to a case by an offer: loaded and decided under the lock of the case. */
export const byOffer = (
  ports: Pick<CustodyPorts, 'custody' | 'clock'>,
  viewer: Viewer,
  offerId: string,
  rule: Rule,
): Promise<CustodyChanged> =>
  ports.custody.change(viewer, { by: 'offer', offerId }, null, (current, records) => {
    const asked = records.offers.find(({ id }) => id === offerId)
    return asked ? rule(current, asked, records, ports.clock.now()) : refuse('not-found')
  })

/** Changes the owner; another government opens a case of its own, at its desk or an agency. */
export const acceptOffer = async (
  ports: CustodyPorts,
  viewer: Viewer,
  offerId: string,
  agencyId: string | null,
): Promise<CustodyChanged> => {
  const desk = await deskOf(ports, viewer.governmentId)
  if (!desk) return refuse('not-found')
  const unknown = agencyId && !desk.government.agencies.some(({ id }) => id === agencyId)
  if (unknown) return refuse('unknown-agency')
  return byOffer(ports, viewer, offerId, (current, asked, _records, now) =>
    accept(current, asked, viewer, now, {
      agencyId: asked.toKind === 'government' ? agencyId : null,
      accused: isAccused(current, asked.toAgencyId ?? agencyId, desk),
    }),
  )
}

export interface ReturnRequest {
  reason: OfferReason
  text: string
  proposedOwner: string | null
}

export const returnOffer = (
  ports: Pick<CustodyPorts, 'custody' | 'clock'>,
  viewer: Viewer,
  offerId: string,
  said: ReturnRequest,
): Promise<CustodyChanged> =>
  byOffer(ports, viewer, offerId, (_current, asked, { offers }, now) =>
    giveBack(offers, asked, viewer, now, said),
  )

export const withdrawOffer = (
  ports: CustodyPorts,
  viewer: Viewer,
  offerId: string,
): Promise<CustodyChanged | Refusal> =>
  byOffer(ports, viewer, offerId, (_current, asked, _records, now) => withdraw(asked, viewer, now))
