import { and, desc, eq, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Gatherable } from '../core/gatherable.ts'
import type { CaseToJoin } from '../ports/gathering.ts'
import type { PostThatWasRead } from '../ports/reading.ts'
import { toCase } from './case-rows.ts'
import type { Queryable } from './database.ts'
import { caseBands, cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'

/** Cases looked at for one post, and posts of each that it is compared with. */
const CASES_AT_MOST = 24
const POSTS_EACH = 6

const likely = (read: PostThatWasRead, placeKey: string | null): SQL | undefined => {
  const { category } = read.reading
  const { fingerprint, thread } = read.gatherable
  const sharesBand =
    fingerprint.bands.length > 0
      ? sql`${cases.id} in (select case_id from ${caseBands}
          where government_id = ${read.post.governmentId}
            and ${inArray(caseBands.band, fingerprint.bands)})`
      : undefined
  const samePlace = placeKey ? eq(cases.placeKey, placeKey) : isNull(cases.placeKey)
  // Without a place only the thread can tell that two posts of one topic are one problem.
  const sameTopic = placeKey || thread ? and(eq(cases.category, category), samePlace) : undefined
  return or(sharesBand, sameTopic) ?? sql`false`
}

/** The newest posts of all found cases in one question. */
const membersOf = async (tx: Queryable, caseIds: string[]): Promise<Map<string, Gatherable[]>> => {
  const members = new Map<string, Gatherable[]>()
  if (caseIds.length === 0) return members
  const { rows } = await tx.execute<{ caseId: string; gatherable: Gatherable }>(sql`
    select found.id as "caseId", newest.gatherable
    from unnest(${sql.param(caseIds)}::uuid[]) as found (id)
    cross join lateral (
      select gatherable from ${posts}
      where case_id = found.id and gatherable is not null
      order by id desc limit ${POSTS_EACH}
    ) newest`)
  for (const { caseId, gatherable } of rows)
    members.set(caseId, [...(members.get(caseId) ?? []), gatherable])
  return members
}

/** Open cases that may be about the same problem; the rule in core decides. */
export const candidatesFor = async (
  tx: Queryable,
  read: PostThatWasRead,
  like: { placeKey: string | null; since: Date },
): Promise<CaseToJoin[]> => {
  const found = await tx
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.governmentId, read.post.governmentId),
        cases.isOpen,
        eq(cases.sample, read.post.sample),
        eq(cases.confidential, read.reading.confidential),
        gte(cases.lastPostAt, like.since),
        likely(read, like.placeKey),
      ),
    )
    .orderBy(desc(cases.lastPostAt), cases.id)
    .limit(CASES_AT_MOST)
  const members = await membersOf(
    tx,
    found.map(({ id }) => id),
  )
  return found.map((row) => ({ case: toCase(row), members: members.get(row.id) ?? [] }))
}
