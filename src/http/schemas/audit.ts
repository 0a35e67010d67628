import { type Static, Type } from 'typebox'
import { AUDIT_VIAS } from '../../core/audit.ts'
import { Cursor, Id, Instant, List, Nullable, Said, Shape } from './parts.ts'

const FILTER = {
  actor: Type.Optional(Id),
  /** "case:019…", "user:019…", "source:019…". */
  subject: Type.Optional(Type.String({ maxLength: 200, pattern: '^[a-z-]+:[^\\s]{1,180}$' })),
  /** "case.answered", "post.read". */
  act: Type.Optional(Type.String({ maxLength: 80, pattern: '^[a-z-]+\\.[a-z-]+$' })),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
}

export const AuditQuery = Shape({
  ...FILTER,
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})
export type AuditQuery = Static<typeof AuditQuery>

export const AuditExportQuery = Shape({ ...FILTER, from: Instant, to: Instant })
export type AuditExportQuery = Static<typeof AuditExportQuery>

const Fields = Nullable(Type.Record(Said(100), Type.Unknown(), { maxProperties: 100 }))

/** A subject that ends in "rahasia": a confidential case that the reader may not see. */
export const AuditLine = Shape({
  id: Said(20),
  at: Instant,
  actor: Nullable(Shape({ userId: Nullable(Id), name: Said(200) })),
  via: Type.Enum(AUDIT_VIAS),
  act: Said(80),
  subject: Said(300),
  before: Fields,
  after: Fields,
  requestId: Nullable(Said(100)),
})
export type AuditLine = Static<typeof AuditLine>

export const AuditPage = Shape({
  items: List(AuditLine, 100),
  next: Nullable(Cursor),
  /** The end of the chain, "number:hash": to be kept outside, so that a cut tail is seen. */
  head: Nullable(Said(100)),
  /** Entries that wait to be sealed. */
  open: Type.Integer({ minimum: 0 }),
})
export type AuditPage = Static<typeof AuditPage>
