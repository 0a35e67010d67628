import { type Static, Type } from 'typebox'
import { CASE_EVENT_TYPES } from '../../core/case-event.ts'
import { URGENCIES } from '../../core/reading.ts'
import { OnlookerShape } from './case-view.ts'
import { Id, Instant, List, Nullable, Said, Shape, Slug } from './parts.ts'

/** `data:` of one server-sent event; its `event:` is `type` and its `id:` the cursor. */
export const LiveEventShape = Shape({
  id: Said(100),
  type: Type.Enum([...CASE_EVENT_TYPES, 'case-left'] as const),
  caseId: Id,
  code: Said(20),
  agencyId: Nullable(Slug),
  /** Null where the case left the viewer's sight. */
  urgency: Nullable(Type.Enum(URGENCIES)),
  actor: Nullable(Said(200)),
  at: Instant,
})
export type LiveEventShape = Static<typeof LiveEventShape>

/** The header Last-Event-ID says the same; it wins. */
export const EventQuery = Shape({
  after: Type.Optional(Type.String({ maxLength: 100, pattern: '^[A-Za-z0-9_.:-]+$' })),
})
export type EventQuery = Static<typeof EventQuery>

/** `event: presence`: who has a case open now; it carries no cursor. */
export const LivePresenceShape = Shape({
  caseId: Id,
  code: Said(20),
  people: List(OnlookerShape, 200),
})
export type LivePresenceShape = Static<typeof LivePresenceShape>
