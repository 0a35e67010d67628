import { bigint, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { DraftKind } from '../../core/draft.ts'

export const drafts = pgTable('drafts', {
  userId: uuid().notNull(),
  caseId: uuid().notNull(),
  kind: text().$type<DraftKind>().notNull(),
  governmentId: text().notNull(),
  text: text().notNull(),
  caseVersion: integer().notNull(),
  seenEvent: bigint({ mode: 'bigint' }).notNull(),
  savedAt: timestamp({ withTimezone: true }).notNull(),
})
