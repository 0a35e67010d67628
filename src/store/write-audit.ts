import type { AuditAct } from '../core/audit.ts'
import { acting } from './acting.ts'
import type { Queryable } from './database.ts'
import { auditEntries } from './schema/audit.ts'

const toRow = ({ actor, before, after, ...act }: AuditAct) => {
  const who = acting()
  const by = actor ?? who.actor
  return {
    ...act,
    before: before ?? null,
    after: after ?? null,
    actorId: by?.userId ?? null,
    actorName: by?.name ?? null,
    // a deed of a person that came by no door of ours is one of the console
    via: by && who.via === 'system' ? ('console' as const) : who.via,
    requestId: who.requestId,
  }
}

/** Written in the transaction of what it tells of: there is neither one without the other. */
export const writeAudit = async (tx: Queryable, acts: AuditAct[]): Promise<void> => {
  if (acts.length > 0) await tx.insert(auditEntries).values(acts.map(toRow))
}
