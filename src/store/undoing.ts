import { and, asc, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { CaseDecision } from '../core/case-change.ts'
import type { CaseEvent } from '../core/case-event.ts'
import { refuse } from '../core/errors.ts'
import { hasRight, type Viewer } from '../core/roles.ts'
import type { Taken } from '../core/undo.ts'
import { applyChange } from './apply-change.ts'
import { toCase, toEvent } from './case-rows.ts'
import type { Database, Queryable } from './database.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { visibleTo } from './visible-to.ts'

const idOf = (eventId: string): bigint | null =>
  /^\d{1,18}$/.test(eventId) ? BigInt(eventId) : null

/** The viewer's own act by which the case left: only that may be taken back unseen. */
const ownAct = (viewer: Viewer): SQL | undefined => {
  const left = sql`${caseEvents.toAgencyId} is distinct from ${caseEvents.fromAgencyId}`
  const own = viewer.agencyId ? eq(caseEvents.fromAgencyId, viewer.agencyId) : sql`false`
  const desk = hasRight(viewer.roles, 'case:triage') ? isNull(caseEvents.fromAgencyId) : sql`false`
  return and(
    eq(caseEvents.governmentId, viewer.governmentId),
    eq(caseEvents.actorId, viewer.userId),
    left,
    or(own, desk),
  )
}

const findEvent = async (
  tx: Queryable,
  viewer: Viewer,
  caseId: string,
  eventId: string,
): Promise<{ event: CaseEvent; seen: boolean } | null> => {
  const id = idOf(eventId)
  if (id === null) return null
  const [found] = await tx
    .select({ row: caseEvents, seen: sql<boolean>`(${visibleTo(viewer)})` })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .where(and(eq(caseEvents.id, id), eq(cases.id, caseId), or(visibleTo(viewer), ownAct(viewer))))
  return found ? { event: toEvent(found.row), seen: found.seen } : null
}

export const eventSeenBy = async (
  db: Database,
  viewer: Viewer,
  caseId: string,
  eventId: string,
): Promise<CaseEvent | null> => (await findEvent(db, viewer, caseId, eventId))?.event ?? null

const eventsAfter = async (tx: Queryable, { caseId, id }: CaseEvent): Promise<CaseEvent[]> => {
  const rows = await tx
    .select()
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), gt(caseEvents.id, BigInt(id))))
    .orderBy(asc(caseEvents.id))
  return rows.map(toEvent)
}

/** Of a case that left the viewer's sight not even the refusal says what it has become. */
export const undoEvent = (
  db: Database,
  viewer: Viewer,
  { caseId, version, eventId }: { caseId: string; version: number | null; eventId: string },
  decide: (current: Case, taken: Taken) => CaseDecision,
  now: Date,
) =>
  db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(cases)
      .where(and(eq(cases.id, caseId), eq(cases.governmentId, viewer.governmentId)))
      .for('no key update')
    const found = row && (await findEvent(tx, viewer, caseId, eventId))
    if (!found) return refuse('not-found')
    const current = toCase(row)
    const shown = found.seen ? { current } : {}
    if (version !== null && version !== current.version)
      return { ...refuse('stale-version'), ...shown }
    const taken = { event: found.event, later: await eventsAfter(tx, found.event) }
    const decision = decide(current, taken)
    if (decision.kind === 'refused') return { ...decision, ...shown }
    return { kind: 'changed' as const, case: await applyChange(tx, viewer, current, decision, now) }
  })
