import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { CaseEvent } from '../core/case-event.ts'
import type { Viewer } from '../core/roles.ts'
import { visibilityOf } from '../core/visibility.ts'
import type { Events, LiveEvent } from '../ports/events.ts'
import type { Database } from './database.ts'
import { EVENTS_CHANNEL } from './insert-events.ts'
import type { Listener } from './listener.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { visibleTo } from './visible-to.ts'

/** Events of transactions that are surely over: nothing can appear behind the cursor later. */
const SETTLED = sql`tx < pg_snapshot_xmin(pg_current_snapshot())`

/**
 * "transaction-event", in this order: of two transactions that overlap, the later one may have
 * taken the smaller event id, so ids alone would skip it.
 */
const positionOf = (cursor: string): [tx: string, id: string] | null => {
  const [, tx, id] = /^(\d{1,18})-(\d{1,18})$/.exec(cursor) ?? []
  return tx && id ? [tx, id] : null
}

/** Events by which a case left the viewer's agency, or the triage desk. */
const leftSightOf = (viewer: Viewer): SQL | undefined => {
  const { cases: scope, agencyId, triageDesk } = visibilityOf(viewer)
  if (scope === 'none') return sql`false`
  const fromOwn = agencyId ? eq(caseEvents.fromAgencyId, agencyId) : sql`false`
  const fromDesk = triageDesk
    ? and(inArray(caseEvents.type, GIVEN), isNull(caseEvents.fromAgencyId))
    : sql`false`
  const moved = sql`${caseEvents.toAgencyId} is distinct from ${caseEvents.fromAgencyId}`
  const lent = agencyId
    ? and(inArray(caseEvents.type, LENT_BACK), sql`${caseEvents.data} ->> 'target' = ${agencyId}`)
    : sql`false`
  return or(and(moved, or(fromOwn, fromDesk)), lent)
}

const GIVEN: CaseEvent['type'][] = ['transferred', 'offer-accepted', 'offer-decided']
/** By these an agency that helped, or was asked, may see the case no more. */
const LENT_BACK: CaseEvent['type'][] = [
  'offer-returned',
  'offer-withdrawn',
  'task-done',
  'task-cancelled',
]

/**
 * Live changes, read from the history itself: an event stream that resumes with its cursor sees
 * exactly what happened meanwhile. Where a case was taken away from the viewer's agency, only
 * the fact that it left is told.
 */
export const createEvents = (db: Database, listener: Listener): Events => {
  // Everything before the oldest open transaction is settled; the rest is still to come.
  const latest = async (): Promise<string> => {
    const { rows } = await db.execute<{ cursor: string }>(
      sql`select pg_snapshot_xmin(pg_current_snapshot()) || '-0' as cursor`,
    )
    return rows[0]?.cursor ?? '0-0'
  }

  return {
    after: async (viewer, cursor, limit) => {
      const position = positionOf(cursor)
      // A cursor that nobody gave out must not tell the whole history.
      if (!position) return { events: [], cursor: await latest() }
      const rows = await rowsAfter(db, viewer, position, limit)
      // A cursor of another cluster, from before a move or a restore, may lie in our future.
      if (rows.length === 0 && (await isAhead(db, position)))
        return { events: [], cursor: await latest() }
      const events = rows.map(toLiveEvent)
      return { events, cursor: events.at(-1)?.id ?? cursor }
    },
    latest,
    subscribe: (onChange) => listener.on(EVENTS_CHANNEL, onChange),
  }
}

const isAhead = async (db: Database, [tx]: [string, string]): Promise<boolean> => {
  const { rows } = await db.execute<{ ahead: boolean }>(
    sql`select ${tx}::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as ahead`,
  )
  return rows[0]?.ahead ?? false
}

const rowsAfter = (db: Database, viewer: Viewer, [tx, id]: [string, string], limit: number) =>
  db
    .select({
      event: caseEvents,
      position: sql<string>`tx || '-' || ${caseEvents.id}`,
      code: cases.code,
      urgency: cases.urgency,
      agencyId: cases.agencyId,
      seen: sql<boolean>`(${visibleTo(viewer)})`,
    })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .where(
      and(
        eq(caseEvents.governmentId, viewer.governmentId),
        sql`(tx, ${caseEvents.id}) > (${tx}::xid8, ${id}::bigint)`,
        SETTLED,
        or(visibleTo(viewer), leftSightOf(viewer)),
      ),
    )
    .orderBy(sql`tx`, caseEvents.id)
    .limit(limit)

const toLiveEvent = ({
  event,
  position,
  code,
  urgency,
  agencyId,
  seen,
}: Awaited<ReturnType<typeof rowsAfter>>[number]): LiveEvent => ({
  id: position,
  type: seen ? event.type : 'case-left',
  caseId: event.caseId,
  code,
  urgency: seen ? urgency : null,
  agencyId: seen ? agencyId : null,
  actor: seen ? event.actorName : null,
  at: event.at,
})
