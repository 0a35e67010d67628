import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import type { RoutedCase } from '../core/routing-report.ts'
import type { Database } from './database.ts'
import { cases } from './schema/cases.ts'
import { corrections } from './schema/learning.ts'

/** Imported history was routed by nobody's clock. */
export const routedCases = async (
  db: Database,
  governmentId: string,
  since: Date,
): Promise<RoutedCase[]> => {
  const rows = await db
    .select({
      row: corrections,
      openedAt: cases.openedAt,
      firstPostAt: cases.firstPostAt,
      confidential: cases.confidential,
    })
    .from(corrections)
    .innerJoin(cases, eq(cases.id, corrections.caseId))
    .where(
      and(
        eq(corrections.governmentId, governmentId),
        isNull(corrections.withdrawnAt),
        eq(cases.history, false),
        gte(cases.openedAt, since),
      ),
    )
    .orderBy(asc(corrections.at), asc(corrections.id))
  const routed = new Map<string, RoutedCase>()
  for (const { row, ...about } of rows) {
    const known = routed.get(row.caseId) ?? { ...about, corrections: [] }
    known.corrections.push(row)
    routed.set(row.caseId, known)
  }
  return [...routed.values()]
}
