import { type Static, Type } from 'typebox'
import { SILENCE_REASONS } from '../../core/silence.ts'
import { Count, Id, Instant, List, Nullable, Said, Shape, Slug } from './parts.ts'

const Day = Type.String({ maxLength: 10, pattern: '^20[0-9]{2}-[01][0-9]-[0-3][0-9]$' })

/** Today unless said, as it is now; a day that is over as it was at its end. */
export const SilenceQuery = Shape({ day: Type.Optional(Day) })
export type SilenceQuery = Static<typeof SilenceQuery>

const Sums = { posts: Count, authors: Count, since: Instant }

export const SilenceShape = Shape({
  day: Day,
  /** Null: the day is not over. */
  closedAt: Nullable(Instant),
  agencies: List(Shape({ agencyId: Nullable(Slug), cases: Count, ...Sums }), 500),
  /** The longest silence first; at most so many, the agencies count all. */
  cases: List(
    Shape({
      id: Id,
      code: Said(20),
      title: Said(1_000),
      agencyId: Nullable(Slug),
      ...Sums,
      why: Type.Enum(SILENCE_REASONS),
      whyLabel: Said(100),
    }),
    500,
  ),
})
export type SilenceShape = Static<typeof SilenceShape>
