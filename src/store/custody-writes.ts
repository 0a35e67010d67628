import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { CustodyWrite } from '../core/custody-change.ts'
import type { CustodyDesk } from './custody-desk.ts'
import type { Queryable } from './database.ts'
import { openThere } from './open-there.ts'
import { handOvers, offers } from './schema/custody.ts'
import { laporMoves, laporNumbers } from './schema/lapor.ts'
import { tasks } from './schema/tasks.ts'

type WriteOf<Kind extends CustodyWrite['kind']> = Extract<CustodyWrite, { kind: Kind }>

/** Writes one row of custody; returns the case of the other government where one was opened. */
export const writeCustody = async (
  desk: CustodyDesk,
  of: Case,
  write: CustodyWrite,
): Promise<Case | null> => {
  if (write.kind === 'opened-there') return openThere(desk, of, write)
  await WRITERS[write.kind](desk.tx, of, write as never)
  return null
}

const owned = ({ id, governmentId }: Case) => ({ caseId: id, governmentId })

type Writer<Kind extends CustodyWrite['kind']> = (
  tx: Queryable,
  of: Case,
  write: WriteOf<Kind>,
) => Promise<unknown>

/** The event that was written just before began it. */
const lastOfferLeg = ({ id }: Case) =>
  sql<number>`(select max(leg) from clocks where case_id = ${id} and clock = 'offer')`

const WRITERS: { [Kind in Exclude<CustodyWrite['kind'], 'opened-there'>]: Writer<Kind> } = {
  'task-opened': (tx, of, { task }) => tx.insert(tasks).values({ ...task, ...owned(of) }),
  'task-ended': (tx, _of, { taskId, state, result, at, by }) =>
    tx
      .update(tasks)
      .set({ state, result, endedAt: at, endedBy: by })
      .where(and(eq(tasks.id, taskId), eq(tasks.state, 'open'))),
  offered: (tx, of, { offer }) =>
    tx.insert(offers).values({ ...offer, ...owned(of), leg: lastOfferLeg(of) }),
  'offer-changed': (tx, _of, { offerId, patch }) =>
    tx.update(offers).set(patch).where(eq(offers.id, offerId)),
  'handed-over': (tx, of, { handOver }) =>
    tx.insert(handOvers).values({ ...handOver, ...owned(of) }),
  'hand-over-changed': (tx, _of, { handOverId, patch }) =>
    tx.update(handOvers).set(patch).where(eq(handOvers.id, handOverId)),
  'lapor-number': (tx, of, { trackingId, at, by }) =>
    tx.insert(laporNumbers).values({ ...owned(of), trackingId, recordedAt: at, recordedBy: by }),
  'lapor-applied': (tx, of, { move, at }) =>
    tx
      .update(laporMoves)
      .set({ appliedAt: at })
      .where(
        and(
          eq(laporMoves.governmentId, of.governmentId),
          eq(laporMoves.trackingId, move.trackingId),
          eq(laporMoves.status, move.status),
          eq(laporMoves.at, move.at),
          isNull(laporMoves.appliedAt),
        ),
      ),
}
