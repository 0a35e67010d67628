/**
 * Which post is a link about? The same post has many addresses: mobile and short hosts, tracking
 * parameters, a comment's anchor. They all get one key, so that what an officer pastes equals what
 * a connector discovers later.
 *
 * externalId: TikTok, X: the number · Instagram, Threads: the short code · YouTube: the comment's
 * id, else the video's · Facebook: the story's id, `story_comment` for a comment · Bluesky: the
 * at-uri · Telegram: channel/number. Short links keep an id of their own (`short:…`): only a call
 * to the network could tell where they lead.
 */
import { LINK_FORMS, type LinkForm } from './link-forms.ts'
import type { Platform } from './post.ts'
import { textHash } from './text-hash.ts'

export interface LinkKey {
  platform: Platform
  externalId: string
  /** The canonical address, without tracking. */
  url: string
  /** The handle that the address itself names. */
  author: string | null
}

/** Null for an address of no platform that we know. */
export const linkKey = (address: string): LinkKey | null => {
  const place = parse(address)
  if (!place) return null
  for (const form of LINK_FORMS) {
    const key = readForm(form, place)
    if (key) return key
  }
  return null
}

/** The key of any other page: its address without tracking, anchor and user. */
export const pageKey = (address: string, platform: Platform): LinkKey | null => {
  const place = parse(address)
  if (!place || place.host === 'at:') return null
  const externalId = place.page.length <= 300 ? place.page : `page-${textHash(place.page)}`
  return { platform, externalId, url: place.page, author: null }
}

interface Address {
  host: string
  path: string
  query: URLSearchParams
  /** The whole address without tracking, anchor and user. */
  page: string
}

const TRACKING =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|yclid|igsh|igshid|si|ref|ref_src|ref_url|mibextid|feature|_gl|_ga|mc_cid|mc_eid|__tn__|__cft__.*|_r|_t|is_from_webapp|sender_device)$/i

/** No address of a post is longer; a feed may bring one of megabytes. */
const LONGEST = 4000

const parse = (address: string): Address | null => {
  const text = address.trim()
  if (text.length > LONGEST) return null
  // An at-uri is no URL: the colons of its did look like a port.
  if (text.startsWith('at://'))
    return { host: 'at:', path: text, query: new URLSearchParams(), page: text }
  if (!URL.canParse(text)) return null
  const { protocol, host, hostname, pathname, searchParams } = new URL(text)
  if (protocol !== 'https:' && protocol !== 'http:') return null
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name)).sort()
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
  return {
    host: hostname.replace(/\.$/, ''),
    path: decoded(pathname),
    query: searchParams,
    page: `${protocol}//${host}${pathname.replace(/\/+$/, '')}${query}`,
  }
}

/** A broken escape is text like any other. */
const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const readForm = (form: LinkForm, place: Address): LinkKey | null => {
  const path = form.host.test(place.host) ? form.path.exec(place.path) : null
  const id = path?.groups?.id ?? queryId(place, form.idFrom)
  if (!path || !id) return null
  const comment = path.groups?.comment ?? queryId(place, form.commentFrom)
  const author = path.groups?.author ?? null
  const parts = { id, author, comment, page: place.page }
  return {
    platform: form.platform,
    externalId: form.externalId?.(parts) ?? id,
    url: form.url(parts),
    author: comment === null ? author : null,
  }
}

const queryId = ({ query }: Address, name: string | undefined): string | null => {
  const value = name ? query.get(name) : null
  return value && /^[\w.:=-]{1,200}$/.test(value) ? value : null
}
