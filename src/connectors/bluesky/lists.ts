import { Value } from 'typebox/value'
import type { CallInput } from '../../ports/connector.ts'
import { failed, readJson, refusal, type Stop } from '../http/call.ts'
import {
  BLUESKY,
  NotificationPage,
  PostsAnswer,
  type PostView,
  PostView as PostViewShape,
  SearchPage,
  type Session,
} from './api.ts'
import { askBluesky } from './session.ts'

export interface PostList {
  kind: 'posts'
  posts: PostView[]
  /** Of all entries, those that are not posts too. */
  times: Date[]
  next: string | null
  session: Session
}

const REASONS = ['mention', 'reply', 'quote']

export async function searchPosts(
  input: CallInput,
  keyword: string,
  since: Date,
  token: string | null,
): Promise<PostList | Stop> {
  const answered = await askBluesky(input, 'app.bsky.feed.searchPosts', [
    ['q', keyword],
    ['sort', 'latest'],
    ['since', since.toISOString()],
    ['limit', '100'],
    ...cursorOf(token),
  ])
  if (answered.kind !== 'answer') return answered
  if (answered.response.status !== 200) return refusal(BLUESKY, answered.response)
  const page = readJson(SearchPage, answered.response.body)
  if (!page) return failed('Jawaban Bluesky tidak utuh')
  return listOf(page.posts, page.posts, page.cursor, answered.session)
}

export async function listMentions(
  input: CallInput,
  token: string | null,
): Promise<PostList | Stop> {
  const answered = await askBluesky(input, 'app.bsky.notification.listNotifications', [
    ...REASONS.map((reason): [string, string] => ['reasons', reason]),
    ['limit', '100'],
    ...cursorOf(token),
  ])
  if (answered.kind !== 'answer') return answered
  if (answered.response.status !== 200) return refusal(BLUESKY, answered.response)
  const page = readJson(NotificationPage, answered.response.body)
  if (!page) return failed('Jawaban Bluesky tidak utuh')
  // older servers ignore `reasons` and tell of likes and follows too
  const posts = page.notifications.filter(
    (each): each is typeof each & PostView =>
      REASONS.includes(each.reason) && Value.Check(PostViewShape, each),
  )
  return listOf(posts, page.notifications, page.cursor, answered.session)
}

/** Posts by their addresses; what is gone or cannot be read is left out. */
export async function readByAddress(
  input: CallInput,
  uris: readonly string[],
): Promise<Map<string, PostView> | Extract<Stop, { kind: 'wait' }>> {
  const found = new Map<string, PostView>()
  for (let at = 0; at < uris.length; at += AT_ONCE) {
    const query = uris.slice(at, at + AT_ONCE).map((uri): [string, string] => ['uris', uri])
    const answered = await askBluesky(input, 'app.bsky.feed.getPosts', query)
    if (answered.kind === 'wait') return answered
    const readable = answered.kind === 'answer' && answered.response.status === 200
    const page = readable ? readJson(PostsAnswer, answered.response.body) : null
    for (const view of page?.posts ?? []) found.set(view.uri, view)
  }
  return found
}

/** The network gives no more in one answer. */
const AT_ONCE = 25

const listOf = (
  posts: PostView[],
  entries: { indexedAt: string }[],
  cursor: string | undefined,
  session: Session,
): PostList => ({
  kind: 'posts',
  posts,
  times: entries.map((entry) => new Date(entry.indexedAt)),
  next: cursor || null,
  session,
})

const cursorOf = (token: string | null): [string, string][] =>
  token === null ? [] : [['cursor', token]]
