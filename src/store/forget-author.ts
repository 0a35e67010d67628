import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { authorKeyOf } from '../core/author-key.ts'
import { DELETED_TEXT } from '../core/redaction.ts'
import type { Queryable } from './database.ts'
import { posts } from './schema/posts.ts'

type Row = typeof posts.$inferSelect

/** Who wrote it is nobody's business any more: in the case, and in the replies to that post. */
export const forgetAuthor = async (tx: Queryable, caseId: string, row: Row): Promise<void> => {
  const [known, nobody] = [authorKeyOf(row), `post:${row.id}`]
  await forgetReplies(tx, caseId, row, nobody)
  const others = await tx
    .select()
    .from(posts)
    .where(and(eq(posts.caseId, caseId), ne(posts.id, row.id), isNull(posts.deletedAt)))
  // they still speak in this case
  if (known === nobody || others.some((post) => authorKeyOf(post) === known)) return
  await tx.execute(sql`
    update case_authors set author_key = ${nobody}
    where case_id = ${caseId} and author_key = ${known}`)
}

/** What waits is not said any more; what was said keeps its own words, and names nobody. */
const forgetReplies = async (
  tx: Queryable,
  caseId: string,
  { id, authorHandle }: Row,
  nobody: string,
): Promise<void> => {
  const handle = `@${authorHandle?.replace(/^@/, '') ?? ''}`
  const speaks = sql`case_id = ${caseId} and post_id = ${id}
    and not exists (select from posts p where p.id = any(post_ids) and p.id <> ${id}
      and p.deleted_at is null)`
  await tx.execute(sql`
    update answer_targets set author_key = ${nobody}, author_handle = null, post_url = null,
      text = case when ${handle} = '@' then text else replace(text, ${handle}, ${DELETED_TEXT}) end,
      because = case when ${handle} = '@' then because
        else array_remove(because, 'menyapa ' || ${handle}) end
    where ${speaks}`)
  await tx.execute(sql`
    update answer_targets set state = 'skipped', next_at = null,
      because = array['Kiriman warga sudah dihapus.']
    where ${speaks} and state in ('held', 'queued', 'manual', 'failed') and lease_token is null`)
  await tx.execute(sql`
    update answer_targets set post_url = null where case_id = ${caseId} and post_id = ${id}`)
}
