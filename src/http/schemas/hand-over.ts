/** A case in the hands of a body outside, and what came of it. */
import { type Static, Type } from 'typebox'
import { HAND_OVER_OUTCOMES } from '../../core/hand-over.ts'
import {
  Count,
  Id,
  Instant,
  Line,
  List,
  Nullable,
  Said,
  Shape,
  Slug,
  Text,
  Version,
} from './parts.ts'

export const HandOverBody = Shape({
  version: Version,
  body: Slug,
  channel: Line(200),
  reference: Line(200),
  contactRole: Line(200),
  text: Text(2_000),
  nextCheckAt: Type.Optional(Instant),
  /** P1: who was called before it was handed over, and when. */
  calledFirst: Type.Optional(Text(500)),
})

export const OutcomeBody = Shape({
  outcome: Type.Enum(HAND_OVER_OUTCOMES),
  text: Text(2_000),
  taskId: Type.Optional(Id),
})

export const HandOverShape = Shape({
  id: Id,
  body: Said(120),
  channel: Said(200),
  reference: Said(200),
  contactRole: Said(200),
  text: Said(),
  handedAt: Instant,
  /** By the clock of the case; null once it ended. */
  nextCheckAt: Nullable(Instant),
  outcome: Nullable(Type.Enum(HAND_OVER_OUTCOMES)),
  outcomeAt: Nullable(Instant),
  outcomeText: Nullable(Said()),
  endedAt: Nullable(Instant),
})
export type HandOverShape = Static<typeof HandOverShape>

export const HandOverStatistics = Shape({
  items: List(
    Shape({
      body: Said(120),
      name: Said(300),
      n: Count,
      waiting: Count,
      outcomes: Shape({
        diterima: Count,
        ditolak: Count,
        'tidak-ada-jawaban': Count,
        selesai: Count,
      }),
      medianWorkingDays: Nullable(Type.Number()),
    }),
    500,
  ),
})
