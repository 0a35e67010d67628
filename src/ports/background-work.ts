import type { IncomingPost } from '../core/post.ts'
import type { Channel, ChannelKind } from './channels.ts'
import type { Delivery, DeliveryResult } from './notifier.ts'

/** One poll of a source, leased: a slow poll that was overtaken cannot move the cursor. */
export interface DuePoll {
  source: { id: string; governmentId: string; connector: string; settings: Record<string, unknown> }
  secrets: Record<string, string>
  cursor: unknown
  fence: number
}

export interface PollWork {
  /** Sources whose time has come, marked as told. */
  takeDue(limit: number): Promise<string[]>
  /** Null where somebody else polls it or it is not due any more. */
  begin(sourceId: string): Promise<DuePoll | null>
  /** Rows and cursor in one transaction. 'overtaken' writes nothing. */
  save(
    poll: DuePoll,
    page: { posts: IncomingPost[]; cursor: unknown; more: boolean; sample: boolean },
  ): Promise<{ kind: 'saved'; stored: number } | { kind: 'overtaken' }>
  idle(poll: DuePoll, missing: string[]): Promise<void>
  wait(poll: DuePoll, until: Date, because: string): Promise<void>
  fail(poll: DuePoll, because: string): Promise<void>
  /** Until when the gate of this credential is closed; null where it is open. */
  gate(key: string): Promise<Date | null>
  closeGate(key: string, until: Date, because: string): Promise<void>
}

/** The outbox on its way out. */
export interface DeliveryWork {
  takeDue(limit: number): Promise<string[]>
  begin(deliveryId: string): Promise<(Delivery & { token: string }) | null>
  finish(delivery: { id: string; token: string }, result: DeliveryResult): Promise<void>
  /** Channels of a kind with their secrets, for those that also listen (Telegram's buttons). */
  listening(kind: ChannelKind): Promise<{ channel: Channel; secrets: Record<string, string> }[]>
}

/** A year without its decree of holidays, told to the coordinators of a government. */
export interface DecreeWarning {
  governmentId: string
  /** The agency that coordinates. */
  coordinator: string
  year: number
  because: string
  now: Date
  /** Not before: nobody is woken for it. */
  tellAt: Date
}

export interface DecreeWarnings {
  /** Queues it to the channels that are meant, unless that was done within the last week; false: it was. */
  tell(warning: DecreeWarning): Promise<boolean>
}

/** The ladder of reminders: desk officer, supervisor, head of the agency, leader. */
export interface Escalation {
  /** Climbs every rung whose moment has come, each once; says of how many cases it looked at. */
  climb(now: Date): Promise<number>
  /** Queues the messages of rungs that may be told by now; says of how many. */
  tell(now: Date): Promise<number>
}
