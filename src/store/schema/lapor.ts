import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const laporNumbers = pgTable(
  'lapor_numbers',
  {
    governmentId: text().notNull(),
    trackingId: text().notNull(),
    caseId: uuid().notNull(),
    recordedAt: timestamp({ withTimezone: true }).notNull(),
    recordedBy: uuid(),
  },
  (table) => [primaryKey({ columns: [table.governmentId, table.trackingId] })],
)

export const laporMoves = pgTable(
  'lapor_moves',
  {
    governmentId: text().notNull(),
    trackingId: text().notNull(),
    status: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    answer: text(),
    agency: text(),
    importedAt: timestamp({ withTimezone: true }).notNull(),
    appliedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    primaryKey({ columns: [table.governmentId, table.trackingId, table.status, table.at] }),
  ],
)
