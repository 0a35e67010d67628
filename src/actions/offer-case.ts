import type { Case } from '../core/case.ts'
import { refuse } from '../core/errors.ts'
import type { OfferReason } from '../core/offer.ts'
import { offer } from '../core/offer-rules.ts'
import type { Viewer } from '../core/roles.ts'
import type { CustodyChanged } from '../ports/custody.ts'
import type { SeenCase } from './change-case.ts'
import { type CustodyPorts, changeCustody, type Desk, deskOf, targetOf } from './custody-desk.ts'
import { isBarred } from './transfer-case.ts'

export interface OfferRequest {
  /** An agency, `desk`, or `government:<slug>`. */
  to: string
  reason: OfferReason
  text: string
  proposedOwner: string | null
}

/** The owner asks somebody else to take the case over, and stays the owner until they do. */
export const offerCase = async (
  ports: CustodyPorts,
  viewer: Viewer,
  seen: SeenCase,
  wish: OfferRequest,
): Promise<CustodyChanged> => {
  const desk = await deskOf(ports, viewer.governmentId)
  if (!desk) return refuse('unknown-target')
  const found = targetOf(wish.to, desk)
  if (found.kind === 'refused') return found
  const { target } = found
  const { reason, text, proposedOwner } = wish
  return changeCustody(ports, viewer, seen, (current, { offers }, now) =>
    offer(current, offers, viewer, now, {
      id: ports.ids.next(),
      target,
      reason,
      text,
      proposedOwner,
      accused: isAccused(current, target.toAgencyId, desk),
    }),
  )
}

/** The agency could be the accused one of a confidential case. */
export const isAccused = (current: Case, agencyId: string | null, desk: Desk): boolean =>
  isBarred(current, agencyId, desk.government, desk.configuration)
