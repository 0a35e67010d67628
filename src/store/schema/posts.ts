import {
  boolean,
  customType,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Gatherable } from '../../core/gatherable.ts'
import type { Engagement, Outcome, Platform, PostStage } from '../../core/post.ts'
import type { PostContext, Reading } from '../../core/reading.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const posts = pgTable('posts', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  sourceId: uuid(),
  receivedBy: uuid(),
  platform: text().$type<Platform>().notNull(),
  externalId: text().notNull(),
  url: text(),
  authorId: text(),
  authorHandle: text(),
  text: text().notNull(),
  context: jsonb().$type<PostContext>(),
  engagement: jsonb().$type<Engagement>(),
  language: text(),
  postedAt: timestamp({ withTimezone: true }),
  receivedAt: timestamp({ withTimezone: true }).notNull(),
  sample: boolean().notNull().default(false),
  history: boolean().notNull().default(false),
  stage: text().$type<PostStage>().notNull().default('received'),
  attempts: smallint().notNull().default(0),
  queuedAt: timestamp({ withTimezone: true }),
  leaseToken: uuid(),
  leaseUntil: timestamp({ withTimezone: true }),
  reading: jsonb().$type<Reading>(),
  gatherable: jsonb().$type<Gatherable>(),
  outcome: text().$type<Outcome>(),
  because: text().array().notNull().default([]),
  caseId: uuid(),
  answeredAt: timestamp({ withTimezone: true }),
  cameFrom: uuid().array().notNull().default([]),
  sharedFrom: text(),
  partOf: uuid(),
  deletedAt: timestamp({ withTimezone: true }),
  textHash: bytes(),
  lookedAt: timestamp({ withTimezone: true }),
  missedAt: timestamp({ withTimezone: true }),
})

export const quarantinedRows = pgTable('quarantined_rows', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  sourceId: uuid(),
  raw: bytes().notNull(),
  reason: text().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
})

export const attachments = pgTable('attachments', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  postId: uuid(),
  name: text().notNull(),
  mediaType: text().notNull(),
  bytes: bytes().notNull(),
  addedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
