import type { InferSelectModel } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { CaseEvent } from '../core/case-event.ts'
import { isOpen } from '../core/case-state.ts'
import type { caseEvents, cases } from './schema/cases.ts'

export type CaseRow = InferSelectModel<typeof cases>
type EventRow = InferSelectModel<typeof caseEvents>

export const toCase = (row: CaseRow): Case => {
  const { claimedBy, claimedName, claimedUntil, placeKey: _key, isOpen: _open, ...rest } = row
  const claim =
    claimedBy && claimedUntil
      ? { userId: claimedBy, name: claimedName ?? '', until: claimedUntil }
      : null
  return { ...rest, claim }
}

/** The columns that a patch touches; deadlines are the clocks' own business, whatever a patch says. */
export const toColumns = (patch: Partial<Case>): Partial<CaseRow> => {
  const { claim, dueAt: _due, dueProvisional: _sure, escalatedAt: _late, ...rest } = patch
  const columns: Partial<CaseRow> = { ...rest }
  if (patch.state) columns.isOpen = isOpen(patch.state)
  if (claim !== undefined) {
    columns.claimedBy = claim?.userId ?? null
    columns.claimedName = claim?.name ?? null
    columns.claimedUntil = claim?.until ?? null
  }
  return columns
}

export const toEvent = (row: EventRow): CaseEvent => ({
  id: String(row.id),
  caseId: row.caseId,
  type: row.type,
  actor: row.actorId ? { userId: row.actorId, name: row.actorName ?? '' } : null,
  at: row.at,
  fromAgencyId: row.fromAgencyId,
  toAgencyId: row.toAgencyId,
  data: row.data,
})
