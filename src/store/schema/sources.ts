import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'

export const sources = pgTable('sources', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  connector: text().notNull(),
  name: text().notNull(),
  enabled: boolean().notNull(),
  intervalSeconds: integer().notNull(),
  settings: jsonb().$type<Record<string, unknown>>().notNull(),
  secrets: jsonb().$type<Record<string, string>>().notNull(),
  secretHints: jsonb().$type<Record<string, string>>().notNull(),
  cursor: jsonb(),
  fence: bigint({ mode: 'number' }).notNull().default(0),
  leaseUntil: timestamp({ withTimezone: true }),
  lastPollAt: timestamp({ withTimezone: true }),
  lastSuccessAt: timestamp({ withTimezone: true }),
  lastPostAt: timestamp({ withTimezone: true }),
  lagSeconds: integer(),
  lastError: text(),
  lastErrorAt: timestamp({ withTimezone: true }),
  idleReason: text(),
  failures: integer().notNull().default(0),
  nextPollAt: timestamp({ withTimezone: true }),
  stored: bigint({ mode: 'number' }).notNull().default(0),
})

export const rateGates = pgTable('rate_gates', {
  key: text().primaryKey(),
  closedUntil: timestamp({ withTimezone: true }).notNull(),
  because: text().notNull(),
})
