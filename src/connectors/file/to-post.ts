import { linkKey } from '../../core/link-key.ts'
import type { Engagement, IncomingPost } from '../../core/post.ts'
import type { PostContext } from '../../core/reading.ts'
import { storableText } from '../../core/storable-text.ts'
import { textHash } from '../../core/text-hash.ts'
import { platformOf } from './platform-of.ts'
import { readTime } from './read-time.ts'

/** A row of a file with its texts as they stand there. */
export interface GivenPost {
  id: string | null
  text: string
  platform?: string | null | undefined
  author?: string | null | undefined
  postedAt?: string | null | undefined
  url?: string | null | undefined
  context?: PostContext | undefined
  engagement?: Engagement | undefined
}

/** As many as are kept of any network. */
const MOST_MENTIONS = 20

type Made = { kind: 'post'; post: IncomingPost } | { kind: 'broken'; because: string }

export function toPost(given: GivenPost, zone: string): Made {
  const text = storableText(given.text).trim()
  if (text === '') return { kind: 'broken', because: 'teks kosong' }
  const time = given.postedAt?.trim() ?? ''
  const postedAt = time === '' ? null : readTime(time, zone)
  // a wrong time would start a wrong clock: better ask than guess
  if (time !== '' && postedAt === null)
    return { kind: 'broken', because: `waktu "${time.slice(0, 40)}" tidak terbaca` }
  const url = httpUrl(given.url)
  const platform = platformOf(given.platform, url)
  const handle = given.author?.trim() || null
  return {
    kind: 'post',
    post: {
      platform,
      externalId: idOf(given, platform, text, url),
      text,
      author: { id: null, handle: handle && storableText(handle, 200) },
      postedAt,
      url,
      context: given.context ? contextOf(given.context) : null,
      engagement: given.engagement ? figuresOf(given.engagement) : null,
      language: null,
    },
  }
}

/** The name that a post without its text can still be found by; null where there is none. */
export function nameOf({ id, platform: said, url: address }: Omit<GivenPost, 'text'>) {
  const url = httpUrl(address)
  const platform = platformOf(said, url)
  const own = storableText(id?.trim() ?? '', 300)
  const key = url === null ? null : linkKey(url)
  const externalId = own || (key?.platform === platform ? key.externalId : '')
  return externalId === '' ? null : { platform, externalId }
}

/** Its own id; else that of its link, as a connector would find it; else one made of its content. */
function idOf(given: GivenPost, platform: string, text: string, url: string | null): string {
  const id = storableText(given.id?.trim() ?? '', 300)
  if (id !== '') return id
  const key = url === null ? null : linkKey(url)
  if (key?.platform === platform) return key.externalId
  const content = [platform, given.author?.trim() ?? '', given.postedAt?.trim() ?? '', url, text]
  return `isi-${textHash(JSON.stringify(content))}`
}

/** Field by field: a file names no screenshot of ours, and no field or key that nobody here knows. */
const contextOf = (given: PostContext): PostContext => ({
  ...only(given, ['parentText', 'parentAuthor', 'account', 'mediaText']),
  ...(given.mentions && { mentions: given.mentions.slice(0, MOST_MENTIONS) }),
  ...(given.quotes && { quotes: only(given.quotes, ['id', 'text', 'author']) }),
})

const figuresOf = (given: Engagement): Engagement =>
  only(given, ['likes', 'shares', 'replies', 'views'])

const only = <T extends object, Name extends keyof T>(from: T, names: readonly Name[]) =>
  Object.fromEntries(
    names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]),
  ) as Pick<T, Name>

function httpUrl(url: string | null | undefined): string | null {
  const text = url?.trim() ?? ''
  if (!URL.canParse(text)) return null
  const { href, protocol } = new URL(text)
  return /^https?:$/.test(protocol) ? href : null
}
