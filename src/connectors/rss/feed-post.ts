import { type LinkKey, linkKey, pageKey } from '../../core/link-key.ts'
import type { IncomingPost } from '../../core/post.ts'
import { plainText } from './plain-text.ts'
import type { FeedItem } from './read-feed.ts'

/** Title and excerpt only: the article itself belongs to its publisher (UU 28/2014). */
const MOST_CHARACTERS = 2000

export function feedPost(item: FeedItem, feedUrl: string, now: Date): IncomingPost {
  const key = keyOf(item.link, feedUrl)
  return {
    platform: key?.platform ?? 'news',
    externalId: key?.externalId ?? item.guid ?? '',
    text: textOf(item),
    // the medium speaks, not the journalist: no name of a person is kept
    author: { id: null, handle: new URL(key?.url ?? feedUrl).hostname },
    // an announced time in the future would outlive every later post
    postedAt: item.at && item.at > now ? now : item.at,
    url: key?.url ?? null,
    context: null,
    engagement: null,
    language: null,
  }
}

function textOf({ title, html }: FeedItem): string {
  const head = plainText(title, 300)
  const body = plainText(html, MOST_CHARACTERS)
  // many feeds repeat the title as the first sentence
  const text = body.startsWith(head) ? body : [head, body].filter(Boolean).join('\n')
  return text.slice(0, MOST_CHARACTERS).toWellFormed()
}

/** The same key as for the link that an officer pastes, so that both are one post. */
function keyOf(link: string | null, feedUrl: string): LinkKey | null {
  if (!link || !URL.canParse(link, feedUrl)) return null
  const { href } = new URL(link, feedUrl)
  return linkKey(href) ?? pageKey(href, 'news')
}
