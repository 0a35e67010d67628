import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { DELETED_TEXT, retitled, titlesOf, withoutWords } from '../core/redaction.ts'
import type { Queryable } from './database.ts'
import { forgetAuthor } from './forget-author.ts'
import { forgetCopies, forgetHandle } from './forget-copies.ts'
import { forgetFindings, forgetInReplies } from './forget-words.ts'
import type { EventToWrite } from './insert-events.ts'
import { cases } from './schema/cases.ts'
import { attachments, posts } from './schema/posts.ts'
import { writeAudit } from './write-audit.ts'
import { writeEvents } from './write-event.ts'

type Row = typeof posts.$inferSelect
type Actor = EventToWrite['actor']

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** A reader may be at it: a post that was never read ends here. */
const endOf = ({ stage }: Row) =>
  stage === 'read'
    ? {}
    : { stage: 'read' as const, outcome: 'removed' as const, leaseToken: null, leaseUntil: null }

const strip = async (tx: Queryable, row: Row, now: Date): Promise<Buffer> => {
  const textHash = hashOf(row.text)
  await tx
    .update(posts)
    .set({ ...withoutWords(row), ...endOf(row), textHash, deletedAt: now })
    .where(eq(posts.id, row.id))
  // a screenshot shows the same words
  await tx.delete(attachments).where(eq(attachments.postId, row.id))
  await forgetInReplies(tx, row)
  return textHash
}

/** The words of the first citizen are the title of the case, and of one that was split from it. */
const retitle = async (tx: Queryable, row: Row): Promise<void> => {
  const said = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.governmentId, row.governmentId), inArray(cases.title, titlesOf(row))))
    .orderBy(asc(cases.id))
    .for('no key update')
  for (const about of said) {
    const [next] = await tx
      .select({ text: posts.text })
      .from(posts)
      .where(and(eq(posts.caseId, about.id), isNull(posts.deletedAt)))
      .orderBy(asc(posts.id))
      .limit(1)
    const title = retitled(about.title, row, next?.text ?? null)
    if (title === null) continue
    await tx.update(cases).set({ title }).where(eq(cases.id, about.id))
    await forgetFindings(tx, about.id, row)
    const where = { caseId: about.id, governmentId: about.governmentId }
    await forgetCopies(tx, where, [[about.title, title]])
  }
}

const tell = async (tx: Queryable, row: Row, textHash: Buffer, actor: Actor, now: Date) => {
  const { governmentId, caseId, platform, id: postId } = row
  const changed = {
    before: { sha256: textHash.toString('hex') },
    after: { deletedAt: now.toISOString() },
  }
  if (!caseId) {
    const line = { governmentId, at: now, actor, subject: `post:${postId}`, ...changed }
    return writeAudit(tx, [{ ...line, act: 'post.deleted' }])
  }
  const [about] = await tx
    .select({ agencyId: cases.agencyId })
    .from(cases)
    .where(eq(cases.id, caseId))
  const owner = { fromAgencyId: about?.agencyId ?? null, toAgencyId: about?.agencyId ?? null }
  const event = { governmentId, caseId, actor, at: now, ...owner, changed }
  await writeEvents(tx, [{ ...event, type: 'post-deleted', data: { postId, platform } }])
}

const forgetInCase = async (tx: Queryable, caseId: string, row: Row): Promise<void> => {
  const where = { caseId, governmentId: row.governmentId }
  await forgetAuthor(tx, caseId, row)
  await forgetFindings(tx, caseId, row)
  await forgetHandle(tx, where, row.authorHandle)
  await forgetCopies(tx, where, [
    [row.text, DELETED_TEXT],
    [row.url, null],
    [row.authorHandle, null],
  ])
}

/** A government that took the case over holds the same post as a row of its own. */
const copiesOf = async (tx: Queryable, { id, caseId, platform, externalId }: Row) => {
  if (!caseId) return []
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from posts
    where platform = ${platform} and external_id = ${externalId} and id <> ${id}
      and deleted_at is null and case_id in (
        select linked_id from case_links where case_id = ${caseId}
        union select case_id from case_links where linked_id = ${caseId})`)
  return rows.map((copy) => copy.id)
}

/**
 * Takes the words of a post, and of the parts that it was cut into, out of our stores, with who wrote
 * them. The case stays: its title, its search document and its keys are made of what is left.
 */
export const removePost = async (
  tx: Queryable,
  postId: string,
  actor: Actor,
  now: Date,
): Promise<boolean> => {
  const rows = await tx
    .select()
    .from(posts)
    .where(
      sql`(${posts.id} = ${postId} or ${posts.partOf} = ${postId}) and ${posts.deletedAt} is null`,
    )
    .orderBy(posts.id)
    .for('update')
  for (const row of rows) {
    // the case first, as everybody else who changes what belongs to it
    if (row.caseId)
      await tx.execute(sql`select from cases where id = ${row.caseId} for no key update`)
    const textHash = await strip(tx, row, now)
    if (row.caseId) await forgetInCase(tx, row.caseId, row)
    await retitle(tx, row)
    await tell(tx, row, textHash, actor, now)
    for (const copy of await copiesOf(tx, row)) await removePost(tx, copy, null, now)
  }
  return rows.length > 0
}
