import { createHash } from 'node:crypto'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { retitled, withoutWords } from '../core/redaction.ts'
import type { Queryable } from './database.ts'
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
  await tx.execute(sql`
    update posts set context = context #- '{quotes,text}'
    where government_id = ${row.governmentId} and platform = ${row.platform}
      and context -> 'quotes' ->> 'id' = ${row.externalId}`)
  return textHash
}

/** The words of the first citizen are the title of the case, wherever it was copied to. */
const retitle = async (tx: Queryable, caseId: string, row: Row): Promise<void> => {
  const [about] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('no key update')
  const [next] = await tx
    .select({ text: posts.text })
    .from(posts)
    .where(and(eq(posts.caseId, caseId), isNull(posts.deletedAt)))
    .orderBy(asc(posts.id))
    .limit(1)
  const title = about ? retitled(about.title, row, next?.text ?? null) : null
  if (!about || title === null) return
  await tx.update(cases).set({ title }).where(eq(cases.id, caseId))
  const [old, fresh] = [about.title, title].map((text) => JSON.stringify(text))
  await tx.execute(sql`
    update deliveries set message = replace(message::text, ${old}, ${fresh})::jsonb
    where alert_id in (select id from alerts where case_id = ${caseId})`)
  await tx.execute(sql`
    update idempotency_keys set body = replace(body::text, ${old}, ${fresh})::jsonb
    where government_id = ${about.governmentId} and body::text like ${`%${caseId}%`}`)
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

/** Takes the words of a post, and of the parts that it was cut into, out of our stores. */
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
    const textHash = await strip(tx, row, now)
    if (row.caseId) await retitle(tx, row.caseId, row)
    await tell(tx, row, textHash, actor, now)
  }
  return rows.length > 0
}
