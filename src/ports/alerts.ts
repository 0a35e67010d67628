import type { Refusal } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'

export type AlertKind = 'p1' | 'burst'

export interface Alert {
  id: string
  governmentId: string
  caseId: string
  caseCode: string
  kind: AlertKind
  level: 'siaga' | 'viral'
  agencyId: string | null
  title: string
  because: string[]
  raisedAt: Date
  acknowledged: { by: string; at: Date; via: string } | null
  sample: boolean
}

export interface Alerts {
  list(viewer: Viewer, filter: { open: boolean; limit: number }): Promise<Alert[]>
  acknowledge(
    viewer: Viewer,
    alertId: string,
    via: string,
  ): Promise<{ kind: 'acknowledged'; alert: Alert } | Refusal>
  /** By the link in a message: whoever holds the token may say "seen", and nothing else. */
  acknowledgeByToken(
    token: string,
    via: string,
  ): Promise<{ kind: 'acknowledged'; caseCode: string } | Refusal>
}
