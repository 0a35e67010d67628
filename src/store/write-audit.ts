import type { AuditEntry } from '../core/audit.ts'
import type { Queryable } from './database.ts'
import { auditEntries } from './schema/audit.ts'

/** Written in the transaction of what it tells of: there is neither one without the other. */
export const writeAudit = async (tx: Queryable, entries: AuditEntry[]): Promise<void> => {
  if (entries.length === 0) return
  await tx.insert(auditEntries).values(
    entries.map(({ actor, ...entry }) => ({
      ...entry,
      actorId: actor?.userId ?? null,
      actorName: actor?.name ?? null,
    })),
  )
}
