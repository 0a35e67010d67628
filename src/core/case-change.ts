/** What a rule about a case returns: what changes and what is learned from it, or a refusal. */
import type { Case } from './case.ts'
import type { CaseEventData, CaseEventType } from './case-event.ts'
import {
  type Correction,
  type CorrectionAct,
  type Disproved,
  judgementOf,
  transferOf,
} from './correction.ts'
import type { Refusal } from './errors.ts'
import type { Notice } from './notice.ts'

export interface CaseChange {
  kind: 'changed'
  patch: Partial<Case>
  event: { type: CaseEventType; data: CaseEventData } | null
  /** Where the officer put right what was held before: what can be learned from it. */
  correction?: Correction
  /** What was taken back teaches nothing any more. */
  withdraws?: { act: CorrectionAct; at: Date } | Disproved
  /** Who is told of it, beside the history. */
  notices?: Notice[]
}

export type CaseDecision = CaseChange | Refusal

export const change = (
  patch: Partial<Case>,
  type: CaseEventType | null,
  data: CaseEventData = {},
): CaseChange => ({ kind: 'changed', patch, event: type ? { type, data } : null })

/** The case after the patch is what the officer holds it for. */
export const correcting = (
  act: CorrectionAct,
  current: Case,
  reason: string | null,
  decision: CaseChange,
): CaseChange => {
  const before = judgementOf(current)
  const after = judgementOf({ ...current, ...decision.patch })
  return { ...decision, correction: { act, before, after, reason } }
}

/** Whose duty it is, by a person's word: another owner than before is what can be learned from it. */
export const teachingOwner = (
  current: Case,
  decision: CaseChange,
  owner: { agencyId: string | null; proposedOwner: string | null },
  reason: string | null,
): CaseChange => {
  const correction = transferOf(judgementOf(current), owner, reason)
  return correction ? { ...decision, correction } : decision
}
