import { type Static, Type } from 'typebox'
import type { PollInput } from '../../ports/connector.ts'
import { addressOf, textOf } from '../cursor/read-input.ts'

export const BLUESKY = 'Bluesky'

/** The entry of the network that most accounts are on; a PDS of one's own is named instead. */
export const serviceOf = (input: Pick<PollInput, 'settings' | 'secrets'>): string =>
  addressOf(input, 'service', 'https://bsky.social')

export const accountGate = (input: Pick<PollInput, 'settings' | 'secrets'>): string =>
  `bluesky:${serviceOf(input)}:${textOf(input, 'identifier').toLowerCase()}`

/** docs.bsky.app, lexicon com.atproto.server.createSession and refreshSession. */
export const Session = Type.Object({
  accessJwt: Type.String(),
  refreshJwt: Type.String(),
  did: Type.String(),
  handle: Type.String(),
})
export type Session = Static<typeof Session>

const Author = Type.Object({ did: Type.String(), handle: Type.Optional(Type.String()) })

const FeedRecord = Type.Object({
  text: Type.Optional(Type.String()),
  createdAt: Type.Optional(Type.String()),
  langs: Type.Optional(Type.Array(Type.String())),
  /** As the writer sent it: of a quoted post the address alone. */
  embed: Type.Optional(Type.Unknown()),
  reply: Type.Optional(
    Type.Object({
      parent: Type.Object({ uri: Type.String() }),
      root: Type.Object({ uri: Type.String() }),
    }),
  ),
})

/**
 * app.bsky.embed.record#viewRecord. What was deleted, hidden or is no post (a list, a feed) comes in
 * other shapes of the same place.
 */
export const QuotedView = Type.Object({
  uri: Type.String(),
  author: Author,
  value: Type.Object({ text: Type.String() }),
})

/** app.bsky.feed.defs#postView; a notification has the same parts and no counts. */
export const PostView = Type.Object({
  uri: Type.String(),
  author: Author,
  record: FeedRecord,
  /** As the network shows it, with the quoted post's text; a notification has none. */
  embed: Type.Optional(Type.Unknown()),
  indexedAt: Type.String(),
  likeCount: Type.Optional(Type.Number()),
  repostCount: Type.Optional(Type.Number()),
  replyCount: Type.Optional(Type.Number()),
})
export type PostView = Static<typeof PostView>

export const SearchPage = Type.Object({
  cursor: Type.Optional(Type.String()),
  posts: Type.Array(PostView),
})

/** Likes and follows come along here, with records of other shapes. */
export const NotificationPage = Type.Object({
  cursor: Type.Optional(Type.String()),
  notifications: Type.Array(
    Type.Object({ uri: Type.String(), reason: Type.String(), indexedAt: Type.String() }),
  ),
})

export const PostsAnswer = Type.Object({ posts: Type.Array(PostView) })
