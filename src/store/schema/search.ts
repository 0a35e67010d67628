import { bigint, customType, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const caseTexts = pgTable('case_texts', {
  caseId: uuid().primaryKey(),
  governmentId: text().notNull(),
  words: tsvector().notNull(),
  indexedAt: timestamp({ withTimezone: true }).notNull(),
})

/** Filled by triggers: whatever stores a post or moves one need not know of the search. */
export const searchWaiting = pgTable('search_waiting', {
  id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
})
