import { and, eq, inArray, sql } from 'drizzle-orm'
import { waitsForAnswer } from '../core/answer-owed.ts'
import type { Case } from '../core/case.ts'
import type { CaseEventData, CaseEventType } from '../core/case-event.ts'
import type { Happened, Legs } from '../core/clock-happened.ts'
import { clockMoves } from '../core/clock-moves.ts'
import type { ClockRules } from '../core/clock-rules.ts'
import { climb, emptyLadder, type Ladder, ladderOf, nextLookAt } from './climb-ladder.ts'
import {
  dropLegs,
  eventsOfClocks,
  type LegRow,
  lastLegs,
  projectLegs,
  readLegs,
  takeBackMoves,
  writeMoves,
} from './clock-book.ts'
import { clockRules } from './clock-rules.ts'
import type { Queryable } from './database.ts'
import { cases } from './schema/cases.ts'
import { escalations } from './schema/clocks.ts'

export interface ClockedEvent {
  type: CaseEventType
  at: Date
  data?: CaseEventData | undefined
}

export interface ClockContext extends Pick<Happened, 'owed' | 'waitsSince'> {
  /** A name under which these moves can be taken back, e.g. the id of a merge's event. */
  cause?: string
  /** The cause whose moves are taken back before anything else. */
  undoes?: string
}

/**
 * Runs the clocks of a case over what happened to it, in the transaction that writes the event:
 * `before` and `after` are the case (null: just opened), `event.at` is now. Writes clock events, their
 * projection, the rungs reached until now, and returns the case with its deadline. The row of the case
 * must be locked by the caller, as it is after an update.
 */
export const runClocks = async (
  tx: Queryable,
  before: Case | null,
  after: Case,
  event: ClockedEvent,
  context: ClockContext = {},
): Promise<Case> => {
  if (before && !context.undoes && !concerns(before, after, event.type)) return after
  const rules = await clockRules(tx, after.governmentId)
  const ladder = before ? await ladderOf(tx, after.id) : emptyLadder()
  if (context.undoes) await takeBackMoves(tx, after.id, context.undoes, event.at)
  const rows = before ? await eventsOfClocks(tx, after.id) : []
  const legs = readLegs(rows, rules)
  const { targets, workingOf } = rules
  const moves = clockMoves({
    ...{ before, after, event, targets, workingOf },
    ...{ owed: context.owed, waitsSince: context.waitsSince },
    legs: lastLegs(legs),
  })
  // What was reached before this happened stays reached, whether or not a worker had looked.
  if (before)
    await climb(tx, before, stoppingAt(legs.filter(isGoing), moves), {
      rules,
      ladder,
      now: event.at,
    })
  const written = await writeMoves(tx, after, moves, context.cause ?? null)
  const now = readLegs([...rows, ...written], rules)
  if (context.undoes) await dropLegs(tx, after.id, now)
  const isMoved = ({ clock, leg }: LegRow) =>
    moves.some((move) => move.clock === clock && move.leg === leg)
  const touched = now.filter((leg) => context.undoes || isGoing(leg) || isMoved(leg))
  return settle(tx, after, { all: now, touched }, { rules, ladder, now: event.at })
}

/** A stop that is stated for an earlier moment keeps later rungs from being climbed. */
const stoppingAt = (
  legs: LegRow[],
  moves: { clock: string; leg: number; does: string; at: Date }[],
) =>
  legs.map((each) => {
    const stop = moves.find(
      ({ clock, leg, does }) => does === 'stop' && clock === each.clock && leg === each.leg,
    )
    if (!stop) return each
    return { ...each, reading: { ...each.reading, stop: { at: stop.at, done: true } } }
  })

/** What has ended is never judged again, whatever a later decree says. */
const isGoing = ({ reading }: LegRow) => reading.state !== 'stopped'

/** Climbs, projects, and gives the case its deadline. */
const settle = async (
  tx: Queryable,
  about: Case,
  { all, touched }: { all: LegRow[]; touched: LegRow[] },
  given: { rules: ClockRules; ladder: Ladder; now: Date },
): Promise<Case> => {
  await climb(tx, about, touched, given)
  const looked = touched.map((leg) => ({ ...leg, nextRungAt: nextLookAt(about, leg, given) }))
  await projectLegs(tx, about, looked)
  return giveDeadline(tx, about, lastLegs(all), given.ladder)
}

