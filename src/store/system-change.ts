import { eq } from 'drizzle-orm'
import { changesOf } from '../core/audit.ts'
import type { Case } from '../core/case.ts'
import type { CaseChange } from '../core/case-change.ts'
import { toCase, toColumns } from './case-rows.ts'
import type { Queryable } from './database.ts'
import { runClocks } from './run-clocks.ts'
import { cases } from './schema/cases.ts'
import { writeEvents } from './write-event.ts'

/** A change that no person of ours makes: by time, or by a reporter. The row is locked by the caller. */
export const changeBySystem = async (
  tx: Queryable,
  current: Case,
  { patch, event }: CaseChange,
  now: Date,
): Promise<Case> => {
  const [row] = await tx
    .update(cases)
    .set({ ...toColumns(patch), version: current.version + 1 })
    .where(eq(cases.id, current.id))
    .returning()
  if (!row || !event) return current
  const { id: caseId, governmentId, agencyId } = current
  const owner = { fromAgencyId: agencyId, toAgencyId: agencyId }
  const changed = changesOf(current, patch)
  const told = { governmentId, caseId, actor: null, at: now, ...owner, changed, ...event }
  await writeEvents(tx, [told])
  return runClocks(tx, current, toCase(row), { ...event, at: now })
}
