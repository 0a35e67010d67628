/** Taking back a merge or a split, from the event that tells of it. */
import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { CaseEventData } from '../core/case-event.ts'
import { refuse } from '../core/errors.ts'
import {
  absorbed,
  merged,
  rejoined,
  restored,
  whyNotPart,
  whyNotRejoin,
} from '../core/merge-rules.ts'
import type { Joined, Seen } from '../ports/merging.ts'
import { withdrawCorrection } from './corrections.ts'
import type { Queryable } from './database.ts'
import { type May, type MergeDesk, saveSide, seePair, tellBoth } from './merge-desk.ts'
import { movePosts, returnPosts, sharesOf, sideOf } from './move-posts.ts'
import { owedFirst } from './owed-answer.ts'
import { caseEvents, cases } from './schema/cases.ts'

/** What the two taught by being joined or parted is withdrawn with it. */
export const takeBack = async (
  desk: MergeDesk,
  seen: Seen,
  eventId: string,
  may: May,
): Promise<Joined> => {
  const event = await eventOf(desk.tx, seen.caseId, eventId)
  const { otherId, before, stay } = event?.data ?? {}
  if (!event || !otherId || !before) return refuse('not-found')
  // merged, taken back and merged again: only the last time can be taken back
  if (await happenedAgain(desk.tx, event, otherId)) return refuse('undo-too-late')
  const found = await seePair(desk, [seen, { caseId: otherId, version: null }], may)
  if (found.kind === 'refused') return found
  const [into, from] = found.pair as [Case, Case]
  const merge = event.type === 'merged'
  const undone = { before, stay, cause: eventId }
  const back = await (merge ? partAgain : joinAgain)(desk, into, from, undone)
  if (back.kind === 'refused') return back
  const taught = { act: merge ? ('merge' as const) : ('split' as const), at: event.at }
  await withdrawCorrection(desk.tx, merge ? from.id : into.id, taught, desk.now)
  return back
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

type CaseEventRow = typeof caseEvents.$inferSelect

const happenedAgain = async (
  tx: Queryable,
  { id, caseId, type }: CaseEventRow,
  otherId: string,
): Promise<boolean> => {
  const later = await tx
    .select({ id: caseEvents.id })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.caseId, caseId),
        eq(caseEvents.type, type),
        gt(caseEvents.id, id),
        sql`${caseEvents.data} ->> 'otherId' = ${otherId}`,
      ),
    )
    .limit(1)
  return later.length > 0
}

interface Undone {
  before: NonNullable<CaseEventData['before']>
  stay: string[] | undefined
  cause: string
}

const partAgain = async (
  desk: MergeDesk,
  into: Case,
  from: Case,
  { before, stay, cause }: Undone,
): Promise<Joined> => {
  const shares = await sharesOf(desk.tx, into, from, stay)
  const refusal = whyNotPart(into, from, shares, desk.viewer, desk.now)
  if (refusal) return refusal
  await returnPosts(desk.tx, into, from, stay)
  const [side, left] = [await sideOf(desk.tx, from.id), await sideOf(desk.tx, into.id)]
  const back = before.other ? restored(from, before.other, side) : {}
  const free = { mergedInto: null, endedAt: null }
  const state = before.other?.state ?? ('reopened' as const)
  const other = await saveSide(desk, from, { ...back, ...free, state })
  const current = await saveSide(desk, into, restored(into, before.own, left))
  const clocks = { undoes: cause }
  return tellBoth(
    desk,
    { was: into, is: current, type: 'merge-undone', clocks },
    { was: from, is: other, type: 'merge-undone', clocks },
  )
}

const hasTakenIn = async (tx: Queryable, { id }: Case): Promise<boolean> => {
  const [row] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(eq(cases.mergedInto, id))
    .limit(1)
  return row !== undefined
}

/** A case that was split off and that nobody worked on: opened, then counted. */
const SPLIT_VERSION = 2

const joinAgain = async (
  desk: MergeDesk,
  into: Case,
  from: Case,
  { before, cause }: Undone,
): Promise<Joined> => {
  const tookIn = await hasTakenIn(desk.tx, from)
  const refusal = whyNotRejoin(into, { ...from, tookIn }, desk.viewer, desk.now)
  if (refusal) return refusal
  const untouched = into.version === before.own.version && from.version === SPLIT_VERSION
  const owed = untouched ? null : await owedFirst(desk.tx, into, from, desk.now)
  // what had come from there goes back, so that an earlier merge can still be taken back
  await returnPosts(desk.tx, from, into)
  await movePosts(desk.tx, from, into)
  const side = await sideOf(desk.tx, into.id)
  const other = await saveSide(desk, from, absorbed(into, desk.now))
  const patch = untouched ? rejoined(into, before.own, side) : merged(into, from)
  const current = await saveSide(desk, into, patch)
  return tellBoth(
    desk,
    { was: into, is: current, type: 'split-undone', clocks: { undoes: cause, owed } },
    { was: from, is: other, type: 'split-undone' },
  )
}
