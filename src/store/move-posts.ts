import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { authorKeyOf } from '../core/author-key.ts'
import type { Case } from '../core/case.ts'
import type { Shares, Side } from '../core/merge-rules.ts'
import type { Queryable } from './database.ts'
import { caseAuthors } from './schema/cases.ts'
import { posts } from './schema/posts.ts'

/** Takes posts to another case; each remembers where it was. */
export const movePosts = async (
  tx: Queryable,
  from: Case,
  to: Case,
  postIds?: string[],
): Promise<void> => {
  const ofCase = eq(posts.caseId, from.id)
  await tx
    .update(posts)
    .set({ caseId: to.id, cameFrom: sql`array_append(${posts.cameFrom}, ${from.id}::uuid)` })
    .where(postIds ? and(ofCase, inArray(posts.id, postIds)) : ofCase)
}

const cameLastFrom = ({ id }: Case) =>
  sql`${posts.cameFrom}[array_length(${posts.cameFrom}, 1)] = ${id}::uuid`

/** Posts that a case has from another one already, before that one goes into it as a whole. */
export const postsFrom = async (tx: Queryable, here: Case, from: Case): Promise<string[]> => {
  const rows = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.caseId, here.id), cameLastFrom(from)))
  return rows.map(({ id }) => id)
}

/** Those that came from there last, but not what was here before. */
const broughtBy = (there: Case, stay: string[]) =>
  and(cameLastFrom(there), stay.length > 0 ? notInArray(posts.id, stay) : undefined)

/** How the posts of `here` would part if what came from there went back. */
export const sharesOf = async (
  tx: Queryable,
  here: Case,
  there: Case,
  stay: string[] = [],
): Promise<Shares> => {
  const brought = sql<number>`(count(*) filter (where ${broughtBy(there, stay)}))::int`
  const [row] = await tx
    .select({ brought, all: sql<number>`count(*)::int` })
    .from(posts)
    .where(eq(posts.caseId, here.id))
  return { brought: row?.brought ?? 0, others: (row?.all ?? 0) - (row?.brought ?? 0) }
}

export const returnPosts = async (
  tx: Queryable,
  from: Case,
  to: Case,
  stay: string[] = [],
): Promise<void> => {
  await tx
    .update(posts)
    .set({ caseId: to.id, cameFrom: sql`trim_array(${posts.cameFrom}, 1)` })
    .where(and(eq(posts.caseId, from.id), broughtBy(to, stay)))
}

/** Counts, authors and dates of a case by its posts as they are now. */
export const recount = async (tx: Queryable, { id, governmentId }: Case) => {
  const found = await tx
    .select({
      id: posts.id,
      platform: posts.platform,
      authorId: posts.authorId,
      authorHandle: posts.authorHandle,
      partOf: posts.partOf,
      at: sql<Date>`coalesce(${posts.postedAt}, ${posts.receivedAt})`.mapWith(posts.receivedAt),
      sharedFrom: posts.sharedFrom,
    })
    .from(posts)
    .where(eq(posts.caseId, id))
  const own = found.filter(({ sharedFrom }) => sharedFrom === null)
  const authors = [...new Set(own.map(authorKeyOf))]
  await tx.delete(caseAuthors).where(eq(caseAuthors.caseId, id))
  for (let at = 0; at < authors.length; at += ROWS_AT_ONCE) {
    const some = authors.slice(at, at + ROWS_AT_ONCE)
    const rows = some.map((authorKey) => ({ caseId: id, governmentId, authorKey }))
    await tx.insert(caseAuthors).values(rows)
  }
  const moments = found.map(({ at }) => at.getTime())
  return {
    postCount: found.length,
    authorCount: authors.length,
    ...(moments.length > 0 && {
      firstPostAt: new Date(moments.reduce((least, at) => Math.min(least, at))),
      lastPostAt: new Date(moments.reduce((most, at) => Math.max(most, at))),
    }),
  }
}

const ROWS_AT_ONCE = 5000

/** How the writers of these posts stand: of one case, or of some of its posts. */
export const sideOf = async (tx: Queryable, caseId: string, postIds?: string[]): Promise<Side> => {
  const ofCase = eq(posts.caseId, caseId)
  const [row] = await tx
    .select({
      posts: sql<number>`count(*)::int`,
      unanswered: sql<number>`(count(*) filter (where ${posts.answeredAt} is null))::int`,
      lastAnsweredAt: sql<Date | null>`max(${posts.answeredAt})`.mapWith(posts.answeredAt),
      waitsSince: sql<Date | null>`min(${posts.receivedAt})
        filter (where ${posts.answeredAt} is null)`.mapWith(posts.receivedAt),
    })
    .from(posts)
    .where(postIds ? and(ofCase, inArray(posts.id, postIds)) : ofCase)
  return row ?? { posts: 0, unanswered: 0, lastAnsweredAt: null, waitsSince: null }
}

/** Whoever wrote before the answer was given has been answered; it is theirs, wherever they move. */
export const answerPosts = (tx: Queryable, caseId: string, at: Date) =>
  tx
    .update(posts)
    .set({ answeredAt: at })
    .where(and(eq(posts.caseId, caseId), sql`${posts.answeredAt} is null`))

/** Keys by which later posts find the case that took the other one in. */
export const lendBands = (tx: Queryable, from: Case, to: Case) =>
  tx.execute(sql`
    insert into case_bands (government_id, band, case_id)
    select government_id, band, ${to.id}::uuid from case_bands where case_id = ${from.id}
    on conflict do nothing`)
