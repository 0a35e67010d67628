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
import type { CaseEventData, CaseEventType } from '../../core/case-event.ts'
import type { CaseState } from '../../core/case-state.ts'
import type { Kind, Place, Urgency } from '../../core/reading.ts'

export const cases = pgTable('cases', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  code: text().notNull(),
  state: text().$type<CaseState>().notNull(),
  isOpen: boolean().notNull(),
  kind: text().$type<Kind>().notNull(),
  category: text().notNull(),
  urgency: text().$type<Urgency>().notNull(),
  confidential: boolean().notNull(),
  agencyId: text(),
  proposedOwner: text(),
  place: jsonb().$type<Place>(),
  placeKey: text(),
  title: text().notNull(),
  because: text().array().notNull(),
  openedAt: timestamp({ withTimezone: true }).notNull(),
  firstPostAt: timestamp({ withTimezone: true }).notNull(),
  lastPostAt: timestamp({ withTimezone: true }).notNull(),
  dueAt: timestamp({ withTimezone: true }),
  dueProvisional: boolean().notNull().default(false),
  answeredAt: timestamp({ withTimezone: true }),
  owesAnswer: boolean().notNull().default(true),
  followedUpAt: timestamp({ withTimezone: true }),
  escalatedAt: timestamp({ withTimezone: true }),
  endedAt: timestamp({ withTimezone: true }),
  claimedBy: uuid(),
  claimedName: text(),
  claimedUntil: timestamp({ withTimezone: true }),
  isSnoozed: boolean().notNull().default(false),
  snoozedAt: timestamp({ withTimezone: true }),
  snoozedUntil: timestamp({ withTimezone: true }),
  snoozeForReply: boolean().notNull().default(false),
  snoozeReason: text(),
  snoozedBy: uuid(),
  snoozedName: text(),
  wokenAt: timestamp({ withTimezone: true }),
  wokenBecause: text(),
  postCount: integer().notNull().default(0),
  authorCount: integer().notNull().default(0),
  mergedInto: uuid(),
  recurrences: integer().notNull().default(0),
  sample: boolean().notNull(),
  history: boolean().notNull(),
  version: integer().notNull().default(1),
})

export const caseBands = pgTable('case_bands', {
  governmentId: text().notNull(),
  band: text().notNull(),
  caseId: uuid().notNull(),
})

export const caseAuthors = pgTable('case_authors', {
  caseId: uuid().notNull(),
  governmentId: text().notNull(),
  authorKey: text().notNull(),
})

export const caseEvents = pgTable('case_events', {
  id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  type: text().$type<CaseEventType>().notNull(),
  actorId: uuid(),
  actorName: text(),
  at: timestamp({ withTimezone: true }).notNull(),
  fromAgencyId: text(),
  toAgencyId: text(),
  data: jsonb().$type<CaseEventData>().notNull().default({}),
})
