import { customType, doublePrecision, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { EvidenceKind } from '../../core/evidence.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const evidence = pgTable('evidence', {
  id: uuid().primaryKey(),
  governmentId: text().notNull(),
  caseId: uuid().notNull(),
  taskId: uuid(),
  kind: text().$type<EvidenceKind>().notNull(),
  note: text().notNull(),
  letterNumber: text(),
  url: text(),
  latitude: doublePrecision(),
  longitude: doublePrecision(),
  original: bytes(),
  originalType: text(),
  sha256: text(),
  published: bytes(),
  addedBy: uuid().notNull(),
  addedName: text().notNull(),
  addedAt: timestamp({ withTimezone: true }).notNull(),
  withdrawnBy: uuid(),
  withdrawnAt: timestamp({ withTimezone: true }),
  withdrawnReason: text(),
})
