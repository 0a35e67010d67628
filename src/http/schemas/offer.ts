/** Offers of a case: making one, answering it, deciding it. */
import { type Static, Type } from 'typebox'
import { OFFER_REASONS, OFFER_STATES } from '../../core/offer.ts'
import { URGENCIES } from '../../core/reading.ts'
import { OFFER_BOXES } from '../../ports/custody.ts'
import { Count, Id, Instant, List, Nullable, Said, Shape, Slug, Text, Version } from './parts.ts'

const Reason = Type.Enum(OFFER_REASONS)

/** `to`: an agency of ours, `desk`, or the `government:<slug>` of a government that is here too. */
export const OfferBody = Shape({
  version: Version,
  to: Slug,
  reason: Reason,
  text: Text(2_000),
  proposedOwner: Nullable(Slug),
})

/** Between governments: the agency there that gets it at once; null: the triage desk. */
export const AcceptBody = Shape({ agencyId: Nullable(Slug) })

export const ReturnBody = Shape({
  reason: Reason,
  text: Text(2_000),
  proposedOwner: Nullable(Slug),
})

/** `owner`: `stay`, `desk`, an agency, or the `government:<slug>` that was asked. */
export const DecideBody = Shape({ owner: Slug, reason: Text(2_000) })

export const OfferBoxQuery = Shape({ box: Type.Enum(OFFER_BOXES) })

export const OfferShape = Shape({
  id: Id,
  caseId: Id,
  governmentId: Slug,
  fromAgencyId: Nullable(Slug),
  /** An agency, `desk`, or `government:<slug>`. */
  to: Said(120),
  reason: Reason,
  text: Said(),
  proposedOwner: Nullable(Said(120)),
  offeredAt: Instant,
  dueAt: Instant,
  state: Type.Enum(OFFER_STATES),
  answeredAt: Nullable(Instant),
  returnReason: Nullable(Reason),
  returnText: Nullable(Said()),
  returnOwner: Nullable(Said(120)),
  escalatedAt: Nullable(Instant),
  /** Between governments: what one coordinator would decide, until the other assents. */
  verdict: Nullable(Shape({ owner: Said(120), governmentId: Slug, name: Said(200) })),
})
export type OfferShape = Static<typeof OfferShape>

export const OfferList = Shape({
  items: List(
    Shape({
      offer: OfferShape,
      code: Said(20),
      /** Of a confidential case only that there is one. */
      title: Nullable(Said(1_000)),
      place: Nullable(Said(300)),
      category: Nullable(Said(80)),
      urgency: Type.Enum(URGENCIES),
      confidential: Type.Boolean(),
      firstPostAt: Instant,
      postCount: Count,
    }),
    200,
  ),
})
