import { sql } from 'drizzle-orm'
import { type AuditAct, isAudited } from '../core/audit.ts'
import type { CaseEventData, CaseEventType } from '../core/case-event.ts'
import type { Viewer } from '../core/roles.ts'
import type { Queryable } from './database.ts'
import { caseEvents } from './schema/cases.ts'
import { writeAudit } from './write-audit.ts'

export const EVENTS_CHANNEL = 'tanggap_events'

export interface EventToWrite {
  governmentId: string
  caseId: string
  type: CaseEventType
  actor: Pick<Viewer, 'userId' | 'name'> | null
  at: Date
  fromAgencyId?: string | null
  toAgencyId?: string | null
  data?: CaseEventData
  /** What the event changed of the case, for the account. */
  changed?: { before: Record<string, unknown>; after: Record<string, unknown> }
}

const toRow = ({ actor, fromAgencyId, toAgencyId, data, changed: _, ...event }: EventToWrite) => ({
  ...event,
  actorId: actor?.userId ?? null,
  actorName: actor?.name ?? null,
  fromAgencyId: fromAgencyId ?? null,
  toAgencyId: toAgencyId ?? null,
  data: data ?? {},
})

const toAct = ({ changed, ...event }: EventToWrite): AuditAct => ({
  governmentId: event.governmentId,
  at: event.at,
  actor: event.actor && { userId: event.actor.userId, name: event.actor.name },
  act: `case.${event.type}`,
  subject: `case:${event.caseId}`,
  ...changed,
})

/** The rows, their lines in the account and the bell, and the ids: what follows from them is `writeEvents`'. */
export const insertEvents = async (tx: Queryable, events: EventToWrite[]): Promise<string[]> => {
  if (events.length === 0) return []
  const rows = await tx
    .insert(caseEvents)
    .values(events.map(toRow))
    .returning({ id: caseEvents.id })
  await writeAudit(tx, events.filter(({ type, actor }) => isAudited(type, actor)).map(toAct))
  await tx.execute(sql`select pg_notify(${EVENTS_CHANNEL}, '')`)
  return rows.map(({ id }) => String(id))
}
