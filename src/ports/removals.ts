import type { Refusal } from '../core/errors.ts'
import type { Platform } from '../core/post.ts'
import type { Viewer } from '../core/roles.ts'
import type { DuePoll } from './background-work.ts'

/** A post as its platform names it. */
export interface PostName {
  platform: Platform
  externalId: string
}

/** Posts of one source that its platform is asked for. */
export interface DueLook {
  source: DuePoll['source']
  secrets: Record<string, string>
  posts: { id: string; externalId: string }[]
}

/** Posts that their writers took back. */
export interface Removals {
  /** An officer saw that it is gone. */
  byOfficer(viewer: Viewer, postId: string): Promise<{ kind: 'removed' } | Refusal>
  /** A file or a platform says so; answers how many were there and are gone now. */
  byName(governmentId: string, posts: PostName[]): Promise<number>
  /** Posts in open cases that nobody asked for lately, of one source of these connectors. */
  takeDue(connectors: string[], limit: number): Promise<DueLook | null>
  /** Those that are missing for the second time are removed; the others are missed from now on. */
  missing(postIds: string[]): Promise<void>
}
