import { eq, sql } from 'drizzle-orm'
import { partPostsOf } from '../core/part-posts.ts'
import type { Ids } from '../ports/ids.ts'
import type { PostThatWasRead } from '../ports/reading.ts'
import type { Queryable } from './database.ts'
import { POSTS_CHANNEL } from './receive-posts.ts'
import { posts } from './schema/posts.ts'

/** Lays the further complaints of a post beside it: they wait to be read like any post that came in. */
export const insertParts = async (
  tx: Queryable,
  ids: Ids,
  { post, reading }: PostThatWasRead,
): Promise<void> => {
  const [origin] = await tx.select().from(posts).where(eq(posts.id, post.id))
  if (!origin) return
  const rows = partPostsOf(origin, reading).map((part) => ({
    id: ids.next(),
    governmentId: origin.governmentId,
    sourceId: origin.sourceId,
    platform: origin.platform,
    externalId: part.externalId,
    url: part.keepsAuthor ? origin.url : null,
    authorId: part.keepsAuthor ? origin.authorId : null,
    authorHandle: part.keepsAuthor ? origin.authorHandle : null,
    text: part.text,
    context: { part: part.context },
    language: origin.language,
    postedAt: origin.postedAt,
    receivedAt: origin.receivedAt,
    sample: origin.sample,
    history: origin.history,
    partOf: origin.id,
  }))
  if (rows.length === 0) return
  await tx.insert(posts).values(rows).onConflictDoNothing()
  await tx.execute(sql`select pg_notify(${POSTS_CHANNEL}, '')`)
}
