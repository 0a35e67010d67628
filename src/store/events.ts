import { and, eq, or, sql } from 'drizzle-orm'
import type { Events, LiveEvent } from '../ports.ts'
import type { Database } from './database.ts'
import type { Listener } from './listener.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { visibleTo } from './visible-to.ts'
import { EVENTS_CHANNEL } from './write-event.ts'

/** Events of transactions that are surely over: nothing can appear behind the cursor later. */
const SETTLED = sql`tx < pg_snapshot_xmin(pg_current_snapshot())`

const isCursor = (text: string): boolean => /^\d{1,18}$/.test(text)

/**
 * Live changes, read from the history itself: an event stream that resumes with its cursor sees
 * exactly what happened meanwhile. Where a case was taken away from the viewer's agency, only
 * the fact that it left is told.
 */
export const createEvents = (db: Database, listener: Listener): Events => ({
  after: async (viewer, cursor, limit) => {
    const from = isCursor(cursor) ? cursor : '0'
    const seen = sql<boolean>`(${visibleTo(viewer)})`
    const left = viewer.agencyId
      ? and(
          eq(caseEvents.fromAgencyId, viewer.agencyId),
          sql`${caseEvents.toAgencyId} is distinct from ${caseEvents.fromAgencyId}`,
        )
      : sql`false`
    const rows = await db
      .select({
        event: caseEvents,
        code: cases.code,
        urgency: cases.urgency,
        agencyId: cases.agencyId,
        seen,
      })
      .from(caseEvents)
      .innerJoin(cases, eq(cases.id, caseEvents.caseId))
      .where(
        and(
          eq(caseEvents.governmentId, viewer.governmentId),
          sql`${caseEvents.id} > ${from}::bigint`,
          SETTLED,
          or(visibleTo(viewer), left),
        ),
      )
      .orderBy(caseEvents.id)
      .limit(limit)
    const events = rows.map(
      ({ event, code, urgency, agencyId, seen: whole }): LiveEvent => ({
        id: String(event.id),
        type: whole ? event.type : 'case-left',
        caseId: event.caseId,
        code,
        urgency,
        agencyId: whole ? agencyId : null,
        actor: whole ? event.actorName : null,
        at: event.at,
      }),
    )
    return { events, cursor: events.at(-1)?.id ?? from }
  },

  latest: async () => {
    const { rows } = await db.execute<{ id: string }>(
      sql`select coalesce(max(id), 0)::text as id from case_events where ${SETTLED}`,
    )
    return rows[0]?.id ?? '0'
  },

  subscribe: (onChange) => listener.on(EVENTS_CHANNEL, onChange),
})
