import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Ids } from '../ports/ids.ts'
import type { PostToRead, ReadingWork } from '../ports/reading.ts'
import type { Database } from './database.ts'
import { posts } from './schema/posts.ts'

const LEASE = sql`now() + interval '20 seconds'`
/** A job that was lost is made anew after this long; one that is merely slow is not doubled. */
const TOLD_LONG_AGO = sql`now() - interval '60 seconds'`
/** Starts that crashed before a person looks. */
const HOPELESS = 4

const idsOf = (rows: { id: string }[]): string[] => rows.map((row) => row.id)

/** A lease that ran out is a crash until `findSuspects` has made it one: nobody just takes it over. */
const unheld = isNull(posts.leaseUntil)
const untold = or(isNull(posts.queuedAt), lt(posts.queuedAt, TOLD_LONG_AGO))

export const toPost = (row: typeof posts.$inferSelect): PostToRead => ({
  id: row.id,
  governmentId: row.governmentId,
  platform: row.platform,
  text: row.text,
  authorId: row.authorId,
  authorHandle: row.authorHandle,
  url: row.url,
  context: row.context,
  postedAt: row.postedAt,
  receivedAt: row.receivedAt,
  sample: row.sample,
  history: row.history,
  partOf: row.partOf,
})

/** Readers that died in the middle leave a lease that ran out and an attempt that was counted. */
const findSuspects = (db: Database) =>
  db
    .update(posts)
    .set({
      stage: sql`case when ${posts.attempts} >= ${HOPELESS} then 'quarantined' else 'suspect' end`,
      because: sql`case when ${posts.attempts} >= ${HOPELESS}
        then array['Kiriman ini berulang kali menghentikan pembaca otomatis; perlu dilihat petugas.']
        else ${posts.because} end`,
      leaseToken: null,
      leaseUntil: null,
      queuedAt: null,
    })
    .where(
      and(
        inArray(posts.stage, ['received', 'suspect']),
        sql`${posts.attempts} > 0`,
        lt(posts.leaseUntil, sql`now()`),
      ),
    )

export const createReadingWork = (db: Database, ids: Ids): ReadingWork => {
  const tell = async (stage: 'received' | 'suspect', limit: number): Promise<string[]> => {
    const found = db
      .select({ id: posts.id })
      .from(posts)
      .where(and(eq(posts.stage, stage), unheld, untold))
      .orderBy(posts.id)
      .limit(limit)
      .for('update', { skipLocked: true })
    const rows = await db
      .update(posts)
      .set({ queuedAt: sql`now()` })
      .where(inArray(posts.id, found))
      .returning({ id: posts.id })
    // UUID version 7: sorting by id is sorting by time of arrival.
    return idsOf(rows).sort()
  }

  return {
    takeWaiting: (limit) => tell('received', limit),

    takeSuspects: async (limit) => {
      await findSuspects(db)
      return tell('suspect', limit)
    },

    lease: async (postIds) => {
      const token = ids.next()
      const rows = await db
        .update(posts)
        .set({ leaseToken: token, leaseUntil: LEASE, attempts: sql`${posts.attempts} + 1` })
        .where(
          and(inArray(posts.id, postIds), inArray(posts.stage, ['received', 'suspect']), unheld),
        )
        .returning()
      return { token, posts: rows.map(toPost).sort((a, b) => (a.id < b.id ? -1 : 1)) }
    },

    giveBack: async (token) => {
      await db
        .update(posts)
        .set({
          leaseToken: null,
          leaseUntil: null,
          queuedAt: null,
          attempts: sql`greatest(${posts.attempts} - 1, 0)`,
        })
        .where(and(eq(posts.leaseToken, token), inArray(posts.stage, ['received', 'suspect'])))
    },

    renew: async (token) => {
      await db.update(posts).set({ leaseUntil: LEASE }).where(eq(posts.leaseToken, token))
    },

    suspect: async (token, postIds) => {
      await db
        .update(posts)
        // Without its token, so that a later giveBack does not take the counted crash away.
        .set({ leaseToken: null, leaseUntil: sql`now() - interval '1 second'` })
        .where(and(eq(posts.leaseToken, token), inArray(posts.id, postIds)))
    },

    oldestWaiting: async () => {
      const { rows } = await db.execute<{ age: number | null }>(sql`
        select extract(epoch from now() - min(received_at))::float as age
        from posts where stage in ('received', 'suspect')`)
      return rows[0]?.age ?? null
    },
  }
}
