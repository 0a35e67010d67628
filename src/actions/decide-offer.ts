import { decide } from '../core/custody-decision.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { CustodyChanged } from '../ports/custody.ts'
import { byOffer } from './answer-offer.ts'
import { type CustodyPorts, deskOf } from './custody-desk.ts'
import { isAccused } from './offer-case.ts'

export interface DecisionRequest {
  /** `stay`, `desk`, an agency, or the `government:<slug>` that was asked. */
  owner: string
  reason: string
}

/** The coordinator's word; between governments it holds once both coordinators said the same. */
export const decideOffer = async (
  ports: CustodyPorts,
  viewer: Viewer,
  offerId: string,
  { owner, reason }: DecisionRequest,
): Promise<CustodyChanged> => {
  const desk = await deskOf(ports, viewer.governmentId)
  if (!desk) return refuse('not-found')
  const agencyKnown = desk.government.agencies.some(({ id }) => id === owner)
  return byOffer(ports, viewer, offerId, (current, asked, _records, now) =>
    decide(current, asked, viewer, now, {
      owner,
      reason,
      agencyKnown,
      accused: isAccused(current, owner, desk),
    }),
  )
}
