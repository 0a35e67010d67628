import { and, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import type { Alert, Alerts } from '../ports/alerts.ts'
import type { Clock } from '../ports/clock.ts'
import type { Database, Queryable } from './database.ts'
import { hashOf } from './ids.ts'
import { alerts } from './schema/alerts.ts'
import { cases } from './schema/cases.ts'
import { visibleTo } from './visible-to.ts'
import { writeEvents } from './write-event.ts'

type Row = { alert: typeof alerts.$inferSelect; case: typeof cases.$inferSelect }

const toAlert = ({ alert, case: about }: Row): Alert => ({
  id: alert.id,
  governmentId: alert.governmentId,
  caseId: alert.caseId,
  caseCode: about.code,
  kind: alert.kind,
  level: alert.level,
  agencyId: about.agencyId,
  title: about.title,
  because: alert.because,
  raisedAt: alert.raisedAt,
  acknowledged:
    alert.acknowledgedAt && alert.acknowledgedBy
      ? {
          by: alert.acknowledgedBy,
          at: alert.acknowledgedAt,
          via: alert.acknowledgedVia ?? 'console',
        }
      : null,
  sample: alert.sample,
})

const select = (db: Queryable, where: SQL | undefined) =>
  db
    .select({ alert: alerts, case: cases })
    .from(alerts)
    .innerJoin(cases, eq(cases.id, alerts.caseId))
    .where(where)

/** The first one to say "seen" is kept; saying it again changes nothing. */
const acknowledge = async (
  tx: Queryable,
  alert: typeof alerts.$inferSelect,
  by: { userId: string; name: string } | null,
  via: string,
  now: Date,
): Promise<void> => {
  if (alert.acknowledgedAt) return
  const set = { acknowledgedAt: now, acknowledgedBy: by?.name ?? via, acknowledgedVia: via }
  await tx.update(alerts).set(set).where(eq(alerts.id, alert.id))
  await writeEvents(tx, [
    {
      governmentId: alert.governmentId,
      caseId: alert.caseId,
      type: 'alert-acknowledged',
      actor: by,
      at: now,
      data: { alertId: alert.id, text: by ? '' : via },
    },
  ])
}

export const createAlerts = (db: Database, clock: Clock): Alerts => ({
  list: async (viewer, { open, limit }) => {
    const state = open ? isNull(alerts.acknowledgedAt) : isNotNull(alerts.acknowledgedAt)
    const rows = await select(db, and(visibleTo(viewer), state))
      .orderBy(desc(alerts.raisedAt))
      .limit(limit)
    return rows.map(toAlert)
  },

  acknowledge: (viewer, alertId, via) =>
    db.transaction(async (tx) => {
      const where = and(visibleTo(viewer), eq(alerts.id, alertId))
      const [row] = await select(tx, where).for('update', { of: alerts })
      if (!row) return refuse('not-found')
      await acknowledge(tx, row.alert, viewer, via, clock.now())
      const [after] = await select(tx, where)
      return { kind: 'acknowledged', alert: toAlert(after ?? row) }
    }),

  acknowledgeByToken: (token, via) =>
    db.transaction(async (tx) => {
      const where = eq(alerts.acknowledgeHash, hashOf(token))
      const [row] = await select(tx, where).for('update', { of: alerts })
      if (!row) return refuse('link-used-up')
      await acknowledge(tx, row.alert, null, via, clock.now())
      return { kind: 'acknowledged', caseCode: row.case.code }
    }),
})
