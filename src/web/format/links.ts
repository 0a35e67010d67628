import type { Platform } from '../../core/post.ts'

/** A citizen's link is shown only where it leads to a web page: never javascript:, data: or a file. */
export const safeLink = (url: string | null): string | null => {
  if (!url || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

const HOSTS: [Platform, string[]][] = [
  ['tiktok', ['tiktok.com']],
  ['instagram', ['instagram.com', 'instagr.am']],
  ['facebook', ['facebook.com', 'fb.com', 'fb.watch', 'fb.me']],
  ['x', ['x.com', 'twitter.com', 't.co']],
  ['threads', ['threads.net', 'threads.com']],
  ['youtube', ['youtube.com', 'youtu.be']],
  ['bluesky', ['bsky.app']],
  ['telegram', ['t.me', 'telegram.me']],
  ['whatsapp', ['wa.me', 'whatsapp.com']],
  ['lapor', ['lapor.go.id']],
]

/** The platform that a pasted link belongs to; null where only a person can say. */
export const platformOfLink = (url: string): Platform | null => {
  const link = safeLink(url.trim())
  if (!link) return null
  const host = new URL(link).hostname.toLowerCase()
  const belongs = (domain: string) => host === domain || host.endsWith(`.${domain}`)
  return HOSTS.find(([, domains]) => domains.some(belongs))?.[0] ?? null
}

/** The account that a link names: "@warga_bkl" of tiktok.com/@warga_bkl/video/1. */
export const handleOfLink = (url: string): string | null =>
  safeLink(url.trim())?.match(/^https?:\/\/[^/]+\/(@[\w.]{2,30})(?:[/?#]|$)/)?.[1] ?? null
