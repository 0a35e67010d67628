import type { Refusal } from '../core/errors.ts'
import type { IncomingPost, Outcome, PostStage } from '../core/post.ts'
import type { Judged, OutsidePost } from '../core/raised-post.ts'
import type { Viewer } from '../core/roles.ts'
import type { PostToRead } from './reading.ts'

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
  /** One complaint of a post that is counted already. */
  isPart: boolean
  /** A line that never became a post. */
  isRaw: boolean
  /** As the reader ranked them; none before it was read. */
  alternatives: string[]
}

export interface Posts {
  /** A line that is no post at all is kept as it came, for a person to look at. */
  quarantine(governmentId: string, raw: string, reason: string): Promise<void>
  /** All or nothing for the page; each row ends stored, duplicate or quarantined. */
  receive(posts: IncomingPost[], options: ReceiveOptions): Promise<ReceiveResult[]>
  status(viewer: Viewer, postId: string): Promise<PostStatus | null>
  /** A post that was read, if the viewer may see what it says. */
  toExplain(
    viewer: Viewer,
    postId: string,
  ): Promise<{ post: PostToRead; caseId: string | null } | null>
  /**
   * A post in no case that the viewer may see, by the ledger or because they pasted it, waits to be read
   * once more with what they said of it: then it lies in a case as any other.
   */
  raise(
    viewer: Viewer,
    postId: string,
    decide: (found: OutsidePost) => Judged,
  ): Promise<{ kind: 'raised' } | Refusal>
  /** The silence ledger of a government: posts that are in no case, and why. */
  ledger(
    viewer: Viewer,
    filter: { outcome?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<{ items: LedgerRow[]; next: string | null } | Refusal>
  /** received = sum of outcomes; the parts of a post are no further posts. */
  outcomes(governmentId: string): Promise<Record<string, number>>
}
