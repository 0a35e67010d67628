import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { PresenceLevel } from '../../core/presence.ts'

export const casePresence = pgTable('case_presence', {
  caseId: uuid().notNull(),
  userId: uuid().notNull(),
  governmentId: text().notNull(),
  level: text().$type<PresenceLevel>().notNull(),
  since: timestamp({ withTimezone: true }).notNull(),
  seenAt: timestamp({ withTimezone: true }).notNull(),
})
