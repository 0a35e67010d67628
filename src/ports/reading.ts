import type { Explanation } from '../core/explanation.ts'
import type { Gatherable } from '../core/gatherable.ts'
import type { Platform } from '../core/post.ts'
import type { PostContext, Reading } from '../core/reading.ts'

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
  /** The citizen's post that it is one complaint of; null for a post that came in. */
  partOf?: string | null
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
  /** Word by word, with the model in service of the post's government; a post that kills it throws. */
  explain(post: PostToRead): Promise<Explanation | null>
  close(): Promise<void>
}

export interface PostThatWasRead {
  post: PostToRead
  reading: Reading
  gatherable: Gatherable
}
