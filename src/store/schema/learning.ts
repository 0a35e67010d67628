import { jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { CorrectionAct, Grounds, Judgement } from '../../core/correction.ts'

export const corrections = pgTable('corrections', {
  id: uuid().primaryKey().defaultRandom(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  postIds: uuid().array().notNull(),
  act: text().$type<CorrectionAct>().notNull(),
  before: jsonb().$type<Judgement & Grounds>().notNull(),
  after: jsonb().$type<Judgement>().notNull(),
  reason: text(),
  userId: uuid().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
})
