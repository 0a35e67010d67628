import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { gatherKeys } from '../core/gather-keys.ts'
import type { Gatherable } from '../core/gatherable.ts'
import { DELETED_TEXT } from '../core/redaction.ts'
import type { Queryable } from './database.ts'
import { caseBands } from './schema/cases.ts'
import { posts } from './schema/posts.ts'

type Row = typeof posts.$inferSelect

/**
 * What a case is found by, at once: its search document, words of it that no other case of the
 * government says, and the names and rare words by which gathering finds it. The index is made anew
 * from what is left a second later; whoever digests just now is waited for, else they would write
 * the old words again.
 */
export const forgetFindings = async (
  tx: Queryable,
  caseId: string,
  { id, governmentId, gatherable }: Row,
): Promise<void> => {
  await forgetBands(tx, caseId, id, gatherable)
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('search'), 0)`)
  await tx.execute(sql`
    with gone as (
      delete from case_texts where case_id = ${caseId} returning tsvector_to_array(words) as lexemes
    )
    delete from search_words known using gone, unnest(gone.lexemes) as said(lexeme)
    where known.government_id = ${governmentId} and known.word = said.lexeme
      and not exists (
        select from case_texts other where other.government_id = ${governmentId}
          and other.case_id <> ${caseId}
          and other.words @@ (quote_literal(said.lexeme)::tsquery))`)
}

/** Fingerprints are hashes and stay, names and rare words go with the last post that said them. */
const forgetBands = async (
  tx: Queryable,
  caseId: string,
  postId: string,
  gatherable: Gatherable | null,
): Promise<void> => {
  if (!gatherable) return
  const left = await tx
    .select({ gatherable: posts.gatherable })
    .from(posts)
    .where(and(eq(posts.caseId, caseId), ne(posts.id, postId), isNull(posts.deletedAt)))
  const kept = new Set([
    ...gatherable.fingerprint.bands,
    ...left.flatMap((one) => (one.gatherable ? gatherKeys(one.gatherable) : [])),
  ])
  const gone = gatherKeys(gatherable).filter((band) => !kept.has(band))
  if (gone.length > 0)
    await tx
      .delete(caseBands)
      .where(and(eq(caseBands.caseId, caseId), inArray(caseBands.band, gone)))
}

/** As much of a post as a platform shows above the comments on it. */
const SHOWN = 500
/** Shorter words are everybody's. */
const FEWEST_LETTERS = 12

/** Posts under this one, or that repeat it by the platform's own reference, carry its words too. */
export const forgetInReplies = async (tx: Queryable, row: Row): Promise<void> => {
  const shown = row.text.slice(0, SHOWN)
  await tx.execute(sql`
    update posts set context = context #- '{quotes,text}' #- '{quotes,author}',
      shared_from = case when shared_from is null then null else 'kiriman lain' end
    where government_id = ${row.governmentId} and platform = ${row.platform}
      and context -> 'quotes' ->> 'id' = ${row.externalId}`)
  if (shown.length < FEWEST_LETTERS) return
  const under = await tx
    .select()
    .from(posts)
    .where(
      sql`${posts.governmentId} = ${row.governmentId} and ${posts.platform} = ${row.platform}
        and position(${shown} in ${posts.context} ->> 'parentText') > 0`,
    )
  for (const reply of under) await forgetParent(tx, reply, shown)
}

const forgetParent = async (tx: Queryable, reply: Row, shown: string): Promise<void> => {
  const parentText = reply.context?.parentText?.replaceAll(shown, DELETED_TEXT) ?? ''
  const thread = reply.gatherable?.thread ?? null
  const other = thread?.replaceAll(shown, `${DELETED_TEXT} ${reply.id}`) ?? null
  await tx
    .update(posts)
    .set({
      context: { ...reply.context, parentText },
      gatherable: reply.gatherable && { ...reply.gatherable, thread: other },
    })
    .where(eq(posts.id, reply.id))
  if (!thread || !reply.caseId) return
  const keyOf = (text: string | null) => `${reply.platform}:di bawah:${text?.slice(0, 200)}`
  await tx.execute(sql`
    update answer_targets set thread_key = ${keyOf(other)}
    where case_id = ${reply.caseId} and thread_key = ${keyOf(thread)}`)
  await forgetBands(tx, reply.caseId, reply.id, reply.gatherable)
}
