import { and, desc, eq, ne } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { Queryable } from './database.ts'
import { clocks } from './schema/clocks.ts'

/** The answer that a case owes at this moment, as its clock runs; null where it owes none. */
export const owedBy = async (tx: Queryable, caseId: string) => {
  const { startedAt, countsFrom, target, dueAt } = clocks
  const [row] = await tx
    .select({ startedAt, countsFrom, target, dueAt })
    .from(clocks)
    .where(and(eq(clocks.caseId, caseId), eq(clocks.clock, 'answer'), ne(clocks.state, 'stopped')))
    .orderBy(desc(clocks.leg))
    .limit(1)
  return row ?? null
}

/** What `from` owes, where that is due before anything that `into` owes itself. */
export const owedFirst = async (tx: Queryable, into: Case, from: Case) => {
  const [own, other] = [await owedBy(tx, into.id), await owedBy(tx, from.id)]
  if (!other?.dueAt) return null
  return own?.dueAt && own.dueAt <= other.dueAt ? null : other
}
