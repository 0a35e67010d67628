import type { InferSelectModel } from 'drizzle-orm'
import type { Case, Snooze } from '../core/case.ts'
import type { CaseEvent } from '../core/case-event.ts'
import { isOpen } from '../core/case-state.ts'
import type { caseEvents, cases } from './schema/cases.ts'

export type CaseRow = InferSelectModel<typeof cases>
type EventRow = InferSelectModel<typeof caseEvents>

export const toCase = (row: CaseRow): Case => {
  const { claimedBy, claimedName, claimedUntil, placeKey: _key, isOpen: _open, ...all } = row
  const { isSnoozed, snoozedAt, snoozedUntil, snoozeForReply, snoozeReason, ...more } = all
  const { snoozedBy, snoozedName, wokenAt, wokenBecause, ...rest } = more
  const claim =
    claimedBy && claimedUntil
      ? { userId: claimedBy, name: claimedName ?? '', until: claimedUntil }
      : null
  const snooze = snoozedAt && {
    active: isSnoozed,
    since: snoozedAt,
    until: snoozedUntil,
    forReply: snoozeForReply,
    reason: snoozeReason ?? '',
    by: { userId: snoozedBy ?? '', name: snoozedName ?? '' },
  }
  return { ...rest, claim, snooze, woken: wokenAt && { at: wokenAt, because: wokenBecause ?? '' } }
}

/** The columns that a patch touches; what the clocks say is their own business, whatever a patch says. */
export const toColumns = (patch: Partial<Case>): Partial<CaseRow> => {
  const { claim, snooze, woken, ...fields } = patch
  const {
    dueAt: _due,
    dueProvisional: _sure,
    escalatedAt: _late,
    owesAnswer: _owes,
    ...rest
  } = fields
  const columns: Partial<CaseRow> = { ...rest }
  if (patch.state) columns.isOpen = isOpen(patch.state)
  if (claim !== undefined) {
    columns.claimedBy = claim?.userId ?? null
    columns.claimedName = claim?.name ?? null
    columns.claimedUntil = claim?.until ?? null
  }
  if (snooze !== undefined) Object.assign(columns, snoozeColumns(snooze))
  if (woken !== undefined) {
    columns.wokenAt = woken?.at ?? null
    columns.wokenBecause = woken?.because ?? null
  }
  return columns
}

const snoozeColumns = (snooze: Snooze | null): Partial<CaseRow> => ({
  isSnoozed: snooze?.active ?? false,
  snoozedAt: snooze?.since ?? null,
  snoozedUntil: snooze?.until ?? null,
  snoozeForReply: snooze?.forReply ?? false,
  snoozeReason: snooze?.reason ?? null,
  snoozedBy: snooze?.by.userId ?? null,
  snoozedName: snooze?.by.name ?? null,
})

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
