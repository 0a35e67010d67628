/** What the core asks of the outside. Stores, queues, connectors and notifiers answer. */
import type { Case, CaseEvent } from './core/case.ts'
import type { CaseDecision } from './core/case-rules.ts'
import type { Configuration, Government } from './core/configuration.ts'
import type { Refusal } from './core/errors.ts'
import type { Gatherable } from './core/gatherable.ts'
import type { IncomingPost, Outcome, Platform, PostStage } from './core/post.ts'
import type { Kind, Place, PostContext, Reading, Urgency } from './core/reading.ts'
import type { Role, Viewer } from './core/roles.ts'

export interface Clock {
  now(): Date
}

/** Time-ordered ids (UUID version 7), made in Node so that every Postgres from 15 on will do. */
export interface Ids {
  next(): string
  /** A short code that citizens can read out: no 0/O, 1/I. */
  code(prefix: string): string
  /** A secret for links, sessions and keys: 256 bits, base64url. */
  secret(): string
}

// ---------------------------------------------------------------- cases

export const CASE_SORTS = ['due', 'newest', 'risk'] as const
export type CaseSort = (typeof CASE_SORTS)[number]

export const QUEUES = ['agency', 'triage', 'late', 'all', 'ended'] as const
/** agency: my agency's open cases · triage: open, unowned · late: open, past due · all · ended */
export type QueueName = (typeof QUEUES)[number]

export interface CaseFilter {
  queue: QueueName
  search?: string | undefined
  agencyId?: string | undefined
  category?: string | undefined
  urgency?: Urgency | undefined
  sort: CaseSort
  cursor?: string | undefined
  /** 1 to 100. */
  limit: number
}

export interface CasePage {
  items: Case[]
  /** Opaque; null at the end. */
  next: string | null
}

export interface CasePost {
  id: string
  platform: string
  url: string | null
  authorHandle: string | null
  text: string
  context: { parentText?: string; account?: string; attachmentId?: string } | null
  postedAt: Date | null
  receivedAt: Date
  reading: Reading | null
  sample: boolean
  history: boolean
}

export interface CaseView {
  case: Case
  posts: CasePost[]
  events: CaseEvent[]
}

export interface Cases {
  list(viewer: Viewer, filter: CaseFilter): Promise<CasePage | Refusal>
  /** How many each queue holds, at most 1000 counted. */
  counts(viewer: Viewer): Promise<Record<QueueName, number>>
  view(viewer: Viewer, caseId: string): Promise<CaseView | null>
  /**
   * Loads the case under a lock if the viewer may see it, asks the rule, saves the patch with the
   * event, and announces it: one transaction. `version: null` takes whatever version there is.
   */
  change(
    viewer: Viewer,
    caseId: string,
    version: number | null,
    decide: (current: Case) => CaseDecision,
  ): Promise<{ kind: 'changed'; case: Case } | (Refusal & { current?: Case })>
  /** Rows for CSV, one by one, in the queue's order. */
  export(viewer: Viewer, filter: CaseFilter): AsyncIterable<Case>
}

// ---------------------------------------------------------------- events (live changes)

export interface LiveEvent {
  /** Cursor: hand it back to resume. */
  id: string
  type: CaseEvent['type'] | 'case-left'
  caseId: string
  code: string
  agencyId: string | null
  urgency: Urgency
  actor: string | null
  at: Date
}

export interface Events {
  /** Events after the cursor that the viewer may see now, at most `limit`, oldest first. */
  after(
    viewer: Viewer,
    cursor: string,
    limit: number,
  ): Promise<{ events: LiveEvent[]; cursor: string }>
  latest(): Promise<string>
  /** Calls back soon after anything was committed. Returns the way to stop. */
  subscribe(onChange: () => void): () => void
}

// ---------------------------------------------------------------- posts

export type ReceiveResult =
  | { kind: 'stored'; postId: string }
  | { kind: 'duplicate'; postId: string }
  | { kind: 'quarantined'; reason: string }

