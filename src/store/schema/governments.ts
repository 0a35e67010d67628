import { integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'

export const governments = pgTable('governments', {
  id: text().primaryKey(),
  name: text().notNull(),
  level: text().notNull(),
  regionCode: text().notNull(),
  timezone: text().notNull(),
  zoneLabel: text().notNull(),
  codePrefix: text().notNull(),
})

export const agencies = pgTable(
  'agencies',
  {
    governmentId: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    abbreviation: text().notNull(),
    endedAt: timestamp({ withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.governmentId, table.id] })],
)

export const configurationDocuments = pgTable('configuration_documents', {
  id: uuid().primaryKey(),
  governmentId: text(),
  kind: text().notNull(),
  name: text().notNull(),
  version: integer().notNull(),
  document: jsonb().notNull(),
  effectiveFrom: timestamp({ withTimezone: true }).notNull(),
  appliedBy: text().notNull(),
})
