import { type Static, Type } from 'typebox'
import { CLOCK_NAMES } from '../../core/case-clock.ts'
import { RUNGS } from '../../core/escalation.ts'
import { URGENCIES } from '../../core/reading.ts'
import { ROLES } from '../../core/roles.ts'
import { Count, Id, Instant, Line, List, Nullable, Said, Shape, Slug } from './parts.ts'

export const EscalationShape = Shape({
  id: Id,
  caseId: Id,
  caseCode: Said(20),
  title: Said(1_000),
  urgency: Type.Enum(URGENCIES),
  clock: Type.Enum(CLOCK_NAMES),
  clockLabel: Said(60),
  leg: Count,
  /** Per cent of the clock that is used up. */
  rung: Type.Enum(RUNGS),
  /** Whom this rung is for. */
  roles: List(Type.Enum(ROLES), ROLES.length),
  agencyId: Nullable(Slug),
  moment: Instant,
  acknowledged: Nullable(Shape({ by: Said(200), at: Instant, reason: Said(2_000) })),
})
export type EscalationShape = Static<typeof EscalationShape>

/** `open=true`: only those that nobody acknowledged yet. `limit` is 50 unless said. */
export const EscalationQuery = Shape({
  open: Type.Optional(Type.Enum(['true', 'false'] as const)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})

export const EscalationList = Shape({ items: List(EscalationShape, 100) })

/** What is done about it. */
export const EscalationReason = Shape({ reason: Line(2_000) })

export const EscalationAcknowledged = Shape({ escalation: EscalationShape })
