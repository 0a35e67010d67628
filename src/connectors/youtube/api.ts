import { type Static, Type } from 'typebox'
import type { CallInput } from '../../ports/connector.ts'
import { addressOf, textOf } from '../cursor/read-input.ts'
import { markOf } from '../cursor/seen.ts'
import { type Answered, call } from '../http/call.ts'

export const YOUTUBE = 'YouTube'

/** developers.google.com/youtube/v3/docs/comments: only what we keep, all that may be missing. */
const Comment = Type.Object({
  id: Type.String(),
  snippet: Type.Object({
    textOriginal: Type.Optional(Type.String()),
    textDisplay: Type.Optional(Type.String()),
    authorDisplayName: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    authorChannelId: Type.Optional(
      Type.Union([Type.Object({ value: Type.Optional(Type.String()) }), Type.Null()]),
    ),
    likeCount: Type.Optional(Type.Number()),
    publishedAt: Type.String(),
  }),
})
export type Comment = Static<typeof Comment>

const Thread = Type.Object({
  snippet: Type.Object({
    channelId: Type.Optional(Type.String()),
    videoId: Type.Optional(Type.String()),
    totalReplyCount: Type.Optional(Type.Number()),
    topLevelComment: Comment,
  }),
  replies: Type.Optional(Type.Object({ comments: Type.Optional(Type.Array(Comment)) })),
})
export type Thread = Static<typeof Thread>

export const ThreadPage = Type.Object({
  nextPageToken: Type.Optional(Type.String()),
  items: Type.Array(Thread),
})

export const VideoPage = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      snippet: Type.Object({ title: Type.String(), channelTitle: Type.Optional(Type.String()) }),
    }),
  ),
})

/** The quota belongs to the key, whatever it is asked for. */
export const keyGate = (input: Pick<CallInput, 'settings' | 'secrets'>): string =>
  `youtube:${markOf(textOf(input, 'apiKey'))}`

/** The key travels in a header: addresses end up in logs and error messages. */
export function askYouTube(
  input: CallInput,
  path: string,
  query: Record<string, string>,
): Promise<Answered> {
  const base = addressOf(input, 'apiUrl', 'https://www.googleapis.com/youtube/v3')
  return call(input, YOUTUBE, `${base}/${path}?${new URLSearchParams(query)}`, {
    headers: { 'x-goog-api-key': textOf(input, 'apiKey'), accept: 'application/json' },
  })
}
