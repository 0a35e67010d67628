import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { IncomingPost } from '../core/post.ts'
import { storableText } from '../core/storable-text.ts'
import { textHash } from '../core/text-hash.ts'
import type { Ids } from '../ports/ids.ts'
import type { ReceiveOptions, ReceiveResult } from '../ports/posts.ts'
import { acting } from './acting.ts'
import { countArrivals } from './arrivals.ts'
import type { Queryable } from './database.ts'
import { isUuid } from './keyset.ts'
import { attachments, posts, quarantinedRows } from './schema/posts.ts'
import { writeAudit } from './write-audit.ts'

export const POSTS_CHANNEL = 'tanggap_posts'
const ID_LENGTH = 500
const URL_LENGTH = 2000

type Row = typeof posts.$inferInsert

const cut = (text: string | null, length: number): string | null =>
  text === null ? null : storableText(text, length)

/** jsonb refuses what text lets through: every string inside is made storable too. */
const storable = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (_key, part) => (typeof part === 'string' ? storableText(part) : part)),
  )

/**
 * Nobody has posted tomorrow. A time that has not come would keep its case on top of every list,
 * and no answer could ever be recorded as later than it.
 */
const notAfter = (postedAt: Date | null, receivedAt: Date): Date | null =>
  postedAt && postedAt > receivedAt ? receivedAt : postedAt

const toRow = (post: IncomingPost, id: string, options: ReceiveOptions): Row => ({
  id,
  governmentId: options.governmentId,
  sourceId: options.sourceId,
  receivedBy: options.receivedBy,
  platform: post.platform,
  externalId: storableText(post.externalId, ID_LENGTH),
  url: cut(post.url, URL_LENGTH),
  authorId: cut(post.author.id, ID_LENGTH),
  authorHandle: cut(post.author.handle, ID_LENGTH),
  text: storableText(post.text),
  context: post.context ? storable(post.context) : null,
  engagement: post.engagement,
  language: cut(post.language, 20),
  postedAt: notAfter(post.postedAt, options.receivedAt),
  receivedAt: options.receivedAt,
  sample: options.sample,
  history: options.history,
})

const insertRows = async (tx: Queryable, rows: Row[]): Promise<Set<string>> => {
  const stored = await tx
    .insert(posts)
    .values(rows)
    .onConflictDoNothing({ target: [posts.governmentId, posts.platform, posts.externalId] })
    .returning({ id: posts.id })
  return new Set(stored.map((row) => row.id))
}

const keyOf = (row: { platform: string; externalId: string }): string =>
  `${row.platform} ${row.externalId}`

/** Ids of those that were there before, all in one question. */
const idsOfKnown = async (tx: Queryable, rows: Row[]): Promise<Map<string, string>> => {
  const [first] = rows
  if (!first) return new Map()
  const pairs = sql.join(
    rows.map((row) => sql`(${row.platform}, ${row.externalId})`),
    sql`, `,
  )
  const known = await tx
    .select({ id: posts.id, platform: posts.platform, externalId: posts.externalId })
    .from(posts)
    .where(
      and(
        eq(posts.governmentId, first.governmentId),
        sql`(${posts.platform}, ${posts.externalId}) in (${pairs})`,
      ),
    )
  return new Map(known.map((row) => [keyOf(row), row.id]))
}

const quarantine = async (
  tx: Queryable,
  post: IncomingPost,
  id: string,
  options: ReceiveOptions,
  reason: string,
): Promise<ReceiveResult> => {
  await tx
    .insert(quarantinedRows)
    .values({
      id,
      governmentId: options.governmentId,
      sourceId: options.sourceId,
      raw: Buffer.from(JSON.stringify(post)),
      reason,
      at: options.receivedAt,
    })
    .onConflictDoNothing()
  return { kind: 'quarantined', reason }
}

