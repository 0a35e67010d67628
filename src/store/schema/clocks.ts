import {
  bigint,
  boolean,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ClockAct, ClockName, ClockReading } from '../../core/case-clock.ts'
import type { Target } from '../../core/deadline-settings.ts'
import type { Rung } from '../../core/escalation.ts'

export const clockEvents = pgTable('clock_events', {
  id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  clock: text().$type<ClockName>().notNull(),
  leg: smallint().notNull(),
  does: text().$type<ClockAct>().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
  target: jsonb().$type<Target>(),
  since: timestamp({ withTimezone: true }),
  done: boolean(),
  agencyId: text(),
  cause: text(),
  voidedAt: timestamp({ withTimezone: true }),
})

/** A projection: the reading of each leg, for indexes and for showing. */
export const clocks = pgTable('clocks', {
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  clock: text().$type<ClockName>().notNull(),
  leg: smallint().notNull(),
  agencyId: text(),
  target: jsonb().$type<Target>().notNull(),
  startedAt: timestamp({ withTimezone: true }).notNull(),
  countsFrom: timestamp({ withTimezone: true }).notNull(),
  state: text().$type<ClockReading['state']>().notNull(),
  pausedAt: timestamp({ withTimezone: true }),
  stoppedAt: timestamp({ withTimezone: true }),
  dueAt: timestamp({ withTimezone: true }),
  provisional: boolean().notNull().default(false),
  outcome: text().$type<ClockReading['outcome']>().notNull(),
  nextRungAt: timestamp({ withTimezone: true }),
  watchedFrom: timestamp({ withTimezone: true }),
  stale: boolean().notNull().default(false),
})

export const escalations = pgTable('escalations', {
  id: uuid().primaryKey().defaultRandom(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  clock: text().$type<ClockName>().notNull(),
  leg: smallint().notNull(),
  rung: smallint().$type<Rung>().notNull(),
  agencyId: text(),
  moment: timestamp({ withTimezone: true }).notNull(),
  climbedAt: timestamp({ withTimezone: true }).notNull(),
  tellAt: timestamp({ withTimezone: true }).notNull(),
  toldAt: timestamp({ withTimezone: true }),
  acknowledgedBy: uuid(),
  acknowledgedName: text(),
  acknowledgedAt: timestamp({ withTimezone: true }),
  reason: text(),
})
