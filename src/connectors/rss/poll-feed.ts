import { type Static, Type } from 'typebox'
import type { IncomingPost } from '../../core/post.ts'
import type { PollInput, PollResult, SafeResponse } from '../../ports/connector.ts'
import { readCursor, textOf } from '../cursor/read-input.ts'
import { remember, unseen } from '../cursor/seen.ts'
import { call, failed, refusal } from '../http/call.ts'
import { feedPost } from './feed-post.ts'
import { readFeed } from './read-feed.ts'

const FeedCursor = Type.Object({
  /** The feed that all this belongs to: another address begins anew. */
  url: Type.String(),
  etag: Type.Optional(Type.String()),
  modified: Type.Optional(Type.String()),
  seen: Type.Array(Type.String()),
})
type FeedCursor = Static<typeof FeedCursor>

/** One site is asked in turn, however many of its feeds are read. */
export function feedGate(input: Pick<PollInput, 'settings' | 'secrets'>): string | null {
  const url = textOf(input, 'url')
  return URL.canParse(url) ? `rss:${new URL(url).host}` : null
}

/** A new source does not pour a site's whole archive onto the desks. */
const FIRST_ITEMS = 50
/** Twice what is read of one feed, so that an item cannot leave the memory while it is shown. */
const REMEMBERED = 2000

export async function pollFeed(input: PollInput): Promise<PollResult> {
  const url = textOf(input, 'url')
  if (!url) return { kind: 'idle', missing: ['Alamat umpan'] }
  const known = readCursor(FeedCursor, input.cursor)
  const cursor = known?.url === url ? known : null
  const answered = await call(input, 'Umpan', url, { headers: conditions(cursor) })
  if (answered.kind !== 'answer') return answered
  const { response } = answered
  if (response.status === 304 && cursor) return { kind: 'page', posts: [], cursor, more: false }
  // a feed has no credential that a person could renew: 401 and 403 are plain refusals too
  if (response.status !== 200)
    return { ...refusal('Umpan', response), credential: false } as PollResult
  return readPage(response, url, cursor, input.now)
}

function conditions(cursor: FeedCursor | null): Record<string, string> {
  return {
    accept:
      'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9',
    ...(cursor?.etag ? { 'if-none-match': cursor.etag } : {}),
    ...(cursor?.modified ? { 'if-modified-since': cursor.modified } : {}),
  }
}

function readPage(
  { body, headers }: SafeResponse,
  url: string,
  cursor: FeedCursor | null,
  now: Date,
): PollResult {
  const items = readFeed(body)
  if (!items) return failed('Umpan bukan RSS, Atom, atau JSON Feed yang utuh')
  const posts = items.map((item) => feedPost(item, url, now)).filter((post) => post.text !== '')
  const seen = cursor?.seen ?? []
  const fresh = unseen(posts, idOf, seen).sort(newestFirst)
  const etag = headers.get('etag')
  const modified = headers.get('last-modified')
  return {
    kind: 'page',
    posts: cursor === null ? fresh.slice(0, FIRST_ITEMS) : fresh,
    cursor: {
      url,
      seen: remember(seen, posts.map(idOf), REMEMBERED),
      ...(etag ? { etag } : {}),
      ...(modified ? { modified } : {}),
    },
    more: false,
  }
}

const idOf = (post: IncomingPost): string => `${post.platform} ${post.externalId}`

/** Items without a date keep the feed's order, which is newest first by custom. */
const newestFirst = (a: IncomingPost, b: IncomingPost): number =>
  (b.postedAt?.getTime() ?? 0) - (a.postedAt?.getTime() ?? 0)
