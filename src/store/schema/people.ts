import { customType, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Role } from '../../core/roles.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const users = pgTable('users', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  agencyId: text(),
  username: text().notNull(),
  name: text().notNull(),
  roles: text().array().$type<Role[]>().notNull(),
  passwordHash: text(),
  disabledAt: timestamp({ withTimezone: true }),
  createdAt: timestamp({ withTimezone: true }).notNull(),
})

export const sessions = pgTable('sessions', {
  tokenHash: bytes().primaryKey(),
  governmentId: text().notNull(),
  userId: uuid().notNull(),
  openedAt: timestamp({ withTimezone: true }).notNull(),
  lastSeenAt: timestamp({ withTimezone: true }).notNull(),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
})

export const oneTimeLinks = pgTable('one_time_links', {
  tokenHash: bytes().primaryKey(),
  purpose: text().notNull(),
  governmentId: text(),
  userId: uuid(),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
  usedAt: timestamp({ withTimezone: true }),
})

export const idempotencyKeys = pgTable('idempotency_keys', {
  governmentId: text().notNull(),
  userId: uuid().notNull(),
  key: text().notNull(),
  requestHash: text().notNull(),
  status: smallint(),
  body: jsonb(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