const CONCERNS: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'answered',
  'reopened',
  'recurred',
  'reporter-asked',
  'reporter-replied',
  'reporter-unsatisfied',
  'offered',
  'offer-accepted',
  'offer-returned',
  'offer-withdrawn',
  'offer-decided',
  'transferred',
  'returned',
  'hand-over-checked',
  'merged',
])

/** Ten thousand posts that join a case move none of its clocks. */
const concerns = (before: Case, after: Case, type: CaseEventType): boolean =>
  CONCERNS.has(type) ||
  before.state !== after.state ||
  before.agencyId !== after.agencyId ||
  before.urgency !== after.urgency ||
  before.category !== after.category ||
  before.history !== after.history ||
  before.answeredAt?.getTime() !== after.answeredAt?.getTime() ||
  before.followedUpAt?.getTime() !== after.followedUpAt?.getTime() ||
  before.firstPostAt.getTime() !== after.firstPostAt.getTime()

/** The first answer or the desk's forwarding, whichever is due first; none once it was answered. */
const nextDue = ({ answer, triage }: Legs) => {
  if (answer && answer.outcome !== 'void' && answer.state === 'stopped') return null
  const open = [answer, triage].filter((leg) => leg && leg.state !== 'stopped' && leg.dueAt)
  return (
    open.reduce<(typeof open)[number] | null>((first, one) => earlier(first, one), null) ?? null
  )
}

type MaybeLeg = Legs['answer'] | null
const earlier = (one: MaybeLeg, other: MaybeLeg): MaybeLeg => {
  if (!one?.dueAt || !other?.dueAt) return one?.dueAt ? one : other
  return one.dueAt <= other.dueAt ? one : other
}

const giveDeadline = async (
  tx: Queryable,
  about: Case,
  legs: Legs,
  ladder: Ladder,
): Promise<Case> => {
  const due = nextDue(legs)
  const dueAt = due?.dueAt ?? null
  const dueProvisional = due?.provisional ?? false
  const escalatedAt = await lateSince(tx, about, legs, ladder)
  const owesAnswer = waitsForAnswer(about, legs.answer)
  const same =
    owesAnswer === about.owesAnswer &&
    dueAt?.getTime() === about.dueAt?.getTime() &&
    dueProvisional === about.dueProvisional &&
    escalatedAt?.getTime() === about.escalatedAt?.getTime()
  if (same) return about
  const set = { dueAt, dueProvisional, escalatedAt, owesAnswer }
  await tx.update(cases).set(set).where(eq(cases.id, about.id))
  return { ...about, ...set }
}

/** When the deadline of the present holder was found to have passed. */
const lateSince = async (
  tx: Queryable,
  { id }: Case,
  { answer, triage }: Legs,
  { climbed }: Ladder,
): Promise<Date | null> => {
  const late = [
    answer && (['answer', answer] as const),
    triage && triage.state !== 'stopped' && (['triage', triage] as const),
  ].filter((each) => each && climbed.get(`${each[0]} ${each[1].leg}`)?.has(100))
  if (late.length === 0) return null
  const legs = late.map((each) => (each ? `${each[0]} ${each[1].leg}` : ''))
  const [row] = await tx
    .select({ at: sql<Date>`min(${escalations.climbedAt})`.mapWith(escalations.climbedAt) })
    .from(escalations)
    .where(
      and(
        eq(escalations.caseId, id),
        eq(escalations.rung, 100),
        inArray(sql`${escalations.clock} || ' ' || ${escalations.leg}`, legs),
      ),
    )
  return row?.at ?? null
}

/** Reads the clocks anew by the configuration in force, and climbs what was reached meanwhile. */
export const refreshClocks = async (tx: Queryable, about: Case, now: Date): Promise<Case> => {
  const rules = await clockRules(tx, about.governmentId)
  const ladder = await ladderOf(tx, about.id)
  const all = readLegs(await eventsOfClocks(tx, about.id), rules)
  return settle(tx, about, { all, touched: all.filter(isGoing) }, { rules, ladder, now })
}
