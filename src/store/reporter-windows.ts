/** Until when the reporter of an ended case has a word, by its clocks. */
import { and, desc, eq } from 'drizzle-orm'
import type { ClockName } from '../core/case-clock.ts'
import type { CaseState } from '../core/case-state.ts'
import type { Queryable } from './database.ts'
import { clocks } from './schema/clocks.ts'

interface Ended {
  id: string
  state: CaseState
}

const lastLeg = async (tx: Pick<Queryable, 'select'>, caseId: string, clock: ClockName) => {
  const [row] = await tx
    .select({ dueAt: clocks.dueAt, state: clocks.state })
    .from(clocks)
    .where(and(eq(clocks.caseId, caseId), eq(clocks.clock, clock)))
    .orderBy(desc(clocks.leg))
    .limit(1)
  return row ?? null
}

/** Of a resolved case: until when they may object; null where that time is over or never began. */
export const confirmationUntil = async (
  tx: Pick<Queryable, 'select'>,
  caseId: string,
): Promise<Date | null> => {
  const row = await lastLeg(tx, caseId, 'confirmation')
  return row?.state === 'running' ? row.dueAt : null
}

/**
 * Of a case that was closed because they kept silent: until when it can come back. An archived one had
 * such a window, which is over by now; a post from within it counts, whenever it is found.
 */
export const reopeningUntil = async (
  tx: Pick<Queryable, 'select'>,
  { id, state }: Ended,
): Promise<Date | null> => {
  if (state !== 'closed' && state !== 'archived') return null
  const row = await lastLeg(tx, id, 'reopening')
  return row?.state === 'running' || state === 'archived' ? (row?.dueAt ?? null) : null
}

/** Until when the reporter may say "belum selesai" of it, if at all. */
export const objectionUntil = async (
  tx: Pick<Queryable, 'select'>,
  about: Ended,
): Promise<Date | null> =>
  about.state === 'resolved' ? confirmationUntil(tx, about.id) : reopeningUntil(tx, about)
