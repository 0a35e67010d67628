import type { IncomingPost } from '../../core/post.ts'
import type { PostContext, QuotedPost } from '../../core/reading.ts'
import { storableText } from '../../core/storable-text.ts'
import type { PostView, Session } from './api.ts'
import { quotedPost, saidBy } from './quoted-post.ts'

/** Of the posts that this one is read with and that did not come along with it. */
export function addressesIn(view: PostView, session: Session): string[] {
  const parent = parentOfOurs(view, session)
  const quotes = quotedPost(view)
  return [...(parent ? [parent] : []), ...(quotes && !quotes.text ? [quotes.id] : [])]
}

/** The address of the post of ours that this one answers, or null. */
function parentOfOurs({ record }: PostView, session: Session): string | null {
  const uri = record.reply?.parent.uri
  return uri?.startsWith(`at://${session.did}/`) ? uri : null
}

export function incomingPost(
  view: PostView,
  session: Session,
  others: ReadonlyMap<string, PostView>,
  now: Date,
): IncomingPost {
  const { uri, author, record } = view
  return {
    platform: 'bluesky',
    externalId: uri,
    text: storableText(record.text ?? ''),
    author: { id: author.did, handle: author.handle ?? null },
    postedAt: postedAt(view, now),
    url: permalink(uri),
    context: contextOf(view, session, others),
    engagement: engagementOf(view),
    language: record.langs?.[0] ?? null,
  }
}

/** `createdAt` is the writer's own word; the network saw the post no earlier than it was made. */
function postedAt({ record, indexedAt }: PostView, now: Date): Date | null {
  const times = [record.createdAt, indexedAt].map((text) => Date.parse(text ?? ''))
  const known = times.filter((time) => !Number.isNaN(time))
  return known.length === 0 ? null : new Date(Math.min(...known, now.getTime()))
}

function contextOf(
  view: PostView,
  session: Session,
  others: ReadonlyMap<string, PostView>,
): PostContext | null {
  const parent = parentOfOurs(view, session)
  const parentText = parent === null ? undefined : others.get(parent)?.record.text
  const mentions = mentionsIn(view.record.text ?? '')
  const quotes = quotesOf(view, others)
  const context: PostContext = {
    ...(parentText ? { parentText: storableText(parentText) } : {}),
    ...(parent === null ? {} : { parentAuthor: session.handle, account: session.handle }),
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(quotes ? { quotes } : {}),
  }
  return Object.keys(context).length > 0 ? context : null
}

/** A notification names the quoted post by its address alone. */
function quotesOf(view: PostView, others: ReadonlyMap<string, PostView>): QuotedPost | null {
  const quotes = quotedPost(view)
  const found = quotes && !quotes.text ? others.get(quotes.id) : undefined
  return quotes && found ? { ...quotes, ...saidBy(found.author, found.record.text) } : quotes
}

/** A handle is a host name: @dinas.bsky.social */
const mentionsIn = (text: string): string[] =>
  Array.from(text.matchAll(/(?<![\w.])@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6})/gi), (found) =>
    (found[1] as string).toLowerCase(),
  ).slice(0, 20)

function engagementOf({ likeCount, repostCount, replyCount }: PostView) {
  if (likeCount === undefined && repostCount === undefined && replyCount === undefined) return null
  return {
    ...(likeCount === undefined ? {} : { likes: likeCount }),
    ...(repostCount === undefined ? {} : { shares: repostCount }),
    ...(replyCount === undefined ? {} : { replies: replyCount }),
  }
}

/** at://did:plc:abc/app.bsky.feed.post/3k… → the page that an officer can open. */
export function permalink(uri: string): string | null {
  const [, did, rkey] = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(uri) ?? []
  return did && rkey ? `https://bsky.app/profile/${did}/post/${rkey}` : null
}
