import { PLATFORM_LABELS, type Platform } from './post.ts'

interface ChannelRule {
  /** Characters as readers count them; the platforms' own limits of a comment or post. */
  longest: number
  /** The platform does not tie our reply to the person: then the handle does. */
  handle: boolean
  /** `dropped`: not clickable there, held as spam, or paid extra for. */
  links: 'kept' | 'dropped'
}

const PLAIN: ChannelRule = { longest: 5000, handle: false, links: 'kept' }

/** Limits from the platforms' pages as of 2026; a wrong one costs a shorter text, never a lost one. */
const CHANNELS: Record<Platform, ChannelRule> = {
  tiktok: { longest: 150, handle: true, links: 'dropped' },
  instagram: { longest: 2200, handle: true, links: 'dropped' },
  facebook: { longest: 8000, handle: false, links: 'kept' },
  // a reply with an address costs thirteen times as much
  x: { longest: 280, handle: false, links: 'dropped' },
  threads: { longest: 500, handle: true, links: 'kept' },
  // comments with addresses are held for review
  youtube: { longest: 9000, handle: true, links: 'dropped' },
  bluesky: { longest: 300, handle: false, links: 'kept' },
  mastodon: { longest: 500, handle: true, links: 'kept' },
  telegram: { longest: 4096, handle: false, links: 'kept' },
  whatsapp: { longest: 4096, handle: false, links: 'kept' },
  news: PLAIN,
  lapor: PLAIN,
  email: PLAIN,
  phone: PLAIN,
  desk: PLAIN,
  other: PLAIN,
}

export interface Variant {
  text: string
  /** What was changed, for the person who signs it. */
  because: string[]
}

/** The answer as one channel wants it: its length, its way to name the person, links or none. */
export const variantFor = (
  platform: Platform,
  said: { text: string; handle: string | null; code: string },
): Variant => {
  const rule = CHANNELS[platform]
  const name = PLATFORM_LABELS[platform]
  const linkless = rule.links === 'dropped' ? withoutLinks(said.text) : said.text
  const address = rule.handle && said.handle ? `@${said.handle.replace(/^@/, '')} ` : ''
  const room = rule.longest - lengthOf(address)
  const fitted = shorten(linkless, room, said.code)
  return {
    text: `${address}${fitted}`,
    because: [
      ...(address ? [`menyapa ${address.trim()}`] : []),
      ...(linkless !== said.text ? [`tautan dilepas untuk ${name}`] : []),
      ...(fitted !== linkless ? [`dipendekkan menjadi ${rule.longest} huruf untuk ${name}`] : []),
    ],
  }
}

const LINK = /\s*\(?https?:\/\/[^\s)]+\)?/giu
const withoutLinks = (text: string): string => text.replace(LINK, '').trim()

const signsOf = (text: string): string[] =>
  Array.from(new Intl.Segmenter('id').segment(text), ({ segment }) => segment)

/** Graphemes: a family of emoji is one. */
const lengthOf = (text: string): number => signsOf(text).length

/** Cut after a sentence, else after a word; the code says where the rest is. */
const shorten = (text: string, room: number, code: string): string => {
  const signs = signsOf(text)
  if (signs.length <= room) return text
  const tail = text.includes(code) ? '…' : `… Kode ${code}`
  const kept = signs.slice(0, Math.max(0, room - lengthOf(tail))).join('')
  const sentence = Math.max(kept.lastIndexOf('. '), kept.lastIndexOf('! '), kept.lastIndexOf('? '))
  const end = sentence > kept.length / 2 ? sentence + 1 : kept.lastIndexOf(' ')
  const whole = kept.slice(0, end > 0 ? end : undefined).trimEnd()
  const lost = text.includes(code) && !whole.includes(code)
  return lost ? shorten(text.replaceAll(code, '').trim(), room, code) : `${whole}${tail}`
}
