import { and, asc, eq, isNull } from 'drizzle-orm'
import type { CustodyRecords } from '../core/custody-change.ts'
import type { LaporMove } from '../core/lapor-move.ts'
import type { Database, Queryable } from './database.ts'
import { handOvers, offers } from './schema/custody.ts'
import { laporMoves, laporNumbers } from './schema/lapor.ts'
import { posts } from './schema/posts.ts'
import { tasks } from './schema/tasks.ts'

type Reader = Queryable | Database

/** All that hangs on one case, oldest first. */
export const recordsOf = async (db: Reader, caseId: string): Promise<CustodyRecords> => ({
  offers: await db.select().from(offers).where(eq(offers.caseId, caseId)).orderBy(asc(offers.id)),
  tasks: await db.select().from(tasks).where(eq(tasks.caseId, caseId)).orderBy(asc(tasks.id)),
  handOvers: await db
    .select()
    .from(handOvers)
    .where(eq(handOvers.caseId, caseId))
    .orderBy(asc(handOvers.id)),
  laporMoves: await laporMovesOf(db, caseId),
})

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
