/** What joining and parting two cases share: both held, counted anew, told of in both histories. */
import { and, eq, inArray } from 'drizzle-orm'
import { changesOf } from '../core/audit.ts'
import type { Case } from '../core/case.ts'
import type { CaseEventData, CaseEventType } from '../core/case-event.ts'
import { judgementOf } from '../core/correction.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { Joined, Seen } from '../ports/merging.ts'
import { toCase, toColumns } from './case-rows.ts'
import { writeCorrection } from './corrections.ts'
import type { Queryable } from './database.ts'
import { recount } from './move-posts.ts'
import { type ClockContext, runClocks } from './run-clocks.ts'
import { cases } from './schema/cases.ts'
import { visibleTo } from './visible-to.ts'
import { writeEvents } from './write-event.ts'

/** A transaction, the person who works in it, and the moment. */
export interface MergeDesk {
  tx: Queryable
  viewer: Viewer
  now: Date
}

export type May = (current: Case) => boolean

/** Both rows at once and in the order of their ids: opposite merges wait for each other. */
export const seePair = async ({ tx, viewer }: MergeDesk, seen: Seen[], may: May) => {
  const ids = seen.map(({ caseId }) => caseId)
  const rows = await tx
    .select()
    .from(cases)
    .where(and(inArray(cases.id, ids), visibleTo(viewer)))
    .orderBy(cases.id)
    .for('no key update')
  const found = seen.map(({ caseId }) => rows.find(({ id }) => id === caseId))
  if (found.some((row) => !row)) return refuse('not-found')
  const pair = found.map((row) => toCase(row as typeof cases.$inferSelect))
  if (!pair.every(may)) return refuse('no-right')
  const stale = pair.find((current, at) => {
    const version = seen[at]?.version ?? null
    return version !== null && version !== current.version
  })
  return stale ? { ...refuse('stale-version'), current: stale } : { kind: 'seen' as const, pair }
}

export const saveSide = async (
  { tx }: MergeDesk,
  current: Case,
  patch: Partial<Case>,
): Promise<Case> => {
  const [row] = await tx
    .update(cases)
    .set({ ...toColumns(patch), ...(await recount(tx, current)), version: current.version + 1 })
    .where(eq(cases.id, current.id))
    .returning()
  return row ? toCase(row) : current
}

/** One side of what was done: the case before (null: just opened) and after it. */
interface Side {
  was: Case | null
  is: Case
  type: CaseEventType
  data?: CaseEventData
  clocks?: ClockContext
}

/** Each side's history tells of the other, and its clocks run on; the first one's event is the cause. */
export const tellBoth = async (
  { tx, viewer, now }: MergeDesk,
  first: Side,
  second: Side,
): Promise<Joined> => {
  const rowOf = ({ was, is, type, data }: Side, other: Case) => ({
    governmentId: is.governmentId,
    caseId: is.id,
    type,
    actor: viewer,
    at: now,
    fromAgencyId: is.agencyId,
    toAgencyId: is.agencyId,
    data: { otherId: other.id, otherCode: other.code, ...data },
    ...(was && { changed: changesOf(was, is) }),
  })
  const [cause] = await writeEvents(tx, [rowOf(first, second.is), rowOf(second, first.is)])
  const run = ({ was, is, type, clocks }: Side) =>
    runClocks(tx, was, is, { type, at: now }, { ...(cause ? { cause } : {}), ...clocks })
  const current = await run(first)
  return { kind: 'changed', case: current, other: await run(second) }
}

export const correct = (
  { tx, viewer, now }: MergeDesk,
  current: Case,
  after: ReturnType<typeof judgementOf>,
  act: 'merge' | 'split',
  postIds?: string[],
) =>
  writeCorrection(tx, {
    act,
    before: judgementOf(current),
    after,
    reason: null,
    case: current,
    by: viewer,
    at: now,
    ...(postIds && { postIds }),
  })
