import { type Refusal, refuse } from '../core/errors.ts'
import { type LinkKey, linkKey, pageKey } from '../core/link-key.ts'
import { localDay } from '../core/office-day.ts'
import type { IncomingPost, Platform } from '../core/post.ts'
import type { Viewer } from '../core/roles.ts'
import { textHash } from '../core/text-hash.ts'
import type { Ports } from '../ports/ports.ts'
import type { ReceiveResult } from '../ports/posts.ts'

export interface PastedPost {
  platform: Platform
  url: string | null
  text: string
  authorHandle: string | null
  postedAt: Date | null
  screenshot: { name: string; mediaType: string; bytes: Uint8Array } | null
}

export type Paste = { kind: 'pasted'; postId: string; duplicate: boolean; caseId: string | null }

type PastePorts = Pick<Ports, 'posts' | 'attachments' | 'clock' | 'configurations'>

/** What an officer saw on a platform or heard on the phone takes the way of every other post. */
export const pastePost = async (
  ports: PastePorts,
  viewer: Viewer,
  paste: PastedPost,
): Promise<Paste | Refusal> => {
  const now = ports.clock.now()
  const post = await incomingPost(ports, viewer, paste, now)
  const [result] = await ports.posts.receive([post], {
    governmentId: viewer.governmentId,
    sourceId: null,
    receivedBy: viewer.userId,
    sample: false,
    history: false,
    receivedAt: now,
  })
  return answerTo(ports, viewer, result)
}

const incomingPost = async (
  ports: PastePorts,
  viewer: Viewer,
  paste: PastedPost,
  now: Date,
): Promise<IncomingPost> => {
  const government = await ports.configurations.government(viewer.governmentId)
  const day = localDay(paste.postedAt ?? now, government?.timezone ?? 'Asia/Jakarta')
  const attachmentId = await storeScreenshot(ports, viewer, paste)
  return {
    ...identityOf(paste, day),
    text: paste.text,
    author: { id: null, handle: paste.authorHandle },
    postedAt: paste.postedAt,
    context: attachmentId ? { attachmentId } : null,
    engagement: null,
    language: null,
  }
}

/** By its link, so that a later discovery is the same post; without one by who said what that day. */
const identityOf = (
  paste: PastedPost,
  day: string,
): Pick<IncomingPost, 'platform' | 'externalId' | 'url'> => {
  const link = paste.url ? (linkKey(paste.url) ?? pageKey(paste.url, paste.platform)) : null
  if (!link)
    return {
      platform: paste.platform,
      externalId: `text-${textHash(`${paste.platform}\n${day}\n${saidBy(paste)}${squeezed(paste.text)}`)}`,
      url: null,
    }
  const { platform, url } = link
  return { platform, url, externalId: link.externalId + commentMark(paste, link) }
}

/** Words of somebody other than the author of the link are a comment under it, not the post itself. */
const commentMark = ({ authorHandle, text }: PastedPost, link: LinkKey): string =>
  authorHandle && link.author && authorHandle.toLowerCase() !== link.author.toLowerCase()
    ? `#${textHash(`${authorHandle.toLowerCase()}\n${squeezed(text)}`)}`
    : ''

/** Two citizens who say the same on one day are two, where it is known who they are. */
const saidBy = ({ authorHandle }: PastedPost): string =>
  authorHandle ? `${authorHandle.toLowerCase()}\n` : ''

const squeezed = (text: string): string => text.toLowerCase().replace(/\s+/gu, ' ').trim()

const storeScreenshot = async (
  { attachments }: PastePorts,
  { governmentId }: Viewer,
  { screenshot }: PastedPost,
): Promise<string | null> =>
  screenshot ? (await attachments.store({ governmentId, ...screenshot })).id : null

const answerTo = async (
  { posts }: PastePorts,
  viewer: Viewer,
  result: ReceiveResult | undefined,
): Promise<Paste | Refusal> => {
  if (!result || result.kind === 'quarantined') return refuse('invalid-input', result?.reason)
  const status = result.kind === 'duplicate' ? await posts.status(viewer, result.postId) : null
  return {
    kind: 'pasted',
    postId: result.postId,
    duplicate: result.kind === 'duplicate',
    caseId: status?.caseId ?? null,
  }
}
