import { and, desc, eq, gte, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { type AuditEntry, HIDDEN_SUBJECT } from '../core/audit.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { AuditFilter } from '../ports/audit.ts'
import type { Database } from './database.ts'
import { decodeMarker, encodeMarker } from './keyset.ts'
import { auditEntries } from './schema/audit.ts'
import { cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'
import { isSecret, visibleTo } from './visible-to.ts'

type Row = typeof auditEntries.$inferSelect

/** The case that a line tells of: by itself, or by one of its posts or alerts. */
const CASE_OF = sql`case split_part(${auditEntries.subject}, ':', 1)
  when 'case' then split_part(${auditEntries.subject}, ':', 2)::uuid
  when 'post' then (select ${posts.caseId} from ${posts}
    where ${posts.id} = split_part(${auditEntries.subject}, ':', 2)::uuid)
  end`

/** True where the line tells of a confidential case that the viewer may not see. */
const isHidden = (viewer: Viewer): SQL<boolean> => sql<boolean>`exists (
  select 1 from ${cases} where ${cases.id} = ${CASE_OF} and ${isSecret}
    and (${visibleTo(viewer)}) is not true)`

const idIn = (cursor: string): bigint | null => {
  const [id] = decodeMarker(cursor, 1) ?? []
  return /^\d{1,18}$/.test(String(id)) ? BigInt(String(id)) : null
}

const conditionsOf = (viewer: Viewer, filter: AuditFilter, before: bigint | undefined) =>
  and(
    or(eq(auditEntries.governmentId, viewer.governmentId), isNull(auditEntries.governmentId)),
    before === undefined ? undefined : lt(auditEntries.id, before),
    filter.actor ? eq(auditEntries.actorId, filter.actor) : undefined,
    filter.act ? eq(auditEntries.act, filter.act) : undefined,
    filter.from ? gte(auditEntries.at, filter.from) : undefined,
    filter.to ? lt(auditEntries.at, filter.to) : undefined,
    // to ask for a hidden case by its id must not even tell that there is one
    filter.subject
      ? and(eq(auditEntries.subject, filter.subject), sql`not ${isHidden(viewer)}`)
      : undefined,
  )

const toEntry = ({ row, hidden }: { row: Row; hidden: boolean }): AuditEntry => ({
  id: String(row.id),
  governmentId: row.governmentId,
  at: row.at,
  actor: row.actorName === null ? null : { userId: row.actorId, name: row.actorName },
  via: row.via,
  act: row.act,
  subject: hidden ? `${row.subject.split(':')[0]}:${HIDDEN_SUBJECT}` : row.subject,
  before: hidden ? null : row.before,
  after: hidden ? null : row.after,
  requestId: hidden ? null : row.requestId,
})

export const listAudit = async (
  db: Database,
  viewer: Viewer,
  { cursor, limit, ...filter }: AuditFilter & { cursor?: string | undefined; limit: number },
): Promise<{ items: AuditEntry[]; next: string | null } | Refusal> => {
  const before = cursor ? idIn(cursor) : undefined
  if (before === null) return refuse('bad-cursor')
  const rows = await db
    .select({ row: auditEntries, hidden: isHidden(viewer) })
    .from(auditEntries)
    .where(conditionsOf(viewer, filter, before))
    .orderBy(desc(auditEntries.id))
    .limit(limit + 1)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map(toEntry),
    next: last ? encodeMarker([String(last.row.id)]) : null,
  }
}
