import type { Engagement, IncomingPost } from '../../core/post.ts'
import type { PostContext } from '../../core/reading.ts'
import { storableText } from '../../core/storable-text.ts'
import type { SamplePost } from './read-sample-posts.ts'

/** `zero`: the moment of the sample's minute 0. Nothing is posted after it is shown. */
export function samplePost(post: SamplePost, zero: number, now: Date): IncomingPost {
  return {
    platform: post.platform,
    externalId: `sample-${post.id}`,
    text: storableText(post.text),
    author: { id: null, handle: post.author },
    postedAt: new Date(Math.min(zero + post.minute * 60_000, now.getTime())),
    url: null,
    context: (post.context as PostContext | undefined) ?? null,
    engagement: engagementOf(post),
    language: null,
  }
}

function engagementOf({ likes, shares, replies, views }: SamplePost): Engagement {
  const counts = Object.entries({ likes, shares, replies, views })
  return Object.fromEntries(counts.filter(([, count]) => count !== undefined))
}
