import { eq, type SQL, sql } from 'drizzle-orm'
import type { LedgerFacts } from '../core/silence.ts'
import type { Queryable } from './database.ts'
import { cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'

/** What the rule of the ledger asks of a post, by post and case. */
export const FACTS = {
  stage: posts.stage,
  outcome: posts.outcome,
  answered: sql<boolean>`${posts.answeredAt} is not null`,
  repeats: sql<boolean>`${posts.sharedFrom} is not null`,
  deleted: sql<boolean>`${posts.deletedAt} is not null`,
  history: posts.history,
  caseState: cases.state,
  caseAnswered: sql<boolean>`${cases.answeredAt} is not null`,
  untriaged: sql<boolean>`${cases.id} is not null and ${cases.agencyId} is null`,
}

export type FactsRow = LedgerFacts & { n: number }

/** Posts that stand alike, counted; parts of a post and the sample are no further posts. */
export const countedFacts = (
  tx: Queryable,
  where: SQL | undefined = undefined,
): Promise<(FactsRow & { governmentId: string })[]> =>
  tx
    .select({ governmentId: posts.governmentId, ...FACTS, n: sql<number>`count(*)::int` })
    .from(posts)
    .leftJoin(cases, eq(cases.id, posts.caseId))
    .where(sql`${posts.partOf} is null and not ${posts.sample} and ${where ?? sql`true`}`)
    .groupBy(sql`1, 2, 3, 4, 5, 6, 7, 8, 9, 10`)
