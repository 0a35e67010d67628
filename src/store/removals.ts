import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { DueLook, Removals } from '../ports/removals.ts'
import type { Database, Queryable } from './database.ts'
import { removePost } from './remove-post.ts'
import { posts } from './schema/posts.ts'
import { sources } from './schema/sources.ts'
import type { SecretBox } from './secret-box.ts'
import { visiblePosts } from './visible-posts.ts'

/** A platform is asked for a post a few times a day. */
const LOOK_AGAIN = sql`interval '6 hours'`
/** What an hour brought back was a fault of the platform. */
const BELIEVED = sql`interval '1 hour'`

/** The source whose posts wait longest to be asked for. */
const dueSource = async (tx: Queryable, connectors: string[], now: Date) => {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select s.id from sources s
    join posts p on p.source_id = s.id and p.case_id is not null and p.deleted_at is null
    join cases c on c.id = p.case_id and c.is_open
    where s.enabled and s.connector = any(${sql.param(connectors)}::text[])
      and coalesce(p.looked_at, p.received_at) < ${now}::timestamptz - ${LOOK_AGAIN}
    order by coalesce(p.looked_at, p.received_at) limit 1`)
  return rows[0]?.id ?? null
}

const duePosts = async (tx: Queryable, sourceId: string, limit: number, now: Date) => {
  const { rows } = await tx.execute<{ id: string; externalId: string }>(sql`
    update posts set looked_at = ${now} where id in (
      select p.id from posts p join cases c on c.id = p.case_id and c.is_open
      where p.source_id = ${sourceId} and p.deleted_at is null and p.part_of is null
        and coalesce(p.looked_at, p.received_at) < ${now}::timestamptz - ${LOOK_AGAIN}
      order by coalesce(p.looked_at, p.received_at) limit ${limit} for update of p skip locked)
    returning id, external_id as "externalId"`)
  return rows
}

const takeDue = async (
  tx: Queryable,
  box: SecretBox,
  wish: { connectors: string[]; limit: number; now: Date },
): Promise<DueLook | null> => {
  const id = await dueSource(tx, wish.connectors, wish.now)
  const [row] = id ? await tx.select().from(sources).where(eq(sources.id, id)) : []
  if (!row) return null
  const { governmentId, connector, settings } = row
  const found = await duePosts(tx, row.id, wish.limit, wish.now)
  const source = { id: row.id, governmentId, connector, settings }
  return { source, secrets: box.open(row.secrets, row.id), posts: found }
}

export const createRemovals = (db: Database, clock: Clock, box: SecretBox): Removals => ({
  byOfficer: (viewer, postId) =>
    db.transaction(async (tx) => {
      const [row] = await tx
        .select({ id: posts.id })
        .from(posts)
        .where(and(eq(posts.id, postId), visiblePosts(viewer)))
      const removed = row && (await removePost(tx, row.id, viewer, clock.now()))
      return removed ? { kind: 'removed' } : refuse('not-found')
    }),

  byName: async (governmentId, names) => {
    let removed = 0
    for (const { platform, externalId } of names)
      await db.transaction(async (tx) => {
        const [row] = await tx
          .select({ id: posts.id })
          .from(posts)
          .where(
            and(
              eq(posts.governmentId, governmentId),
              eq(posts.platform, platform),
              eq(posts.externalId, externalId),
            ),
          )
        if (row && (await removePost(tx, row.id, null, clock.now()))) removed += 1
      })
    return removed
  },

  takeDue: (connectors, limit) =>
    db.transaction((tx) => takeDue(tx, box, { connectors, limit, now: clock.now() })),

  missing: async (postIds) => {
    const now = clock.now()
    const again = await db
      .select({ id: posts.id })
      .from(posts)
      .where(
        and(inArray(posts.id, postIds), sql`${posts.missedAt} < ${now}::timestamptz - ${BELIEVED}`),
      )
    for (const { id } of again) await db.transaction((tx) => removePost(tx, id, null, now))
    await db
      .update(posts)
      .set({ missedAt: now })
      .where(and(inArray(posts.id, postIds), isNull(posts.missedAt)))
  },
})
