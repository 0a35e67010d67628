import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Escalation } from '../ports/background-work.ts'
import type { Database } from './database.ts'
import { cases } from './schema/cases.ts'
import { writeEvents } from './write-event.ts'

const AT_ONCE = 200

/** Cases whose first answer is late, each marked once. Imported history and samples are not. */
const late = (now: Date) =>
  and(
    cases.isOpen,
    lt(cases.dueAt, now),
    isNull(cases.escalatedAt),
    eq(cases.history, false),
    eq(cases.sample, false),
  )

export const createEscalation = (db: Database): Escalation => ({
  escalateLate: (now) =>
    db.transaction(async (tx) => {
      const found = tx
        .select({ id: cases.id })
        .from(cases)
        .where(late(now))
        .limit(AT_ONCE)
        .for('update', { skipLocked: true })
      const rows = await tx
        .update(cases)
        .set({ escalatedAt: now })
        .where(inArray(cases.id, found))
        .returning({ id: cases.id, governmentId: cases.governmentId, agencyId: cases.agencyId })
      await writeEvents(
        tx,
        rows.map((row) => ({
          governmentId: row.governmentId,
          caseId: row.id,
          type: 'escalated' as const,
          actor: null,
          at: now,
          toAgencyId: row.agencyId,
          fromAgencyId: row.agencyId,
        })),
      )
      return rows.length
    }),
})
