import { offerDue } from '../core/offer.ts'
import type { Viewer } from '../core/roles.ts'
import type { OfferBox, OfferOnList } from '../ports/custody.ts'
import { type CustodyPorts, deskOf } from './custody-desk.ts'

export type DatedOffer = OfferOnList & { dueAt: Date }

/** Offers of a box with the moment until which the one asked has the word. */
export const listOffers = async (
  ports: CustodyPorts,
  viewer: Viewer,
  box: OfferBox,
): Promise<DatedOffer[]> => {
  const desk = await deskOf(ports, viewer.governmentId)
  const found = await ports.custody.offers(viewer, box)
  if (!desk) return []
  return found.map((each) => ({ ...each, dueAt: offerDue(each.offer, desk.working) }))
}
