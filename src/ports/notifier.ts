import type { AlertKind } from './alerts.ts'
import type { Channel, ChannelKind } from './channels.ts'

/** One message on its way out. The delivery id stays the same over all attempts. */
export interface Delivery {
  id: string
  channel: Channel
  secrets: Record<string, string>
  message: AlertMessage
  attempt: number
}

export interface AlertMessage {
  alertId: string
  kind: AlertKind
  level: string
  government: string
  caseCode: string
  agency: string | null
  /** Confidential cases carry no text: only that there is one. */
  title: string
  place: string | null
  because: string[]
  raisedAt: string
  caseUrl: string
  /** One-time link that acknowledges without signing in. */
  acknowledgeUrl: string
}

export type DeliveryResult =
  | { kind: 'delivered' }
  | { kind: 'failed'; because: string; retry: boolean; waitSeconds?: number }

export interface Notifier {
  kind: ChannelKind
  deliver(delivery: Delivery, signal: AbortSignal): Promise<DeliveryResult>
}
