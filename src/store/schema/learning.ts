import {
  boolean,
  customType,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { CorrectionAct, Grounds, Judgement } from '../../core/correction.ts'
import type { Measured, TrainingTrigger } from '../../ports/learning.ts'

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
  withdrawnAt: timestamp({ withTimezone: true }),
})

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const readerModels = pgTable('reader_models', {
  governmentId: text().notNull(),
  version: integer().notNull(),
  bytes: bytea(),
  base: text().notNull(),
  madeAt: timestamp({ withTimezone: true }).notNull(),
  madeBy: text().notNull(),
  trigger: text().$type<TrainingTrigger>().notNull(),
  promoted: boolean().notNull(),
  because: text().array().notNull(),
  measured: jsonb().$type<Measured>().notNull(),
})

export const readerTurns = pgTable('reader_turns', {
  governmentId: text().notNull(),
  turn: integer().notNull(),
  version: integer().notNull(),
  since: timestamp({ withTimezone: true }).notNull(),
  byName: text().notNull(),
  because: text().notNull(),
})

export const silencedRules = pgTable('silenced_rules', {
  id: uuid().primaryKey().defaultRandom(),
  governmentId: text().notNull(),
  rule: text().notNull(),
  reason: text().notNull(),
  silencedBy: text().notNull(),
  silencedAt: timestamp({ withTimezone: true }).notNull(),
  restoredBy: text(),
  restoredAt: timestamp({ withTimezone: true }),
})
