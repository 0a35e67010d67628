import { and, desc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import { hasRight, type Viewer } from '../core/roles.ts'
import type { QueueName } from '../ports/cases.ts'
import type { Clock } from '../ports/clock.ts'
import type { QueueWork, Skip } from '../ports/queue-work.ts'
import { applyChange } from './apply-change.ts'
import { inQueue } from './case-list.ts'
import { toCase } from './case-rows.ts'
import type { Database, Queryable } from './database.ts'
import { decodeMarker, encodeMarker } from './keyset.ts'
import { lookedAtByOther } from './presence.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { visibleTo } from './visible-to.ts'

/** A case that was passed by is offered to the same officer again the next working day. */
const SKIPPED_MS = 12 * 3_600_000

const skippedBy = (viewer: Viewer, now: Date): SQL =>
  sql`exists (select from ${caseEvents} where ${and(
    eq(caseEvents.caseId, cases.id),
    eq(caseEvents.type, 'skipped'),
    eq(caseEvents.actorId, viewer.userId),
    gt(caseEvents.at, new Date(now.getTime() - SKIPPED_MS)),
  )})`

/** Some see more than they may work on: handed out is only what they may claim. */
const workableBy = (viewer: Viewer): SQL | undefined =>
  hasRight(viewer.roles, 'case:triage')
    ? undefined
    : viewer.agencyId
      ? eq(cases.agencyId, viewer.agencyId)
      : sql`false`

const waiting = (viewer: Viewer, queue: QueueName, now: Date): SQL | undefined =>
  and(visibleTo(viewer), inQueue(viewer, queue, now), workableBy(viewer), cases.isOpen)

const free = (now: Date): SQL | undefined =>
  or(isNull(cases.claimedUntil), lte(cases.claimedUntil, now))

/** What somebody else locks this moment is theirs: it is passed over, not waited for. */
const mostUrgent = (tx: Queryable, viewer: Viewer, queue: QueueName, now: Date) =>
  tx
    .select()
    .from(cases)
    .where(
      and(
        waiting(viewer, queue, now),
        free(now),
        sql`not ${lookedAtByOther(viewer, now)}`,
        sql`not ${skippedBy(viewer, now)}`,
      ),
    )
    .orderBy(sql`queue_at`, sql`risk desc`, cases.id)
    .limit(1)
    .for('no key update', { skipLocked: true })

const countSkipped = (db: Database, viewer: Viewer, queue: QueueName, now: Date) =>
  db.$count(cases, and(waiting(viewer, queue, now), skippedBy(viewer, now)))

const markerOf = (cursor: string): bigint | null => {
  const [id] = decodeMarker(cursor, 1) ?? []
  return /^\d{1,18}$/.test(String(id)) ? BigInt(String(id)) : null
}

const skipsBefore = (db: Database, viewer: Viewer, before: bigint | null, limit: number) =>
  db
    .select({ event: caseEvents, code: cases.code, agencyId: cases.agencyId })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.id, caseEvents.caseId))
    .where(
      and(
        eq(caseEvents.governmentId, viewer.governmentId),
        eq(caseEvents.type, 'skipped'),
        visibleTo(viewer),
        before === null ? undefined : sql`${caseEvents.id} < ${before}`,
      ),
    )
    .orderBy(desc(caseEvents.id))
    .limit(limit)

type SkipRow = Awaited<ReturnType<typeof skipsBefore>>[number]

const toSkip = ({ event, code, agencyId }: SkipRow): Skip => ({
  caseId: event.caseId,
  caseCode: code,
  agencyId,
  by: event.actorName ?? '',
  reason: event.data.reason ?? '',
  at: event.at,
})

export const createQueueWork = (db: Database, clock: Clock): QueueWork => ({
  next: async (viewer, queue, decide) => {
    const now = clock.now()
    const given = await db.transaction(async (tx) => {
      const [row] = await mostUrgent(tx, viewer, queue, now)
      if (!row) return null
      const current = toCase(row)
      const decision = decide(current)
      if (decision.kind === 'refused') return { ...decision, current }
      return {
        kind: 'changed' as const,
        case: await applyChange(tx, viewer, current, decision, now),
      }
    })
    return given ?? { kind: 'empty', skipped: await countSkipped(db, viewer, queue, now) }
  },

  skips: async (viewer, { cursor, limit }) => {
    const before = cursor ? markerOf(cursor) : null
    if (cursor && before === null) return refuse('bad-cursor')
    const rows = await skipsBefore(db, viewer, before, limit + 1)
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    return {
      items: page.map(toSkip),
      next: last ? encodeMarker([String(last.event.id)]) : null,
    }
  },
})
