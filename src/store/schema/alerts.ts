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
import type { AlertKind } from '../../ports/alerts.ts'
import type { ChannelKind } from '../../ports/channels.ts'
import type { AlertMessage } from '../../ports/notifier.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const alerts = pgTable('alerts', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  kind: text().$type<AlertKind>().notNull(),
  level: text().$type<'siaga' | 'viral'>().notNull(),
  because: text().array().notNull(),
  raisedAt: timestamp({ withTimezone: true }).notNull(),
  sample: boolean().notNull(),
  acknowledgeHash: bytes().notNull(),
  acknowledgedAt: timestamp({ withTimezone: true }),
  acknowledgedBy: text(),
  acknowledgedVia: text(),
})

export const channels = pgTable('channels', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  kind: text().$type<ChannelKind>().notNull(),
  name: text().notNull(),
  enabled: boolean().notNull(),
  settings: jsonb().$type<Record<string, string>>().notNull(),
  secrets: jsonb().$type<Record<string, string>>().notNull(),
  secretHints: jsonb().$type<Record<string, string>>().notNull(),
  agencyId: text(),
  lastDeliveredAt: timestamp({ withTimezone: true }),
  lastError: text(),
  heardBy: uuid(),
  heardUntil: timestamp({ withTimezone: true }),
})

export const deliveries = pgTable('deliveries', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  channelId: uuid().notNull(),
  alertId: uuid(),
  escalationId: uuid(),
  decreeWarningId: uuid(),
  message: jsonb().$type<AlertMessage>().notNull(),
  attempts: smallint().notNull().default(0),
  nextAt: timestamp({ withTimezone: true }).notNull(),
  leaseToken: uuid(),
  deliveredAt: timestamp({ withTimezone: true }),
  givenUpAt: timestamp({ withTimezone: true }),
  lastError: text(),
})
