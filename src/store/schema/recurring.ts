import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const recurringProblems = pgTable('recurring_problems', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  category: text().notNull(),
  placeKey: text().notNull(),
  openedAt: timestamp({ withTimezone: true }).notNull(),
})

export const recurringCases = pgTable('recurring_cases', {
  problemId: uuid().notNull(),
  caseId: uuid().notNull(),
})
