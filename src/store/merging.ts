import { and, eq, inArray, sql } from 'drizzle-orm'
import { changesOf } from '../core/audit.ts'
import type { Case } from '../core/case.ts'
import type { CaseEventData, CaseEventType } from '../core/case-event.ts'
import { judgementOf } from '../core/correction.ts'
import { refuse } from '../core/errors.ts'
import {
  absorbed,
  heldBy,
  leftBehind,
  merged,
  restored,
  standingOf,
  takenOut,
  whyNotMerge,
} from '../core/merge-rules.ts'
import type { Viewer } from '../core/roles.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Declined, Joined, Merging, Seen } from '../ports/merging.ts'
import { toCase, toColumns } from './case-rows.ts'
import { withdrawCorrection, writeCorrection } from './corrections.ts'
import type { Database, Queryable } from './database.ts'
import { lockGathering } from './lock-gathering.ts'
import { lendBands, movePosts, recount, returnPosts, sideOf } from './move-posts.ts'
import { openSplit } from './open-split.ts'
import { owedBy, owedFirst } from './owed-answer.ts'
import { type ClockContext, runClocks } from './run-clocks.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { declinePair } from './suggestions.ts'
import { visibleTo } from './visible-to.ts'
import { writeAudit } from './write-audit.ts'
import { writeEvents } from './write-event.ts'

/** A transaction, the person who works in it, and the moment. */
interface Desk {
  tx: Queryable
  viewer: Viewer
  now: Date
}

type May = (current: Case) => boolean

/** Both rows at once and in the order of their ids: opposite merges wait for each other. */
const seePair = async ({ tx, viewer }: Desk, seen: Seen[], may: May) => {
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

const save = async ({ tx }: Desk, current: Case, patch: Partial<Case>): Promise<Case> => {
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
const tell = async ({ tx, viewer, now }: Desk, first: Side, second: Side): Promise<Joined> => {
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

const joinPair = async (desk: Desk, into: Case, from: Case): Promise<Joined> => {
  const before = {
    own: standingOf(into, into.version + 1),
    other: standingOf(from, from.version + 1),
  }
  await correct(desk, from, judgementOf(into), 'merge')
  await movePosts(desk.tx, from, into)
  await lendBands(desk.tx, from, into)
  await desk.tx.execute(sql`delete from case_suggestions where declined_at is null
    and case_id = least(${into.id}::uuid, ${from.id}::uuid)
    and other_id = greatest(${into.id}::uuid, ${from.id}::uuid)`)
  const owed = await owedFirst(desk.tx, into, from)
  const other = await save(desk, from, absorbed(into, desk.now))
  const current = await save(desk, into, merged(into, from))
  return tell(
    desk,
    { was: into, is: current, type: 'merged', data: { before }, clocks: { owed } },
    { was: from, is: other, type: 'merged-into' },
  )
}

const correct = (
  { tx, viewer, now }: Desk,
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

const splitOff = async (desk: Desk, ids: Ids, source: Case, postIds: string[]): Promise<Joined> => {
  const side = await sideOf(desk.tx, source.id, postIds)
  const some = side.posts > 0 && side.posts < source.postCount
  if (!some || side.posts !== postIds.length) return { ...refuse('posts-needed'), current: source }
  const owed = await owedBy(desk.tx, source.id)
  const opened = await openSplit(desk.tx, ids, source, {
    ...{ postIds, now: desk.now, patch: takenOut(side) },
  })
  await correct(desk, source, judgementOf(opened), 'split', postIds)
  await movePosts(desk.tx, source, opened, postIds)
  const before = { own: standingOf(source, source.version + 1), other: null }
  const left = leftBehind(source, await sideOf(desk.tx, source.id))
  const other = await save(desk, opened, {})
  const current = await save(desk, source, left)
  const clocks = { owed, waitsSince: side.waitsSince ?? source.openedAt }
  return tell(
    desk,
    { was: source, is: current, type: 'split', data: { before } },
    { was: null, is: other, type: 'split-from', clocks },
  )
}

/** The merge or split that is to be taken back, as the case's history tells it. */
const eventOf = async (tx: Queryable, caseId: string, eventId: string) => {
  if (!/^\d{1,18}$/.test(eventId)) return undefined
  const [event] = await tx
    .select()
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.id, BigInt(eventId)),
        eq(caseEvents.caseId, caseId),
        inArray(caseEvents.type, ['merged', 'split']),
      ),
    )
  return event
}

const partAgain = async (
  desk: Desk,
  into: Case,
  from: Case,
  { before, cause }: { before: Before; cause: string },
): Promise<Joined> => {
  if (from.mergedInto !== into.id || into.state === 'duplicate') return refuse('illegal-move')
  const held = heldBy(into, desk.viewer, desk.now)
  if (held) return held
  await returnPosts(desk.tx, into, from)
  const [side, left] = [await sideOf(desk.tx, from.id), await sideOf(desk.tx, into.id)]
  const back = before.other ? restored(from, before.other, side) : {}
  const free = { mergedInto: null, endedAt: null }
  const state = before.other?.state ?? ('reopened' as const)
  const other = await save(desk, from, { ...back, ...free, state })
  const current = await save(desk, into, restored(into, before.own, left))
  const clocks = { undoes: cause }
  return tell(
    desk,
    { was: into, is: current, type: 'merge-undone', clocks },
    { was: from, is: other, type: 'merge-undone', clocks },
  )
}

type Before = NonNullable<CaseEventData['before']>

const joinAgain = async (
  desk: Desk,
  into: Case,
  from: Case,
  { before, cause }: { before: Before; cause: string },
): Promise<Joined> => {
  const refusal = whyNotMerge(into, from, desk.viewer, desk.now)
  if (refusal) return refusal
  const untouched = into.version === before.own.version && from.version === SPLIT_VERSION
  const owed = untouched ? null : await owedFirst(desk.tx, into, from)
  await movePosts(desk.tx, from, into)
  const side = await sideOf(desk.tx, into.id)
  const other = await save(desk, from, absorbed(into, desk.now))
  const patch = untouched ? restored(into, before.own, side) : merged(into, from)
  const current = await save(desk, into, patch)
  return tell(
    desk,
    { was: into, is: current, type: 'split-undone', clocks: { undoes: cause, owed } },
    { was: from, is: other, type: 'split-undone' },
  )
}

const decline = async (
  { tx, viewer, now }: Desk,
  { caseId, otherId }: { caseId: string; otherId: string },
): Promise<Declined> => {
  // both: whoever guesses a pair must not learn that the other one is there
  const seen = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.id, [caseId, otherId]), visibleTo(viewer)))
  if (seen.length < 2 || !(await declinePair(tx, viewer, [caseId, otherId], now)))
    return refuse('not-found')
  const { governmentId, userId, name } = viewer
  const line = { governmentId, at: now, act: 'case.not-same', subject: `case:${caseId}` }
  await writeAudit(tx, [{ ...line, actor: { userId, name }, after: { otherId } }])
  return { kind: 'declined' }
}