export interface ReceiveOptions {
  governmentId: string
  sourceId: string | null
  /** The officer who pasted it; null for polls and imports. */
  receivedBy: string | null
  sample: boolean
  history: boolean
  receivedAt: Date
}

export interface PostStatus {
  id: string
  stage: PostStage
  outcome: Outcome | null
  because: string[]
  caseId: string | null
  caseCode: string | null
}

export interface LedgerRow {
  id: string
  platform: string
  text: string
  postedAt: Date | null
  receivedAt: Date
  stage: PostStage
  outcome: Outcome | null
  because: string[]
  caseId: string | null
  sample: boolean
}

export interface Posts {
  /** A line that is no post at all is kept as it came, for a person to look at. */
  quarantine(governmentId: string, raw: string, reason: string): Promise<void>
  /** All or nothing for the page; each row ends stored, duplicate or quarantined. */
  receive(posts: IncomingPost[], options: ReceiveOptions): Promise<ReceiveResult[]>
  status(viewer: Viewer, postId: string): Promise<PostStatus | null>
  /** The silence ledger of a government: posts that are in no case, and why. */
  ledger(
    viewer: Viewer,
    filter: { outcome?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<{ items: LedgerRow[]; next: string | null } | Refusal>
  /** received = sum of outcomes. */
  outcomes(governmentId: string): Promise<Record<string, number>>
}

/** Screenshots that an officer pastes beside the text. */
export interface Attachments {
  store(input: {
    governmentId: string
    bytes: Uint8Array
    mediaType: string
    name: string
  }): Promise<{ id: string }>
  /** Only for those who may see the case of its post. */
  read(viewer: Viewer, id: string): Promise<{ bytes: Uint8Array; mediaType: string } | null>
}

// ---------------------------------------------------------------- people

export interface User {
  id: string
  governmentId: string
  agencyId: string | null
  username: string
  name: string
  roles: Role[]
  disabledAt: Date | null
  createdAt: Date
  /** False until the person has used the one-time link. */
  hasPassword: boolean
}

export interface NewUser {
  governmentId: string
  agencyId: string | null
  username: string
  name: string
  roles: Role[]
}

export type LinkPurpose = 'first-administrator' | 'set-password'

export interface Users {
  count(): Promise<number>
  list(governmentId: string): Promise<User[]>
  find(governmentId: string | null, userId: string): Promise<User | null>
  byUsername(username: string): Promise<(User & { passwordHash: string | null }) | null>
  add(user: NewUser): Promise<{ kind: 'added'; user: User } | Refusal>
  setPassword(userId: string, passwordHash: string): Promise<void>
  /** Disabling ends all sessions and claims of the person. Refuses the last administrator. */
  disable(governmentId: string | null, userId: string): Promise<{ kind: 'disabled' } | Refusal>
  enable(governmentId: string | null, userId: string): Promise<{ kind: 'enabled' } | Refusal>
  /** Stores only the hash of the token. */
  createLink(purpose: LinkPurpose, userId: string | null, token: string, until: Date): Promise<void>
  peekLink(token: string): Promise<{ purpose: LinkPurpose; user: User | null } | null>
  /** Uses the link up; false if it was used or has expired. */
  useLink(token: string): Promise<boolean>
}

export interface Sessions {
  /** Returns the token to put into the cookie; only its SHA-256 is stored. */
  open(userId: string): Promise<{ token: string; until: Date }>
  /** `touch: false` only looks: an open event stream must not keep an idle session alive. */
  viewer(
    token: string,
    options?: { touch: boolean },
  ): Promise<{ viewer: Viewer; until: Date } | null>
  close(token: string): Promise<void>
  closeAllOf(userId: string): Promise<void>
}

export interface Passwords {
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}

/** Remembers what a write with the same key answered. */
export interface Idempotency {
  /** 'new' reserves the key; 'busy' while the first call is still at work. */
  begin(
    userId: string,
    key: string,
    requestHash: string,
  ): Promise<
    | { kind: 'new' }
    | { kind: 'busy' }
    | { kind: 'mismatch' }
    | { kind: 'done'; status: number; body: unknown }
  >
  finish(userId: string, key: string, status: number, body: unknown): Promise<void>
  forget(userId: string, key: string): Promise<void>
}

// ---------------------------------------------------------------- sources and connectors

export interface Source {
  id: string
  governmentId: string
  connector: string
  name: string
  enabled: boolean
  intervalSeconds: number
  settings: Record<string, unknown>
  /** Last four characters of each stored secret, never the secret. */
  secretHints: Record<string, string>
  health: SourceHealth
}

export interface SourceHealth {
  /** idle: enabled but lacks a credential, and says which. */
  state: 'ok' | 'idle' | 'failing' | 'paused' | 'never-polled'
  lastPollAt: Date | null
  lastSuccessAt: Date | null
  lastPostAt: Date | null
  /** Seconds between posting and storing of the newest post. */
  lagSeconds: number | null
  lastError: string | null
  lastErrorAt: Date | null
  failures: number
  nextPollAt: Date | null
  stored: number
}

export interface Sources {
  list(governmentId: string): Promise<Source[]>
  add(source: NewSource): Promise<Source>
  change(
    governmentId: string,
    sourceId: string,
    patch: Partial<Pick<Source, 'name' | 'enabled' | 'intervalSeconds' | 'settings'>> & {
      secrets?: Record<string, string>
    },
  ): Promise<Source | null>
  remove(governmentId: string, sourceId: string): Promise<boolean>
}

export interface NewSource {
  governmentId: string
  connector: string
  name: string
  enabled: boolean
  intervalSeconds: number
  settings: Record<string, unknown>
  secrets: Record<string, string>
}

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

// ---------------------------------------------------------------- alerts and notifiers

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

export type ChannelKind = 'webhook' | 'email' | 'telegram'

/** Where a government wants its alerts, besides the console. */
export interface Channel {
  id: string
  governmentId: string
  kind: ChannelKind
  name: string
  enabled: boolean
  /** webhook: {url} · email: {to} · telegram: {chatId} */
  settings: Record<string, string>
  secretHints: Record<string, string>
  /** Only alerts of this agency; null is all that are not confidential. */
  agencyId: string | null
  lastDeliveredAt: Date | null
  lastError: string | null
}

export interface NewChannel {
  governmentId: string
  kind: ChannelKind
  name: string
  enabled: boolean
  settings: Record<string, string>
  secrets: Record<string, string>
  agencyId: string | null
}

export interface Channels {
  list(governmentId: string): Promise<Channel[]>
  add(channel: NewChannel): Promise<Channel>
  remove(governmentId: string, channelId: string): Promise<boolean>
}

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

// ---------------------------------------------------------------- configuration

export interface Configurations {
  current(): Promise<Configuration | null>
  apply(configuration: Configuration, who: string): Promise<{ version: number; changed: string[] }>
  government(id: string): Promise<Government | null>
}

// ---------------------------------------------------------------- work in the background

export interface PostToRead {
  id: string
  governmentId: string
  platform: Platform
  text: string
  authorId: string | null
  authorHandle: string | null
  url: string | null
  context: PostContext | null
  postedAt: Date | null
  receivedAt: Date
  sample: boolean
  history: boolean
}

/** Posts that wait to be read: leased with a token, so that a reader that froze cannot write late. */
export interface ReadingWork {
  /** Posts that nobody was told of yet (or long ago), marked as told. */
  takeWaiting(limit: number): Promise<string[]>
  /** Posts whose reader died, marked as suspects and told; hopeless ones go to quarantine. */
  takeSuspects(limit: number): Promise<string[]>
  /** Counts the attempt and returns those that nobody else holds. */
  lease(postIds: string[]): Promise<{ token: string; posts: PostToRead[] }>
  /** A reader that lives keeps its posts, however long it waits for its turn to gather. */
  renew(token: string): Promise<void>
  /** Takes the attempt back: the post was not at fault (a database or reader was away). */
  giveBack(token: string): Promise<void>
  /** Read, but the reading crashed: from now on the post is a suspect, read alone. */
  suspect(token: string, postIds: string[]): Promise<void>
  /** Seconds since the oldest unread post came in; null where there is none. */
  oldestWaiting(): Promise<number | null>
}

/** Reads posts outside the process that holds the jobs: a post that kills its reader kills only that. */
export interface PostReader {
  /** Starts what reads, before posts are held for it: a start may take longer than their lease. */
  prepare(): Promise<void>
  read(
    governmentId: string,
    posts: PostToRead[],
  ): Promise<{ kind: 'read'; readings: PostThatWasRead[] } | { kind: 'crashed'; because: string }>
  close(): Promise<void>
}

/** An open case that a post may belong to, with its newest posts to compare with. */
export interface CaseToJoin {
  case: Case
  /** Its newest posts, newest first. */
  members: Gatherable[]
}

export interface NewCase {
  kind: Kind
  category: string
  urgency: Urgency
  confidential: boolean
  agencyId: string | null
  proposedOwner: string | null
  place: Place | null
  placeKey: string | null
  title: string
  because: string[]
  dueAt: Date | null
}

export interface PostThatWasRead {
  post: PostToRead
  reading: Reading
  gatherable: Gatherable
}

/** The table at which one government's posts are laid to their cases, one batch at a time. */
export interface GatheringDesk {
  /** Of these posts, those whose lease is still ours: only they may be settled. */
  held: ReadonlySet<string>
  /** Open cases that share a band, or category and place, since then; sample only with sample. */
  candidates(
    read: PostThatWasRead,
    like: { placeKey: string | null; since: Date },
  ): Promise<CaseToJoin[]>
  open(read: PostThatWasRead, wanted: NewCase, now: Date): Promise<Case>
  /** A graver post makes the whole case as grave, and its deadline as early. Null: just ended. */
  join(
    read: PostThatWasRead,
    into: Case,
    as: { because: string[]; dueAt: Date },
    now: Date,
  ): Promise<Case | null>
  settle(read: PostThatWasRead, outcome: Outcome, because: string[]): Promise<void>
  /** Distinct authors of the case's posts with their first arrival since then. */
  arrivals(caseId: string, since: Date): Promise<Date[]>
  /** Once per case, kind and level; queues a delivery to every channel that may know of it. */
  raise(
    about: Case,
    alert: { kind: AlertKind; level: 'siaga' | 'viral'; because: string[] },
    now: Date,
  ): Promise<void>
}

export interface Gathering {
  /** One transaction, one government at a time: two readers never open two cases for one problem. */
  at(
    governmentId: string,
    lease: { token: string; postIds: string[] },
    work: (desk: GatheringDesk) => Promise<void>,
  ): Promise<void>
}

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

export interface Escalation {
  /** Marks open cases whose deadline has passed, each once; says how many. */
  escalateLate(now: Date): Promise<number>
}

export interface JobPayloads {
  'read-posts': { postIds: string[] }
  'read-suspects': { postIds: string[] }
  'poll-source': { sourceId: string }
  'deliver-alert': { deliveryId: string }
}

/** A hint that there is work. Losing one costs a few seconds, never a post. */
export interface JobQueue {
  add<Name extends keyof JobPayloads>(name: Name, payloads: JobPayloads[Name][]): Promise<void>
  waiting(name: keyof JobPayloads): Promise<number>
  close(): Promise<void>
}

// ---------------------------------------------------------------- health

export interface Health {
  /** Can we do work? Each part with a sentence. */
  ready(): Promise<{ ok: boolean; parts: Record<string, { ok: boolean; says: string }> }>
  /** Figures of the installation for Prometheus; names in snake_case without the prefix. */
  gauges(): Promise<Gauge[]>
}

export interface Gauge {
  name: string
  help: string
  value: number
  labels?: Record<string, string>
}

/** Everything an action may ask for. */
export interface Ports {
  alerts: Alerts
  attachments: Attachments
  cases: Cases
  channels: Channels
  clock: Clock
  configurations: Configurations
  events: Events
  health: Health
  idempotency: Idempotency
  ids: Ids
  passwords: Passwords
  posts: Posts
  sessions: Sessions
  sources: Sources
  users: Users
}
