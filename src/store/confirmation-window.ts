import { and, desc, eq } from 'drizzle-orm'
import type { Queryable } from './database.ts'
import { clocks } from './schema/clocks.ts'

/** Until when the reporter of a resolved case may object; null where that time is over or never began. */
export const confirmationUntil = async (tx: Queryable, caseId: string): Promise<Date | null> => {
  const [row] = await tx
    .select({ dueAt: clocks.dueAt, state: clocks.state })
    .from(clocks)
    .where(and(eq(clocks.caseId, caseId), eq(clocks.clock, 'confirmation')))
    .orderBy(desc(clocks.leg))
    .limit(1)
  return row?.state === 'running' ? row.dueAt : null
}
