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
  kind: AlertKind | 'escalation' | 'calendar'
  /** siaga or viral; of an escalation the share of the clock that is used up: 50, 100, 150; a year. */
  level: string
  /** Of an escalation: which clock. */
  clock?: string
  government: string
  /** Empty where the message is of no case. */
  caseCode: string
  agency: string | null
  /** Confidential cases carry no text: only that there is one. */
  title: string
  place: string | null
  because: string[]
  raisedAt: string
  /** The case, or the console. */
  caseUrl: string
  /** One-time link that acknowledges without signing in; null where a reason is asked for. */
  acknowledgeUrl: string | null
}

export type DeliveryResult =
  | { kind: 'delivered' }
  | { kind: 'failed'; because: string; retry: boolean; waitSeconds?: number }

export interface Notifier {
  kind: ChannelKind
  deliver(delivery: Delivery, signal: AbortSignal): Promise<DeliveryResult>
}
