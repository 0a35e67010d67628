import { type Static, Type } from 'typebox'
import { PRESENCE_LEVELS } from '../../core/presence.ts'
import { URGENCIES } from '../../core/reading.ts'
import { QUEUES } from '../../ports/cases.ts'
import { CaseFull } from './case-row.ts'
import { OnlookerShape } from './case-view.ts'
import {
  Count,
  Cursor,
  Id,
  Instant,
  List,
  Nullable,
  Said,
  Shape,
  Slug,
  Text,
  Version,
} from './parts.ts'

export const QueueParams = Shape({ name: Type.Enum(QUEUES) })

/** A claimed case, or null where nothing is left but `skipped` cases that the viewer passed by. */
export const NextCaseShape = Shape({ case: Nullable(CaseFull), skipped: Count })
export type NextCaseShape = Static<typeof NextCaseShape>

export const SkipsQuery = Shape({
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})

export const SkipList = Shape({
  items: List(
    Shape({
      caseId: Id,
      caseCode: Said(20),
      agencyId: Nullable(Slug),
      by: Said(200),
      reason: Said(2_000),
      at: Instant,
    }),
    100,
  ),
  next: Nullable(Cursor),
})

/**
 * `until` (ISO 8601), `forReply`, or both with a `reason`; or `again` alone: once more as the last
 * time.
 */
export const SnoozeBody = Type.Union([
  Shape({
    version: Version,
    until: Nullable(Instant),
    forReply: Type.Boolean(),
    reason: Text(2_000),
  }),
  Shape({ version: Version, again: Type.Literal(true) }),
])
export type SnoozeBody = Static<typeof SnoozeBody>

export const UrgencyBody = Shape({
  version: Version,
  urgency: Type.Enum(URGENCIES),
  reason: Text(2_000),
})

/** Reported every 10 s or so; 25 s without a word is gone. */
export const PresenceBody = Shape({ level: Type.Enum(PRESENCE_LEVELS) })

/** Who else has the case open, those who write first. */
export const PresentShape = Shape({ people: List(OnlookerShape, 200) })
