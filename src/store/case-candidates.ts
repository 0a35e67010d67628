import { and, desc, eq, gte, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { CaseToJoin, PostThatWasRead } from '../ports.ts'
import { toCase } from './case-rows.ts'
import type { Queryable } from './database.ts'
import { caseBands, cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'

/** Cases looked at for one post, and posts of each that it is compared with. */
const CASES_AT_MOST = 24
const POSTS_EACH = 6

type CaseRow = typeof cases.$inferSelect
type PostRow = typeof posts.$inferSelect

const likely = (read: PostThatWasRead, like: { placeKey: string | null; since: Date }): SQL[] => {
  const { category } = read.reading
  const sameTopic = and(
    eq(cases.category, category),
    like.placeKey ? eq(cases.placeKey, like.placeKey) : isNull(cases.placeKey),
  )
  const { bands } = read.gatherable.fingerprint
  const sharesBand =
    bands.length > 0
      ? sql`${cases.id} in (select case_id from ${caseBands}
          where government_id = ${read.post.governmentId} and ${inArray(caseBands.band, bands)})`
      : sql`false`
  return [sharesBand, sameTopic ?? sql`false`]
}

const newestPostsOf = async (tx: Queryable, found: CaseRow[]): Promise<Map<string, PostRow[]>> => {
  const byCase = new Map<string, PostRow[]>()
  for (const { id } of found) {
    const rows = await tx
      .select()
      .from(posts)
      .where(eq(posts.caseId, id))
      .orderBy(desc(posts.id))
      .limit(POSTS_EACH)
    byCase.set(id, rows)
  }
  return byCase
}

const toCandidate = (row: CaseRow, members: PostRow[]): CaseToJoin => ({
  case: toCase(row),
  members: members.flatMap(({ gatherable }) => (gatherable ? [gatherable] : [])),
})

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
        or(...likely(read, like)),
      ),
    )
    .orderBy(desc(cases.lastPostAt), cases.id)
    .limit(CASES_AT_MOST)
  const members = await newestPostsOf(tx, found)
  return found.map((row) => toCandidate(row, members.get(row.id) ?? []))
}
