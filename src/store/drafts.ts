import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Draft } from '../core/draft.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { Clock } from '../ports/clock.ts'
import type { Drafts, FoundDraft } from '../ports/drafts.ts'
import { toEvent } from './case-rows.ts'
import type { Database } from './database.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { drafts } from './schema/drafts.ts'
import { visibleTo } from './visible-to.ts'

const AT_MOST = 100
const CHANGES_SHOWN = 50

/** The case and all that it took in, however long the chain. */
const tookIn = (caseId: string): SQL => sql`${drafts.caseId} in (
  with recursive chain as (
    select id from cases where id = ${caseId}
    union select taken.id from cases taken join chain on taken.merged_into = chain.id
  ) select id from chain)`

const rowsOf = (db: Database, viewer: Viewer, where: SQL | undefined) =>
  db
    .select({
      row: drafts,
      code: cases.code,
      version: cases.version,
      seen: sql<boolean>`(${visibleTo(viewer)})`,
    })
    .from(drafts)
    .innerJoin(cases, eq(cases.id, drafts.caseId))
    .where(and(eq(drafts.userId, viewer.userId), where))
    .orderBy(desc(drafts.savedAt))
    .limit(AT_MOST)

const changesSince = async (db: Database, viewer: Viewer, row: typeof drafts.$inferSelect) => {
  const rows = await db
    .select()
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.caseId, row.caseId),
        gt(caseEvents.id, row.seenEvent),
        sql`${caseEvents.actorId} is distinct from ${viewer.userId}`,
      ),
    )
    .orderBy(asc(caseEvents.id))
    .limit(CHANGES_SHOWN)
  return rows.map(toEvent)
}

const toFound = async (
  db: Database,
  viewer: Viewer,
  { row, code, version, seen }: Awaited<ReturnType<typeof rowsOf>>[number],
): Promise<FoundDraft> => ({
  caseId: row.caseId,
  kind: row.kind,
  text: row.text,
  version: row.caseVersion,
  seenEventId: String(row.seenEvent),
  savedAt: row.savedAt,
  caseCode: seen ? code : null,
  // of a case out of sight not even how much is done to it
  stale: !seen || version !== row.caseVersion,
  changes: seen ? await changesSince(db, viewer, row) : [],
})

const found = async (db: Database, viewer: Viewer, where?: SQL): Promise<FoundDraft[]> =>
  Promise.all((await rowsOf(db, viewer, where)).map((row) => toFound(db, viewer, row)))

/** Where the case is seen, or where the writer had begun before it left. */
const mayWrite = async (db: Database, viewer: Viewer, { caseId, kind }: Draft | NewDraft) => {
  const begun = sql`exists (select from ${drafts} where ${drafts.caseId} = ${cases.id}
    and ${drafts.userId} = ${viewer.userId} and ${drafts.kind} = ${kind})`
  const [row] = await db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, caseId), sql`(${visibleTo(viewer)} or ${begun})`))
  return row !== undefined
}

type NewDraft = Omit<Draft, 'savedAt'>

const toRow = (viewer: Viewer, draft: NewDraft, savedAt: Date) => ({
  userId: viewer.userId,
  governmentId: viewer.governmentId,
  caseId: draft.caseId,
  kind: draft.kind,
  text: draft.text,
  caseVersion: draft.version,
  seenEvent: BigInt(draft.seenEventId),
  savedAt,
})

export const createDrafts = (db: Database, clock: Clock): Drafts => ({
  save: async (viewer, draft) => {
    if (!(await mayWrite(db, viewer, draft))) return refuse('not-found')
    const savedAt = clock.now()
    const row = toRow(viewer, draft, savedAt)
    await db
      .insert(drafts)
      .values(row)
      .onConflictDoUpdate({ target: [drafts.userId, drafts.caseId, drafts.kind], set: row })
    return { kind: 'saved', savedAt }
  },

  of: (viewer, caseId) => found(db, viewer, tookIn(caseId)),

  all: (viewer) => found(db, viewer),

  discard: async (viewer, caseId, kind) => {
    await db
      .delete(drafts)
      .where(
        and(eq(drafts.userId, viewer.userId), eq(drafts.caseId, caseId), eq(drafts.kind, kind)),
      )
  },
})
