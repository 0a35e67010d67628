import { bigint, boolean, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const arrivals = pgTable('arrivals', {
  id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
  governmentId: text().notNull(),
  sourceId: uuid(),
  at: timestamp({ withTimezone: true }).notNull(),
  posts: integer().notNull(),
  sample: boolean().notNull(),
})
