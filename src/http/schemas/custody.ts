import { Type } from 'typebox'
import { CASE_STATES } from '../../core/case-state.ts'
import { CaseFull } from './case-row.ts'
import { HandOverShape } from './hand-over.ts'
import { OfferShape } from './offer.ts'
import { Instant, List, Nullable, Said, Shape, Slug } from './parts.ts'

import { TaskShape } from './task.ts'

/** All that hangs on a case: whom it was offered, who helps, who outside has it, how far they are. */
export const CustodyShape = Shape({
  offers: List(OfferShape, 1_000),
  tasks: List(TaskShape, 1_000),
  handOvers: List(HandOverShape, 1_000),
  linked: List(
    Shape({
      governmentId: Slug,
      code: Said(20),
      state: Type.Enum(CASE_STATES),
      owner: Nullable(Said(300)),
      lastAnswer: Nullable(Shape({ text: Said(), url: Nullable(Said(2_000)), at: Instant })),
    }),
    100,
  ),
  cameFrom: List(Shape({ governmentId: Slug, code: Said(20) }), 100),
  trackingIds: List(Said(20), 1_000),
})

/** Null: the case of a government whose cases the viewer does not see. */
export const CustodyChanged = Shape({ case: Nullable(CaseFull) })
