import type { IncomingPost } from '../core/post.ts'

/** What a connector calls its platform with; nothing else of the house is known to it. */
export interface CallInput {
  settings: Record<string, unknown>
  secrets: Record<string, string>
  now: Date
  /** Calls go through here: timeouts, size cap and the rate gate of the credential. */
  fetch: SafeFetch
  signal: AbortSignal
}

/** One poll. */
export interface PollInput extends CallInput {
  /** What the last poll returned; null at the first. */
  cursor: unknown
}

export type PollResult =
  | { kind: 'page'; posts: IncomingPost[]; cursor: unknown; more: boolean }
  /** Nothing to do without this credential or setting; said to the administrator. */
  | { kind: 'idle'; missing: string[] }
  /** The platform asks to wait. */
  | { kind: 'wait'; until: Date; because: string }
  | { kind: 'failed'; because: string; credential: boolean }

/** Which of the posts that were asked for are not there any more. */
export type Missing =
  | { kind: 'missing'; externalIds: string[] }
  | Extract<PollResult, { kind: 'idle' | 'wait' | 'failed' }>

export interface Connector extends Partial<Publisher> {
  id: string
  label: string
  /** Names of settings and secrets with Indonesian labels, for the form and for checks. */
  fields: { name: string; label: string; secret: boolean; required: boolean }[]
  /** Key of the shared rate gate; connectors that call no network return null. */
  gateKey(input: Pick<PollInput, 'settings' | 'secrets'>): string | null
  poll(input: PollInput): Promise<PollResult>
  /** Of at most 25 posts; only networks that can tell have it. */
  missing?(input: PollInput, externalIds: string[]): Promise<Missing>
}

/** One reply on its way to a platform. */
export interface Reply {
  /** Stays the same over all attempts: what the platform is asked to know it by. */
  id: string
  /** The citizen's post, by the platform's own id. */
  inReplyTo: string
  text: string
  /** From 1. Above 1, an earlier attempt may have reached the platform without our knowing. */
  attempt: number
}

export interface PublishInput extends CallInput {
  reply: Reply
}

export type PublishResult =
  | { kind: 'sent'; externalId: string; url: string | null }
  /** Nobody is there to be answered: the post is deleted, its author blocked us. */
  | { kind: 'skipped'; because: string }
  | { kind: 'wait'; until: Date; because: string }
  | { kind: 'failed'; because: string; credential: boolean; retry: boolean }

/** A connector that can also speak. At most one reply for one id, however often it is called. */
export interface Publisher {
  publish(input: PublishInput): Promise<PublishResult>
}

export interface SafeResponse {
  status: number
  headers: Headers
  body: string
}

/** Throws only for network failures and timeouts; never follows a redirect to a private address. */
export type SafeFetch = (
  url: string,
  init?: { method?: string; headers?: Record<string, string>; body?: string },
) => Promise<SafeResponse>
