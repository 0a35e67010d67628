import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { LedgerOutcome, SilenceReason } from '../../core/silence.ts'

export const arrivals = pgTable('arrivals', {
  id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
  governmentId: text().notNull(),
  sourceId: uuid(),
  at: timestamp({ withTimezone: true }).notNull(),
  posts: integer().notNull(),
  sample: boolean().notNull(),
})

export const ledgerDays = pgTable('ledger_days', {
  governmentId: text().notNull(),
  day: date().notNull(),
  closedAt: timestamp({ withTimezone: true }).notNull(),
  ingested: integer().notNull(),
  outcomes: jsonb().$type<Partial<Record<LedgerOutcome, number>>>().notNull(),
})

export const silenceDays = pgTable('silence_days', {
  governmentId: text().notNull(),
  day: date().notNull(),
  caseId: uuid().notNull(),
  agencyId: text(),
  posts: integer().notNull(),
  authors: integer().notNull(),
  since: timestamp({ withTimezone: true }).notNull(),
  why: text().$type<SilenceReason>().notNull(),
})