/** An impossible date or an empty id would abort the page for everybody else in it. */
const faultOf = (post: IncomingPost): string | null => {
  if (isBlank(post.externalId)) return 'kiriman tanpa id'
  const { mediaText = '', quotes } = post.context ?? {}
  if ([post.text, mediaText, quotes?.text ?? ''].every(isBlank)) return 'kiriman tanpa teks'
  if (post.postedAt && !isStorableDate(post.postedAt)) return 'waktu kiriman tidak masuk akal'
  return null
}

/** As it would be stored: an id of nothing but NUL is no id, and would equal the next one. */
const isBlank = (text: string): boolean => storableText(text).trim() === ''

const isStorableDate = (date: Date): boolean => {
  const year = date.getUTCFullYear()
  return year >= 1990 && year <= 2200
}

/** The screenshot that a post names, as long as no other post has it. */
const freeScreenshot = ({ context, governmentId }: Row): SQL | undefined => {
  const id = context?.attachmentId
  if (!id || !isUuid(id)) return
  const ofGovernment = eq(attachments.governmentId, governmentId)
  return and(eq(attachments.id, id), ofGovernment, isNull(attachments.postId))
}

/** It stays with its first post: a hostile one that names it must not take it away. */
const keepScreenshot = async (tx: Queryable, row: Row): Promise<void> => {
  const free = freeScreenshot(row)
  if (free) await tx.update(attachments).set({ postId: row.id }).where(free)
}

/** Of a post that was known already: nobody could ever open it, so it is not kept. */
const dropScreenshot = async (tx: Queryable, row: Row): Promise<void> => {
  const free = freeScreenshot(row)
  if (free) await tx.delete(attachments).where(free)
}

/**
 * Stores a page of posts inside the caller's transaction. Each one ends stored, known already, or
 * in quarantine with its reason; none is dropped, and none stops the others.
 */
export const receivePosts = async (
  tx: Queryable,
  incoming: IncomingPost[],
  options: ReceiveOptions,
  ids: Ids,
): Promise<ReceiveResult[]> => {
  const rows = incoming.map((post) => (faultOf(post) ? null : toRow(post, ids.next(), options)))
  const good = rows.filter((row) => row !== null)
  const stored = good.length > 0 ? await insertRows(tx, good) : new Set<string>()
  const known = await idsOfKnown(
    tx,
    good.filter((row) => !stored.has(row.id)),
  )
  const results: ReceiveResult[] = []
  for (const [at, post] of incoming.entries()) {
    const row = rows[at]
    if (!row) {
      const reason = faultOf(post) ?? ''
      results.push(await quarantine(tx, post, ids.next(), options, reason))
    } else if (stored.has(row.id)) {
      await keepScreenshot(tx, row)
      results.push({ kind: 'stored', postId: row.id })
    } else {
      await dropScreenshot(tx, row)
      results.push({ kind: 'duplicate', postId: known.get(keyOf(row)) ?? row.id })
    }
  }
  await countArrivals(tx, options, stored.size)
  await tell(tx, good, stored, options)
  if (stored.size > 0) await tx.execute(sql`select pg_notify(${POSTS_CHANNEL}, '')`)
  return results
}

/** What a person brought in; what a platform brought is told by its source and its post. */
const tell = async (
  tx: Queryable,
  rows: Row[],
  stored: Set<string>,
  { governmentId, receivedBy, receivedAt: at }: ReceiveOptions,
): Promise<void> => {
  if (stored.size === 0) return
  if (receivedBy)
    return writeAudit(
      tx,
      rows
        .filter(({ id }) => stored.has(id))
        .map(({ id, platform, externalId, text }) => ({
          governmentId,
          at,
          act: 'post.pasted',
          subject: `post:${id}`,
          after: { platform, externalId, textHash: textHash(text) },
        })),
    )
  if (acting().via !== 'terminal') return
  const after = { stored: stored.size, known: rows.length - stored.size }
  const subject = `government:${governmentId}`
  await writeAudit(tx, [{ governmentId, at, act: 'posts.imported', subject, after }])
}
