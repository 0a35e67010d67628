/** What the reporter says of a case that an agency calls solved. */
import type { Case } from './case.ts'
import type { CaseDecision } from './case-change.ts'
import { next } from './case-state.ts'

/**
 * "Belum selesai": the case goes on, with its first clock; not counted as a problem that came back.
 * Who says so waits now: a case of imported history becomes a living one.
 */
export const unsatisfied = (current: Case): CaseDecision => {
  const moved = next(current.state, 'reopen')
  if (moved.kind === 'refused') return moved
  const reason = 'Pelapor menyatakan belum selesai.'
  return {
    kind: 'changed',
    patch: { state: moved.state, endedAt: null, claim: null, history: false },
    event: { type: 'reporter-unsatisfied', data: { reason } },
  }
}

/** 1 to 4, as the survey of satisfaction counts (PermenPANRB 14/2017). */
export const RATING_LABELS: Record<number, string> = {
  1: 'Tidak puas',
  2: 'Kurang puas',
  3: 'Puas',
  4: 'Sangat puas',
}
