import { sql } from 'drizzle-orm'
import type { CaseEventData, CaseEventType } from '../core/case-event.ts'
import type { Viewer } from '../core/roles.ts'
import type { Queryable } from './database.ts'
import { caseEvents } from './schema/cases.ts'

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
}

const toRow = ({ actor, fromAgencyId, toAgencyId, data, ...event }: EventToWrite) => ({
  ...event,
  actorId: actor?.userId ?? null,
  actorName: actor?.name ?? null,
  fromAgencyId: fromAgencyId ?? null,
  toAgencyId: toAgencyId ?? null,
  data: data ?? {},
})

/** The rows and the bell alone, and the ids: what follows from them is `writeEvents`'. */
export const insertEvents = async (tx: Queryable, events: EventToWrite[]): Promise<string[]> => {
  if (events.length === 0) return []
  const rows = await tx
    .insert(caseEvents)
    .values(events.map(toRow))
    .returning({ id: caseEvents.id })
  await tx.execute(sql`select pg_notify(${EVENTS_CHANNEL}, '')`)
  return rows.map(({ id }) => String(id))
}
