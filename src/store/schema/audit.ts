import { bigint, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { AuditVia } from '../../core/audit.ts'

export const auditEntries = pgTable('audit_entries', {
  id: bigint({ mode: 'bigint' }).generatedAlwaysAsIdentity().primaryKey(),
  governmentId: text(),
  at: timestamp({ withTimezone: true }).notNull(),
  actorId: uuid(),
  actorName: text(),
  via: text().$type<AuditVia>().notNull(),
  act: text().notNull(),
  subject: text().notNull(),
  before: jsonb().$type<Record<string, unknown>>(),
  after: jsonb().$type<Record<string, unknown>>(),
  requestId: text(),
})