/** What the two taught by being joined or parted is withdrawn with it. */
const takeBack = async (desk: Desk, seen: Seen, eventId: string, may: May): Promise<Joined> => {
  const event = await eventOf(desk.tx, seen.caseId, eventId)
  const { otherId, before } = event?.data ?? {}
  if (!event || !otherId || !before) return refuse('not-found')
  const found = await seePair(desk, [seen, { caseId: otherId, version: null }], may)
  if (found.kind === 'refused') return found
  const [into, from] = found.pair as [Case, Case]
  const merge = event.type === 'merged'
  const undone = { before, cause: eventId }
  const back = await (merge ? partAgain : joinAgain)(desk, into, from, undone)
  if (back.kind === 'refused') return back
  const taught = { act: merge ? ('merge' as const) : ('split' as const), at: event.at }
  await withdrawCorrection(desk.tx, merge ? from.id : into.id, taught, desk.now)
  return back
}

/** A case that was split off and that nobody worked on: opened, then counted. */
const SPLIT_VERSION = 2

export const createMerging = (db: Database, clock: Clock, ids: Ids): Merging => {
  const work = (viewer: Viewer, act: (desk: Desk) => Promise<Joined>) =>
    db.transaction(async (tx) => {
      await lockGathering(tx, viewer.governmentId)
      return act({ tx, viewer, now: clock.now() })
    })
  return {
    merge: (viewer, { into, from }, may) =>
      work(viewer, async (desk) => {
        if (into.caseId === from.caseId) return refuse('other-case', 'Ini kasus yang sama.')
        const seen = await seePair(desk, [into, from], may)
        if (seen.kind === 'refused') return seen
        const [first, second] = seen.pair as [Case, Case]
        const refusal = whyNotMerge(first, second, viewer, desk.now)
        return refusal ? { ...refusal, current: first } : joinPair(desk, first, second)
      }),

    split: (viewer, seen, postIds, may) =>
      work(viewer, async (desk) => {
        const found = await seePair(desk, [seen], may)
        if (found.kind === 'refused') return found
        const [source] = found.pair as [Case]
        if (source.state === 'duplicate') return refuse('illegal-move')
        const held = heldBy(source, viewer, desk.now)
        return held ? { ...held, current: source } : splitOff(desk, ids, source, postIds)
      }),

    decline: (viewer, pair) =>
      db.transaction((tx) => decline({ tx, viewer, now: clock.now() }, pair)),

    undo: (viewer, seen, eventId, may) =>
      work(viewer, (desk) => takeBack(desk, seen, eventId, may)),
  }
}
