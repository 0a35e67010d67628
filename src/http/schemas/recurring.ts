import { type Static, Type } from 'typebox'
import { CASE_STATES } from '../../core/case-state.ts'
import { Id, Instant, List, Nullable, Said, Shape, Slug } from './parts.ts'

export const RecurringList = Shape({
  items: List(
    Shape({
      id: Id,
      category: Said(80),
      place: Nullable(Said(300)),
      openedAt: Instant,
      /** As far as the viewer may see them. */
      cases: List(
        Shape({
          id: Id,
          code: Said(20),
          title: Said(1_000),
          state: Type.Enum(CASE_STATES),
          agencyId: Nullable(Slug),
          openedAt: Instant,
        }),
        1_000,
      ),
    }),
    1_000,
  ),
})
export type RecurringList = Static<typeof RecurringList>
