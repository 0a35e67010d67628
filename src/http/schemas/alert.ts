import { type Static, Type } from 'typebox'
import { Id, Instant, List, Nullable, Said, Shape, Slug } from './parts.ts'

export const AlertShape = Shape({
  id: Id,
  caseId: Id,
  caseCode: Said(20),
  kind: Type.Enum(['p1', 'burst'] as const),
  level: Type.Enum(['siaga', 'viral'] as const),
  agencyId: Nullable(Slug),
  title: Said(1_000),
  because: List(Said(1_000), 50),
  raisedAt: Instant,
  acknowledged: Nullable(Shape({ by: Said(200), at: Instant, via: Said(40) })),
  sample: Type.Boolean(),
})
export type AlertShape = Static<typeof AlertShape>

/** `open=true`: only those that nobody acknowledged yet. `limit` is 50 unless said. */
export const AlertQuery = Shape({
  open: Type.Optional(Type.Enum(['true', 'false'] as const)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})
export type AlertQuery = Static<typeof AlertQuery>

export const AlertList = Shape({ items: List(AlertShape, 100) })
export type AlertList = Static<typeof AlertList>

export const AlertAcknowledged = Shape({ alert: AlertShape })
export type AlertAcknowledged = Static<typeof AlertAcknowledged>
