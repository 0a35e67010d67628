import type { Case } from '../core/case.ts'
import type { Gatherable } from '../core/gatherable.ts'
import type { Outcome } from '../core/post.ts'
import type { Quoted } from '../core/quotation.ts'
import type { Kind, Place, Urgency } from '../core/reading.ts'
import type { NewTask } from '../core/task.ts'
import type { AlertKind } from './alerts.ts'
import type { PostThatWasRead } from './reading.ts'

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
  /** What has to be done for it from the first: whose duty it is may have to be looked up. */
  tasks: OpeningTask[]
  /** The case that it goes on from, which can come back no more. */
  continues?: Pick<Case, 'id' | 'code'>
}

/** A task that opens with its case, at the agency that received it. */
export type OpeningTask = Pick<NewTask, 'kind' | 'title' | 'target'>

export interface Likeness {
  keys: string[]
  /** A case whose last post is older is left alone. */
  since: Date
  /** Solved cases that ended before are history. */
  endedSince: Date
}

/** The table at which one government's posts are laid to their cases, one batch at a time. */
export interface GatheringDesk {
  /** Of these posts, those whose lease is still ours: only they may be settled. */
  held: ReadonlySet<string>
  /**
   * Open cases, those solved of late, and of this author those closed for their silence, that share most
   * of these keys; sample only with sample.
   */
  candidates(read: PostThatWasRead, like: Likeness): Promise<CaseToJoin[]>
  /** Where the post lies that this one quotes, by the platform's own reference; null: unknown here. */
  quoted(read: PostThatWasRead): Promise<Quoted | null>
  /** A case of this writer and category that was closed for their silence and can come back no more. */
  silentBefore(read: PostThatWasRead): Promise<Pick<Case, 'id' | 'code'> | null>
  open(read: PostThatWasRead, wanted: NewCase, now: Date): Promise<Case>
  /**
   * A graver post makes the whole case as grave, and its deadline as early. A solved case comes
   * back and owes a new answer, unless the post was written before it was solved. Null: just ended.
   */
  join(
    read: PostThatWasRead,
    into: Case,
    as: { because: string[] },
    now: Date,
  ): Promise<Case | null>
  /** Of a case that was closed for its reporter's silence: until when a post opens it again. */
  reopeningUntil(about: Case): Promise<Date | null>
  /** These cases may be the same problem: people are asked, unless they said no before. */
  suggest(about: Case, perhaps: { id: string; because: string; points: number }[]): Promise<void>
  /** Lays what else the post complains of beside it, as posts that wait to be read; each once. */
  divide(read: PostThatWasRead): Promise<void>
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
