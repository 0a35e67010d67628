import type { Case } from '../core/case.ts'
import type { CustodyChange } from '../core/custody-change.ts'
import { applyChange } from './apply-change.ts'
import type { CustodyDesk } from './custody-desk.ts'
import { writeCustody } from './custody-writes.ts'

/** The steps of the case, each with its event, and then the rows that hang on it. */
export const saveCustody = async (desk: CustodyDesk, current: Case, decision: CustodyChange) => {
  let saved = current
  let there: Case | null = null
  for (const { at, ...change } of decision.steps)
    saved = await applyChange(desk.tx, desk.viewer, saved, change, at ?? desk.now)
  for (const write of decision.writes) there = (await writeCustody(desk, saved, write)) ?? there
  return { kind: 'changed' as const, case: saved, there }
}
