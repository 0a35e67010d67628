import { and, desc, eq, gte, inArray, or, type SQL, sql } from 'drizzle-orm'
import { authorKeyOf } from '../core/author-key.ts'
import type { Case } from '../core/case.ts'
import type { CaseState } from '../core/case-state.ts'
import type { Gatherable } from '../core/gatherable.ts'
import { GROUPS_COMPARED, MEMBERS_COMPARED } from '../core/gathering-points.ts'
import type { Quoted } from '../core/quotation.ts'
import type { CaseToJoin, Likeness } from '../ports/gathering.ts'
import type { PostThatWasRead } from '../ports/reading.ts'
import { toCase } from './case-rows.ts'
import type { Queryable } from './database.ts'
import { caseAuthors, caseBands, cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'

/** While it can come back anybody's post opens it; afterwards only its own writer goes on from it. */
const closedForSilence = ({ post }: PostThatWasRead): SQL => sql`
  ${cases.state} in ('closed', 'archived') and exists (select from clocks
    where clocks.case_id = ${cases.id} and clock = 'reopening' and (clocks.state = 'running'
      or ${cases.state} = 'archived' and exists (select from case_authors a
        where a.case_id = ${cases.id} and a.author_key = ${authorKeyOf(post)})))`

/** A small suspicion may yield to the company of open posts; core decides (`gathering-rules.ts`). */
const asSecretAs = ({ reading, gatherable }: PostThatWasRead): SQL | undefined =>
  reading.confidential && gatherable.feared
    ? undefined
    : eq(cases.confidential, reading.confidential)

/**
 * Cases that share most keys with the post. A name that is in everybody's mouth has a thousand of
 * them; only those of the right time, kind and openness are counted.
 */
const sharing = (read: PostThatWasRead, like: Likeness): SQL => sql`
  select ${cases.id} as id
  from ${caseBands} join ${cases} on ${cases.id} = ${caseBands.caseId}
  where ${and(
    eq(caseBands.governmentId, read.post.governmentId),
    inArray(caseBands.band, like.keys),
    or(
      cases.isOpen,
      and(inArray(cases.state, SOLVED), gte(cases.endedAt, like.endedSince)),
      closedForSilence(read),
    ),
    eq(cases.sample, read.post.sample),
    asSecretAs(read),
    gte(cases.lastPostAt, like.since),
  )}
  group by ${cases.id}
  order by count(*) desc, max(${cases.lastPostAt}) desc, ${cases.id}
  limit ${GROUPS_COMPARED}`

/** Of the same writer and category, and closed for good because they kept silent: the newest. */
export const silentBefore = async (
  tx: Queryable,
  { post, reading }: PostThatWasRead,
): Promise<Pick<Case, 'id' | 'code'> | null> => {
  const [found] = await tx
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .innerJoin(caseAuthors, eq(caseAuthors.caseId, cases.id))
    .where(
      and(
        eq(caseAuthors.governmentId, post.governmentId),
        eq(caseAuthors.authorKey, authorKeyOf(post)),
        eq(cases.state, 'archived'),
        eq(cases.category, reading.category),
        eq(cases.sample, post.sample),
        eq(cases.confidential, reading.confidential),
        sql`exists (select from clocks where case_id = ${cases.id} and clock = 'reopening')`,
      ),
    )
    .orderBy(desc(cases.endedAt))
    .limit(1)
  return found ?? null
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
      where case_id = found.id and gatherable ? 'telling'
      order by id desc limit ${MEMBERS_COMPARED}
    ) newest`)
  for (const { caseId, gatherable } of rows)
    members.set(caseId, [...(members.get(caseId) ?? []), gatherable])
  return members
}

/** A dismissed case is no target: what was no service once opens a case of its own. */
const SOLVED: CaseState[] = ['resolved', 'closed']

/** By the unique key under which it would have come in. */
export const quotedBy = async (
  tx: Queryable,
  { post }: PostThatWasRead,
): Promise<Quoted | null> => {
  const id = post.context?.quotes?.id
  if (!id) return null
  const [found] = await tx
    .select({ case: cases, post: posts.gatherable })
    .from(posts)
    .innerJoin(cases, eq(cases.id, posts.caseId))
    .where(
      and(
        eq(posts.governmentId, post.governmentId),
        eq(posts.platform, post.platform),
        eq(posts.externalId, id),
        eq(posts.sample, post.sample),
      ),
    )
  return found?.post ? { case: toCase(found.case), post: found.post } : null
}

/** Cases that may be about the same problem; the rule in core decides. */
export const candidatesFor = async (
  tx: Queryable,
  read: PostThatWasRead,
  like: Likeness,
): Promise<CaseToJoin[]> => {
  if (like.keys.length === 0) return []
  const { rows } = await tx.execute<{ id: string }>(sharing(read, like))
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const found = await tx.select().from(cases).where(inArray(cases.id, ids))
  const members = await membersOf(tx, ids)
  const byId = new Map(found.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ case: toCase(row), members: members.get(id) ?? [] }] : []
  })
}
