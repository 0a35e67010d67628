import { and, asc, eq, gt, gte, isNull } from 'drizzle-orm'
import type { PostToRead } from '../ports/reading.ts'
import type { Database } from './database.ts'
import { toPost } from './reading-work.ts'
import { posts } from './schema/posts.ts'

const AT_ONCE = 200
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

export async function* recentPosts(
  db: Database,
  governmentId: string,
  since: Date,
): AsyncGenerator<PostToRead[]> {
  let after = BEFORE_ALL
  for (;;) {
    const rows = await db
      .select()
      .from(posts)
      .where(
        and(
          eq(posts.governmentId, governmentId),
          eq(posts.stage, 'read'),
          eq(posts.sample, false),
          isNull(posts.deletedAt),
          gte(posts.receivedAt, since),
          gt(posts.id, after),
        ),
      )
      .orderBy(asc(posts.id))
      .limit(AT_ONCE)
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(toPost)
    after = last.id
  }
}
