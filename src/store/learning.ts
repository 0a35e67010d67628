import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { PostContext } from '../core/reading.ts'
import type { CorrectedCase, Learning } from '../ports/learning.ts'
import type { Connection, Database } from './database.ts'
import { recentPosts } from './recent-posts.ts'
import { routedCases } from './routed-cases.ts'
import { corrections } from './schema/learning.ts'
import { posts } from './schema/posts.ts'

/** A case that went viral must not outvote all others. */
const POSTS_OF_A_CASE = 20
const POSTS_AT_ONCE = 1000

type Row = typeof corrections.$inferSelect

export const createLearning = ({ db, pool }: Connection): Learning => ({
  corrected: async (governmentId) => {
    const rows = await db
      .select()
      .from(corrections)
      .where(and(eq(corrections.governmentId, governmentId), isNull(corrections.withdrawnAt)))
      .orderBy(asc(corrections.at), asc(corrections.id))
    return withPosts(db, governmentId, byCase(rows))
  },

  routed: (governmentId, since) => routedCases(db, governmentId, since),

  recent: (governmentId, since) => recentPosts(db, governmentId, since),

  untaught: async (base) => {
    const { rows } = await db.execute<{ id: string }>(sql`
      select c.government_id as id from corrections c
      left join (select government_id, max(made_at) as at from reader_models
          where base = ${base} group by 1) m
        on m.government_id = c.government_id
      where case when m.at is null then c.withdrawn_at is null
        else greatest(c.at, c.withdrawn_at) > m.at end
      group by 1 order by 1`)
    return rows.map(({ id }) => id)
  },

  alone: async (governmentId, work) => {
    const holder = await pool.connect()
    const key = ['training', governmentId]
    try {
      const { rows } = await holder.query<{ got: boolean }>(
        'select pg_try_advisory_lock(hashtext($1), hashtext($2)) as got',
        key,
      )
      if (!rows[0]?.got) return { kind: 'busy' }
      try {
        return { kind: 'done', value: await work() }
      } finally {
        await holder.query('select pg_advisory_unlock(hashtext($1), hashtext($2))', key)
      }
    } finally {
      holder.release()
    }
  },
})

const byCase = (rows: Row[]): Map<string, Row[]> => {
  const found = new Map<string, Row[]>()
  for (const row of rows) found.set(row.caseId, [...(found.get(row.caseId) ?? []), row])
  return found
}

const withPosts = async (
  db: Database,
  governmentId: string,
  corrected: Map<string, Row[]>,
): Promise<CorrectedCase[]> => {
  const idsOf = (rows: Row[]) =>
    [...new Set(rows.flatMap(({ postIds }) => postIds))].slice(0, POSTS_OF_A_CASE)
  const texts = await textsOf(db, governmentId, [...corrected.values()].flatMap(idsOf))
  return [...corrected].map(([caseId, rows]) => ({
    caseId,
    corrections: rows.map(({ act, before, after, reason }) => ({ act, before, after, reason })),
    posts: idsOf(rows).flatMap((id) => texts.get(id) ?? []),
  }))
}

const textsOf = async (db: Database, governmentId: string, ids: string[]) => {
  const found = new Map<string, CorrectedCase['posts'][number]>()
  for (let at = 0; at < ids.length; at += POSTS_AT_ONCE) {
    const rows = await db
      .select({ id: posts.id, text: posts.text, context: posts.context })
      .from(posts)
      .where(
        and(
          eq(posts.governmentId, governmentId),
          eq(posts.sample, false),
          isNull(posts.deletedAt),
          inArray(posts.id, ids.slice(at, at + POSTS_AT_ONCE)),
        ),
      )
    for (const row of rows) found.set(row.id, { ...row, context: unjudged(row.context) })
  }
  return found
}

/** Read with the officer's word beside it, a post would be right by any model. */
const unjudged = (context: PostContext | null): PostContext | null => {
  if (!context?.judged) return context
  const { judged: _said, ...rest } = context
  return rest
}
