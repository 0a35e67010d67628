import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import { CLOCK_LABELS } from '../core/case-clock.ts'
import type { Escalation } from '../ports/background-work.ts'
import type { Ids } from '../ports/ids.ts'
import { channelsFor, type DeliveryLinks, namesOf, publicly } from './alert-rows.ts'
import { toCase } from './case-rows.ts'
import type { Database, Queryable } from './database.ts'
import { refreshClocks } from './run-clocks.ts'
import { deliveries } from './schema/alerts.ts'
import { cases } from './schema/cases.ts'
import { clocks, escalations } from './schema/clocks.ts'

const CASES_AT_ONCE = 200
const TOLD_AT_ONCE = 50

export const createEscalation = (db: Database, ids: Ids, links: DeliveryLinks): Escalation => ({
  climb: async (now) => {
    const past = justBefore(now)
    const waiting = or(clocks.stale, lte(clocks.nextRungAt, past))
    const found = await db
      .selectDistinct({ caseId: clocks.caseId })
      .from(clocks)
      .where(waiting)
      .limit(CASES_AT_ONCE)
    for (const { caseId } of found) await db.transaction((tx) => climbFor(tx, caseId, past))
    return found.length
  },

  tell: (now) =>
    db.transaction(async (tx) => {
      const rows = await tx
        .select({ escalation: escalations, case: cases })
        .from(escalations)
        .innerJoin(cases, eq(cases.id, escalations.caseId))
        .where(and(isNull(escalations.toldAt), lte(escalations.tellAt, now)))
        .orderBy(escalations.tellAt)
        .limit(TOLD_AT_ONCE)
        .for('update', { of: escalations, skipLocked: true })
      for (const row of rows) await tellOf(tx, ids, links, row, now)
      return rows.length
    }),
})

/** Whoever acts in the very moment of a rung comes before it: only what has passed is climbed. */
const justBefore = (now: Date): Date => new Date(now.getTime() - 1)

/** Somebody works on it: their own transaction climbs what is due, or the next look does. */
const climbFor = async (tx: Queryable, caseId: string, now: Date): Promise<void> => {
  const [row] = await tx
    .select()
    .from(cases)
    .where(eq(cases.id, caseId))
    .for('no key update', { skipLocked: true })
  if (row) await refreshClocks(tx, toCase(row), now)
}

interface Told {
  escalation: typeof escalations.$inferSelect
  case: typeof cases.$inferSelect
}

/**
 * Of the rungs of one clock that were found together only the highest is told: three messages at once
 * are read as none. An answered or ended case needs no message any more; its rung stays on record.
 */
const tellOf = async (
  tx: Queryable,
  ids: Ids,
  links: DeliveryLinks,
  { escalation, case: row }: Told,
  now: Date,
): Promise<void> => {
  await tx.update(escalations).set({ toldAt: now }).where(eq(escalations.id, escalation.id))
  const about = toCase(row)
  if (await isOutdone(tx, escalation)) return
  const to = await channelsFor(tx, about)
  if (to.length === 0) return
  const { id: escalationId, clock, rung } = escalation
  const message = {
    ...{ kind: 'escalation' as const, level: String(rung), clock },
    alertId: escalationId,
    ...(await namesOf(tx, about)),
    ...publicly(about, [`${CLOCK_LABELS[clock]}: ${rung} % waktu terpakai`]),
    raisedAt: escalation.moment.toISOString(),
    caseUrl: links.caseUrl(about.id),
    acknowledgeUrl: null,
  }
  const { governmentId } = about
  await tx
    .insert(deliveries)
    .values(
      to.map(({ id: channelId }) => ({
        ...{ id: ids.next(), governmentId, channelId, escalationId, message, nextAt: now },
      })),
    )
    .onConflictDoNothing()
}

const isOutdone = async (
  tx: Queryable,
  { caseId, clock, leg, rung, climbedAt }: Told['escalation'],
): Promise<boolean> => {
  const { rows } = await tx.execute<{ outdone: boolean }>(sql`
    select exists (select from escalations where case_id = ${caseId} and clock = ${clock}
      and leg = ${leg} and rung > ${rung} and climbed_at <= ${climbedAt})
    or exists (select from clocks where case_id = ${caseId} and clock = ${clock}
      and leg = ${leg} and state = 'stopped') as outdone`)
  return rows[0]?.outdone ?? false
}
