import { and, eq, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import type { PostStage } from '../core/post.ts'
import { hasRight, type Viewer } from '../core/roles.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { LedgerRow, Posts } from '../ports/posts.ts'
import type { Database } from './database.ts'
import { decodeMarker, encodeMarker, isUuid } from './keyset.ts'
import { raisePost } from './raised-post.ts'
import { toPost } from './reading-work.ts'
import { receivePosts } from './receive-posts.ts'
import { cases } from './schema/cases.ts'
import { posts, quarantinedRows } from './schema/posts.ts'
import { visiblePosts } from './visible-posts.ts'
import { visibleTo } from './visible-to.ts'

const outcomeIs = (outcome: string | undefined): SQL | undefined => {
  if (!outcome) return or(isNull(posts.outcome), ne(posts.outcome, 'case'))
  if (outcome === 'waiting') return or(eq(posts.stage, 'received'), eq(posts.stage, 'suspect'))
  if (outcome === 'quarantined') return eq(posts.stage, 'quarantined')
  return sql`${posts.outcome} = ${outcome}`
}

export const createPosts = (db: Database, clock: Clock, ids: Ids): Posts => ({
  quarantine: async (governmentId, raw, reason) => {
    const row = { id: ids.next(), governmentId, raw: Buffer.from(raw), reason, at: clock.now() }
    await db.insert(quarantinedRows).values(row).onConflictDoNothing()
  },

  receive: (incoming, options) => db.transaction((tx) => receivePosts(tx, incoming, options, ids)),

  status: async (viewer, postId) => {
    const [row] = await db
      .select({
        post: posts,
        code: cases.code,
        seen: sql<boolean>`coalesce(${visibleTo(viewer)}, false)`,
      })
      .from(posts)
      .leftJoin(cases, eq(cases.id, posts.caseId))
      .where(and(eq(posts.id, postId), eq(posts.governmentId, viewer.governmentId)))
    const pastedIt = row?.post.receivedBy === viewer.userId
    const inLedger = row?.post.caseId === null && hasRight(viewer.roles, 'ledger:read')
    if (!row || !(row.seen || pastedIt || inLedger)) return null
    const { id, stage, outcome, because, caseId } = row.post
    // The officer who pasted a post may learn that it became a case of another agency, not which.
    return {
      id,
      stage,
      outcome,
      because: row.seen || outcome !== 'case' ? because : [],
      caseId: row.seen ? caseId : null,
      caseCode: row.seen ? row.code : null,
    }
  },

  raise: (viewer, postId, decide) => raisePost(db, viewer, postId, decide, clock.now()),

  toExplain: (viewer, postId) => seenPost(db, viewer, postId),

  ledger: async (viewer, { outcome, cursor, limit }) => {
    const before = cursor ? idIn(cursor) : undefined
    if (before === null) return refuse('bad-cursor')
    const found = await ledgerPosts(db, viewer, { outcome, before, limit: limit + 1 })
    const broken =
      outcome === 'quarantined' ? await brokenRows(db, viewer, { before, limit: limit + 1 }) : []
    const rows = [...found, ...broken].sort((a, b) => (a.id < b.id ? 1 : -1))
    const page = rows.slice(0, limit)
    const last = rows.length > limit ? page.at(-1) : undefined
    return { items: page, next: last ? encodeMarker([last.id]) : null }
  },

  outcomes: async (governmentId) => {
    const { rows } = await db.execute<{ outcome: string; n: number }>(sql`
      select coalesce(outcome, case stage when 'quarantined' then 'quarantined' else 'waiting' end)
        as outcome, count(*)::int as n
      from posts where government_id = ${governmentId} and not sample and part_of is null
      group by 1`)
    return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]))
  },
})

const seenPost = async (db: Database, viewer: Viewer, postId: string) => {
  const isRead = eq(posts.stage, 'read')
  const [row] = await db
    .select()
    .from(posts)
    .where(and(eq(posts.id, postId), isRead, isNull(posts.deletedAt), visiblePosts(viewer)))
  return row ? { post: toPost(row), caseId: row.caseId } : null
}

/** The id in a page marker of the ledger; null for anything else. */
const idIn = (cursor: string): string | null => {
  const [id] = decodeMarker(cursor, 1) ?? []
  return isUuid(String(id)) ? String(id) : null
}

interface LedgerStep {
  outcome?: string | undefined
  before: string | undefined
  limit: number
}

const ledgerPosts = async (
  db: Database,
  viewer: Viewer,
  { outcome, before, limit }: LedgerStep,
): Promise<LedgerRow[]> => {
  const older = before ? lt(posts.id, before) : undefined
  const rows = await db
    .select()
    .from(posts)
    .where(and(visiblePosts(viewer), outcomeIs(outcome), older))
    .orderBy(sql`${posts.id} desc`)
    .limit(limit)
  return rows.map(toLedgerRow)
}

const RAW_SHOWN = 2000

/** Lines that could not even be stored as posts, as they came: a person must be able to see them. */
const brokenRows = async (
  db: Database,
  viewer: Viewer,
  { before, limit }: LedgerStep,
): Promise<LedgerRow[]> => {
  if (!hasRight(viewer.roles, 'ledger:read')) return []
  const rows = await db
    .select()
    .from(quarantinedRows)
    .where(
      and(
        eq(quarantinedRows.governmentId, viewer.governmentId),
        before ? lt(quarantinedRows.id, before) : undefined,
      ),
    )
    .orderBy(sql`${quarantinedRows.id} desc`)
    .limit(limit)
  return rows.map(({ id, raw, reason, at }) => ({
    id,
    platform: 'other',
    text: raw.toString('utf8').replaceAll('\0', '').slice(0, RAW_SHOWN),
    postedAt: null,
    receivedAt: at,
    stage: 'quarantined',
    outcome: null,
    because: [reason],
    caseId: null,
    sample: false,
    isPart: false,
    isRaw: true,
    alternatives: [],
  }))
}

/** Before it is read nobody knows whether a post is confidential: it shows no text yet. */
const isUnread = ({ stage }: { stage: PostStage }) => stage === 'received' || stage === 'suspect'

const toLedgerRow = (row: typeof posts.$inferSelect): LedgerRow => ({
  id: row.id,
  platform: row.platform,
  text: isUnread(row) ? '' : row.text,
  postedAt: row.postedAt,
  receivedAt: row.receivedAt,
  stage: row.stage,
  outcome: row.outcome,
  because: row.because,
  caseId: row.caseId,
  sample: row.sample,
  isPart: row.partOf !== null,
  isRaw: false,
  alternatives: isUnread(row) ? [] : (row.reading?.alternatives ?? []),
})
