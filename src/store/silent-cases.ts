import { and, asc, eq, gte, isNull, or, type SQL, sql } from 'drizzle-orm'
import { ledgerOutcomeOf, silenceReasonOf } from '../core/silence.ts'
import type { SilentCase } from '../ports/ledger.ts'
import type { Queryable } from './database.ts'
import { cameBy, factsAt } from './ledger-facts.ts'
import { cases } from './schema/cases.ts'
import { silenceDays } from './schema/ledger.ts'
import { posts } from './schema/posts.ts'

/** Authors are told apart as `authorKeyOf` in core does. */
const AUTHOR = sql`coalesce(${posts.authorId}, lower(${posts.authorHandle}),
  coalesce(${posts.partOf}, ${posts.id})::text)`
const WROTE_AT = sql<Date>`min(coalesce(${posts.postedAt}, ${posts.receivedAt}))`

const notAnswered = (end: Date | null): SQL | undefined =>
  end ? or(isNull(posts.answeredAt), gte(posts.answeredAt, end)) : isNull(posts.answeredAt)

/** Posts without an answer; the rule in core says which of them are silent. */
const unanswered = (tx: Queryable, where: SQL | undefined, end: Date | null) =>
  tx
    .select({
      ...factsAt(end),
      caseId: cases.id,
      code: cases.code,
      title: cases.title,
      agencyId: cases.agencyId,
      posts: sql<number>`count(*)::int`,
      authors: sql<number>`count(distinct ${AUTHOR})::int`,
      since: WROTE_AT.mapWith(posts.receivedAt),
    })
    .from(posts)
    .innerJoin(cases, eq(cases.id, posts.caseId))
    .where(
      and(where, notAnswered(end), cameBy(end), eq(posts.sample, false), eq(posts.history, false)),
    )
    .groupBy(sql`1, 2, 3, 4, 5, 6, 7, 8, 9, 10`)
    .orderBy(asc(WROTE_AT))

/** What is silent now, or was at an end: case by case, the longest silence first. */
export const silentNow = async (
  tx: Queryable,
  where: SQL | undefined,
  end: Date | null = null,
): Promise<SilentCase[]> => {
  const found = new Map<string, SilentCase>()
  for (const row of await unanswered(tx, where, end)) {
    if (ledgerOutcomeOf(row) !== 'silent') continue
    const { caseId, code, title, agencyId, posts: n, authors, since } = row
    const known = found.get(caseId)
    if (known) Object.assign(known, { posts: known.posts + n, authors: known.authors + authors })
    else
      found.set(caseId, {
        caseId,
        code,
        title,
        agencyId,
        posts: n,
        authors,
        since,
        why: silenceReasonOf(row),
      })
  }
  return [...found.values()]
}

/** What was silent at the end of a day that was kept. */
export const silentOn = (
  tx: Queryable,
  governmentId: string,
  day: string,
  where: SQL | undefined,
): Promise<SilentCase[]> =>
  tx
    .select({
      caseId: cases.id,
      code: cases.code,
      title: cases.title,
      agencyId: silenceDays.agencyId,
      posts: silenceDays.posts,
      authors: silenceDays.authors,
      since: silenceDays.since,
      why: silenceDays.why,
    })
    .from(silenceDays)
    .innerJoin(cases, eq(cases.id, silenceDays.caseId))
    .where(and(eq(silenceDays.governmentId, governmentId), eq(silenceDays.day, day), where))
    .orderBy(asc(silenceDays.since), asc(cases.id))
