import { integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { CaseState } from '../../core/case-state.ts'

export const replyTemplates = pgTable('reply_templates', {
  id: uuid().primaryKey().defaultRandom(),
  governmentId: text().notNull(),
  key: text().notNull(),
  name: text().notNull(),
  text: text().notNull(),
  states: text().array().$type<CaseState[]>().notNull(),
  categories: text().array().notNull(),
  used: integer().notNull().default(0),
  lastUsedAt: timestamp({ withTimezone: true }),
  editedAt: timestamp({ withTimezone: true }).notNull(),
  editedBy: text(),
  retiredAt: timestamp({ withTimezone: true }),
})
