import { and, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { Clock } from '../ports/clock.ts'
import type { EscalationOfCase, Escalations } from '../ports/escalations.ts'
import type { Database, Queryable } from './database.ts'
import { cases } from './schema/cases.ts'
import { escalations } from './schema/clocks.ts'
import { visibleTo } from './visible-to.ts'
import { writeEvents } from './write-event.ts'

type Row = { escalation: typeof escalations.$inferSelect; case: typeof cases.$inferSelect }

const toEscalation = ({ escalation: it, case: about }: Row): EscalationOfCase => ({
  ...{ id: it.id, caseId: it.caseId, caseCode: about.code, title: about.title },
  ...{ urgency: about.urgency, clock: it.clock, leg: it.leg, rung: it.rung },
  ...{ agencyId: it.agencyId, moment: it.moment },
  acknowledged: it.acknowledgedAt && {
    by: it.acknowledgedName ?? '',
    at: it.acknowledgedAt,
    reason: it.reason ?? '',
  },
})

const select = (db: Queryable, where: SQL | undefined) =>
  db
    .select({ escalation: escalations, case: cases })
    .from(escalations)
    .innerJoin(cases, eq(cases.id, escalations.caseId))
    .where(where)

export const createEscalations = (db: Database, clock: Clock): Escalations => ({
  list: async (viewer, { open, limit }) => {
    const state = open ? isNull(escalations.acknowledgedAt) : isNotNull(escalations.acknowledgedAt)
    const rows = await select(db, and(visibleTo(viewer), state))
      .orderBy(desc(escalations.climbedAt), desc(escalations.id))
      .limit(limit)
    return rows.map(toEscalation)
  },

  acknowledge: (viewer, escalationId, reason, may) =>
    db.transaction(async (tx) => {
      const where = and(visibleTo(viewer), eq(escalations.id, escalationId))
      const [row] = await select(tx, where).for('update', { of: escalations })
      if (!row) return refuse('not-found')
      // who holds the case now answers for it, whoever held it when the clock ran
      if (!may({ rung: row.escalation.rung, agencyId: row.case.agencyId }))
        return refuse('no-right')
      if (!row.escalation.acknowledgedAt)
        await acknowledge(tx, row, { viewer, reason, now: clock.now() })
      const [after] = await select(tx, where)
      return { kind: 'acknowledged', escalation: toEscalation(after ?? row) }
    }),
})

const acknowledge = async (
  tx: Queryable,
  { escalation: { id, clock, leg, rung }, case: about }: Row,
  { viewer, reason, now }: { viewer: Viewer; reason: string; now: Date },
): Promise<void> => {
  const by = { acknowledgedBy: viewer.userId, acknowledgedName: viewer.name, acknowledgedAt: now }
  await tx
    .update(escalations)
    .set({ ...by, reason })
    .where(eq(escalations.id, id))
  await writeEvents(tx, [
    {
      governmentId: about.governmentId,
      caseId: about.id,
      type: 'escalation-acknowledged',
      actor: viewer,
      at: now,
      fromAgencyId: about.agencyId,
      toAgencyId: about.agencyId,
      data: { clock, leg, rung, reason },
    },
  ])
}
