import type { IncomingPost } from '../core/post.ts'

/** What a connector needs to make one poll; nothing else of the house is known to it. */
export interface PollInput {
  settings: Record<string, unknown>
  secrets: Record<string, string>
  /** What the last poll returned; null at the first. */
  cursor: unknown
  now: Date
  /** Calls go through here: timeouts, size cap and the rate gate of the credential. */
  fetch: SafeFetch
  signal: AbortSignal
}

export type PollResult =
  | { kind: 'page'; posts: IncomingPost[]; cursor: unknown; more: boolean }
  /** Nothing to do without this credential or setting; said to the administrator. */
  | { kind: 'idle'; missing: string[] }
  /** The platform asks to wait. */
  | { kind: 'wait'; until: Date; because: string }
  | { kind: 'failed'; because: string; credential: boolean }

export interface Connector {
  id: string
  label: string
  /** Names of settings and secrets with Indonesian labels, for the form and for checks. */
  fields: { name: string; label: string; secret: boolean; required: boolean }[]
  /** Key of the shared rate gate; connectors that call no network return null. */
  gateKey(input: Pick<PollInput, 'settings' | 'secrets'>): string | null
  poll(input: PollInput): Promise<PollResult>
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
