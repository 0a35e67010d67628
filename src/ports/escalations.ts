import type { ClockName } from '../core/case-clock.ts'
import type { Refusal } from '../core/errors.ts'
import type { Rung } from '../core/escalation.ts'
import type { Urgency } from '../core/reading.ts'
import type { Viewer } from '../core/roles.ts'

/** A rung of the ladder that a case's clock has reached. */
export interface EscalationOfCase {
  id: string
  caseId: string
  caseCode: string
  title: string
  urgency: Urgency
  clock: ClockName
  leg: number
  rung: Rung
  /** Who held the case on that leg; null is the triage desk, or the citizen's own clock. */
  agencyId: string | null
  /** When that share of the clock was used up, whenever it was found. */
  moment: Date
  acknowledged: { by: string; at: Date; reason: string } | null
}

export interface Escalations {
  /** Newest first. */
  list(viewer: Viewer, filter: { open: boolean; limit: number }): Promise<EscalationOfCase[]>
  /** The first to say so is kept. `may` decides by rung and agency. */
  acknowledge(
    viewer: Viewer,
    escalationId: string,
    reason: string,
    may: (about: { rung: Rung; agencyId: string | null }) => boolean,
  ): Promise<{ kind: 'acknowledged'; escalation: EscalationOfCase } | Refusal>
}
