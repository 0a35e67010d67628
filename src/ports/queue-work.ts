import type { Case } from '../core/case.ts'
import type { CaseDecision } from '../core/case-change.ts'
import type { Refusal } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { QueueName } from './cases.ts'

/** A queue with nothing left to hand out; `skipped` cases the viewer passed by today. */
export type NextCase =
  | { kind: 'changed'; case: Case }
  | { kind: 'empty'; skipped: number }
  | (Refusal & { current?: Case })

export interface Skip {
  caseId: string
  caseCode: string
  agencyId: string | null
  by: string
  reason: string
  at: Date
}

/** What a queue hands out, and what was passed by. */
export interface QueueWork {
  /**
   * The most urgent case that nobody holds or looks at and that the viewer did not pass by, locked so
   * that no two viewers are offered the same one; the rule then claims it in the same transaction.
   */
  next(viewer: Viewer, queue: QueueName, decide: (current: Case) => CaseDecision): Promise<NextCase>
  /** Newest first. */
  skips(
    viewer: Viewer,
    filter: { cursor?: string | undefined; limit: number },
  ): Promise<{ items: Skip[]; next: string | null } | Refusal>
}

export interface Snoozing {
  /** Brings back what was put off and whose time has come; says how many. */
  wakeDue(now: Date): Promise<number>
}
