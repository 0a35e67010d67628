import { boolean, customType, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const reporterLinks = pgTable('reporter_links', {
  tokenHash: bytes().primaryKey(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull(),
  rating: smallint(),
  unsatisfied: boolean(),
  usedAt: timestamp({ withTimezone: true }),
})
