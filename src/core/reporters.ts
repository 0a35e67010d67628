import { authorKeyOf } from './author-key.ts'
import type { Platform } from './post.ts'

/** A post of the case as an answer looks at it. */
export interface ReportedPost {
  id: string
  platform: Platform
  externalId: string
  url: string | null
  authorId: string | null
  authorHandle: string | null
  partOf: string | null
  /** What the comment stands under; null for a post of its own. */
  thread: string | null
  /** Whom it only repeats. */
  sharedFrom: string | null
  /** It is gone from the platform. */
  removed: boolean
}

/** One author in one thread: gets the answer once, however often they wrote there. */
export interface Reporter {
  threadKey: string
  authorKey: string
  platform: Platform
  authorHandle: string | null
  /** The first post, which is replied to. */
  postId: string
  postUrl: string | null
  postIds: string[]
  removed: boolean
}

/** In the order in which they first wrote; who only repeats another's words waits for nothing. */
export const reportersOf = (posts: readonly ReportedPost[]): Reporter[] => {
  const found = new Map<string, Reporter>()
  for (const post of posts.filter(({ sharedFrom }) => sharedFrom === null)) {
    const [threadKey, authorKey] = [threadKeyOf(post), authorKeyOf(post)]
    const key = reporterKey({ threadKey, authorKey })
    const known = found.get(key)
    if (known) found.set(key, alsoWrote(known, post))
    else
      found.set(key, {
        threadKey,
        authorKey,
        platform: post.platform,
        authorHandle: post.authorHandle,
        postId: post.id,
        postUrl: post.url,
        postIds: [post.id],
        removed: post.removed,
      })
  }
  return [...found.values()]
}

/** The reply goes under a post that is still there. */
const alsoWrote = (known: Reporter, post: ReportedPost): Reporter => ({
  ...known,
  postIds: [...known.postIds, post.id],
  ...(known.removed && !post.removed ? { postId: post.id, postUrl: post.url, removed: false } : {}),
})

export const reporterKey = ({
  threadKey,
  authorKey,
}: Pick<Reporter, 'threadKey' | 'authorKey'>): string => `${threadKey}\n${authorKey}`

/** A reply of YouTube has the id of its thread before the point. */
const threadKeyOf = ({ platform, externalId, thread }: ReportedPost): string => {
  if (platform === 'youtube') return `youtube:${externalId.split('.')[0]}`
  return thread ? `${platform}:di bawah:${thread.slice(0, 200)}` : `${platform}:${externalId}`
}
