import { and, eq, lt, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { LedgerFacts } from '../core/silence.ts'
import type { Queryable } from './database.ts'
import { cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'

/** A moment at which something had happened; no end: whether it has happened. */
const before = (column: AnyPgColumn, end: Date | null) =>
  end
    ? sql<boolean>`coalesce(${column} < ${end.toISOString()}::timestamptz, false)`
    : sql<boolean>`${column} is not null`

/** What the rule of the ledger asks of a post, by post and case: now, or as it was at an end. */
export const factsAt = (end: Date | null) => ({
  stage: posts.stage,
  outcome: posts.outcome,
  answered: before(posts.answeredAt, end),
  repeats: sql<boolean>`${posts.sharedFrom} is not null`,
  deleted: before(posts.deletedAt, end),
  history: posts.history,
  caseState: cases.state,
  caseAnswered: before(cases.answeredAt, end),
  untriaged: sql<boolean>`${cases.id} is not null and ${cases.agencyId} is null`,
})

/** Posts that had come in by then. */
export const cameBy = (end: Date | null): SQL | undefined =>
  end ? lt(posts.receivedAt, end) : undefined

export type FactsRow = LedgerFacts & { n: number }

/**
 * Posts that stand alike, counted; parts of a post and the sample are no further posts. Read from the
 * index posts_counted alone: what is asked here stands in it, or the rows are read one by one.
 */
export const countedFacts = (
  tx: Queryable,
  only: { governmentId?: string; end?: Date } = {},
): Promise<(FactsRow & { governmentId: string })[]> =>
  tx
    .select({
      governmentId: posts.governmentId,
      ...factsAt(only.end ?? null),
      n: sql<number>`count(*)::int`,
    })
    .from(posts)
    .leftJoin(cases, eq(cases.id, posts.caseId))
    .where(
      and(
        sql`${posts.partOf} is null and not ${posts.sample}`,
        only.governmentId ? eq(posts.governmentId, only.governmentId) : undefined,
        cameBy(only.end ?? null),
      ),
    )
    .groupBy(sql`1, 2, 3, 4, 5, 6, 7, 8, 9, 10`)
