import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { CustodyRecords } from '../core/custody-change.ts'
import type { LaporMove } from '../core/lapor-move.ts'
import type { Offer } from '../core/offer.ts'
import { eventsOfClocks, type LegRow, lastLegs, readLegs } from './clock-book.ts'
import { clockRules } from './clock-rules.ts'
import type { Database, Queryable } from './database.ts'
import { handOvers, offers } from './schema/custody.ts'
import { laporMoves, laporNumbers } from './schema/lapor.ts'
import { posts } from './schema/posts.ts'
import { tasks } from './schema/tasks.ts'

type Reader = Queryable | Database

/** All that hangs on one case, oldest first, and its clocks by the calendar in force. */
export const recordsOf = async (
  db: Reader,
  { id, governmentId }: Pick<Case, 'id' | 'governmentId'>,
): Promise<CustodyRecords> => {
  const rules = await clockRules(db, governmentId)
  const legs = readLegs(await eventsOfClocks(db, id), rules)
  const rows = await db.select().from(offers).where(eq(offers.caseId, id)).orderBy(asc(offers.id))
  return {
    offers: rows.map((row) => withClock(row, legs)),
    tasks: await db.select().from(tasks).where(eq(tasks.caseId, id)).orderBy(asc(tasks.id)),
    handOvers: await db
      .select()
      .from(handOvers)
      .where(eq(handOvers.caseId, id))
      .orderBy(asc(handOvers.id)),
    laporMoves: await laporMovesOf(db, id),
    clocks: lastLegs(legs),
    targets: rules.targets,
  }
}

const withClock = ({ leg, ...row }: typeof offers.$inferSelect, legs: LegRow[]): Offer => {
  const reading = legs.find((each) => each.clock === 'offer' && each.leg === leg)?.reading
  if (!reading?.dueAt) throw new Error(`offer ${row.id} has no clock`)
  return { ...row, dueAt: reading.dueAt, given: reading.target }
}

const MOVE = {
  trackingId: laporMoves.trackingId,
  status: laporMoves.status,
  at: laporMoves.at,
  answer: laporMoves.answer,
  agency: laporMoves.agency,
}

/** By a recorded number, or by the post that the export itself brought in. */
const laporMovesOf = async (db: Reader, caseId: string): Promise<LaporMove[]> => {
  const byNumber = await db
    .select(MOVE)
    .from(laporMoves)
    .innerJoin(
      laporNumbers,
      and(
        eq(laporNumbers.governmentId, laporMoves.governmentId),
        eq(laporNumbers.trackingId, laporMoves.trackingId),
      ),
    )
    .where(and(eq(laporNumbers.caseId, caseId), isNull(laporMoves.appliedAt)))
  const byPost = await db
    .select(MOVE)
    .from(laporMoves)
    .innerJoin(
      posts,
      and(
        eq(posts.governmentId, laporMoves.governmentId),
        eq(posts.platform, 'lapor'),
        eq(posts.externalId, laporMoves.trackingId),
      ),
    )
    .where(and(eq(posts.caseId, caseId), isNull(laporMoves.appliedAt)))
  const keyOf = ({ trackingId, status, at }: LaporMove) => `${trackingId} ${status} ${at.getTime()}`
  return [...new Map([...byNumber, ...byPost].map((move) => [keyOf(move), move])).values()]
}
