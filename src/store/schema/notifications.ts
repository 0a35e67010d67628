import { bigint, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { NoticeKind } from '../../core/notice.ts'

export const notifications = pgTable('notifications', {
  id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
  governmentId: text().notNull(),
  userId: uuid().notNull(),
  caseId: uuid().notNull(),
  eventId: bigint({ mode: 'bigint' }).notNull(),
  kind: text().$type<NoticeKind>().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  readAt: timestamp({ withTimezone: true }),
})
