import type { IncomingPost } from '../../core/post.ts'
import type { PostContext } from '../../core/reading.ts'
import { storableText } from '../../core/storable-text.ts'
import type { Comment, Thread } from './api.ts'
import type { CommentCursor } from './cursor.ts'

type Videos = CommentCursor['videos']

/** The first comment of a thread and its replies; what the channel says itself is no complaint. */
export function postsOf(thread: Thread, videos: Videos, now: Date): IncomingPost[] {
  const { topLevelComment, channelId, videoId } = thread.snippet
  const video = videoId === undefined ? undefined : videos[videoId]
  const replies = thread.replies?.comments ?? []
  return [topLevelComment, ...replies]
    .filter((comment) => !channelId || authorIdOf(comment) !== channelId)
    .map((comment) => ({
      ...plainPost(comment, videoId, now),
      context: contextOf(comment, topLevelComment, video),
    }))
}

function plainPost({ id, snippet }: Comment, videoId: string | undefined, now: Date): IncomingPost {
  const postedAt = new Date(snippet.publishedAt)
  return {
    platform: 'youtube',
    externalId: id,
    text: storableText(snippet.textOriginal ?? snippet.textDisplay ?? ''),
    author: {
      id: snippet.authorChannelId?.value ?? null,
      handle: snippet.authorDisplayName || null,
    },
    postedAt: Number.isNaN(postedAt.getTime()) ? null : postedAt > now ? now : postedAt,
    url: videoId === undefined ? null : `https://www.youtube.com/watch?v=${videoId}&lc=${id}`,
    engagement: snippet.likeCount === undefined ? null : { likes: snippet.likeCount },
    context: null,
    language: null,
  }
}

/** A reply is read with the comment it answers, and both with the title of the video. */
function contextOf(
  comment: Comment,
  first: Comment,
  video: Videos[string] | undefined,
): PostContext | null {
  const isReply = comment.id !== first.id
  const answered = first.snippet.textOriginal ?? first.snippet.textDisplay ?? ''
  const parentText = [video?.title, isReply ? answered.slice(0, 500) : '']
    .filter(Boolean)
    .join('\n')
  const parentAuthor = isReply ? first.snippet.authorDisplayName : null
  const context: PostContext = {
    ...(parentText ? { parentText: storableText(parentText) } : {}),
    ...(parentAuthor ? { parentAuthor } : {}),
    ...(video?.channel ? { account: video.channel } : {}),
  }
  return Object.keys(context).length > 0 ? context : null
}

const authorIdOf = (comment: Comment): string | undefined => comment.snippet.authorChannelId?.value
