import { type Static, Type } from 'typebox'
import { NOTICE_KINDS } from '../../core/notice.ts'
import { Count, Cursor, Id, Instant, List, Nullable, Said, Shape } from './parts.ts'

/** `unread=true`: only what was not read yet. `limit` is 50 unless said. */
export const NotificationQuery = Shape({
  unread: Type.Optional(Type.Enum(['true', 'false'] as const)),
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})

const NotificationShape = Shape({
  id: Said(20),
  kind: Type.Enum(NOTICE_KINDS),
  label: Said(100),
  caseId: Id,
  caseCode: Said(20),
  /** Null where the system acted. */
  by: Nullable(Said(200)),
  text: Nullable(Said()),
  at: Instant,
  readAt: Nullable(Instant),
})
export type NotificationShape = Static<typeof NotificationShape>

/** `unread` is counted up to 100. */
export const NotificationPage = Shape({
  items: List(NotificationShape, 100),
  next: Nullable(Cursor),
  unread: Count,
})

/** Without `ids`: all of them. */
export const ReadBody = Shape({ ids: Type.Optional(List(Said(20), 100)) })
export const ReadAnswer = Shape({ unread: Count })
