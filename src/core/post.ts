import type { PostContext } from './reading.ts'

/** Where a post was made. `phone`, `desk` and `other` are typed in by an officer. */
export const PLATFORMS = [
  'tiktok',
  'instagram',
  'facebook',
  'x',
  'threads',
  'youtube',
  'bluesky',
  'mastodon',
  'telegram',
  'whatsapp',
  'news',
  'lapor',
  'email',
  'phone',
  'desk',
  'other',
] as const
export type Platform = (typeof PLATFORMS)[number]

export const PLATFORM_LABELS: Record<Platform, string> = {
  tiktok: 'TikTok',
  instagram: 'Instagram',
  facebook: 'Facebook',
  x: 'X',
  threads: 'Threads',
  youtube: 'YouTube',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
  news: 'Berita',
  lapor: 'SP4N-LAPOR!',
  email: 'Surel',
  phone: 'Telepon',
  desk: 'Loket',
  other: 'Lainnya',
}

/**
 * A post as a connector, an import or an officer hands it in: cleaned at the border, not yet read.
 * The list is closed on purpose: no followers, biography, picture or inferred trait of a person
 * (UU 27/2022 art. 16, X developer policy).
 */
export interface IncomingPost {
  platform: Platform
  /** The platform's own id, always a string: JSON numbers lose digits. */
  externalId: string
  text: string
  author: { id: string | null; handle: string | null }
  /** When the citizen posted; null where the platform does not say. */
  postedAt: Date | null
  url: string | null
  context: PostContext | null
  engagement: Engagement | null
  language: string | null
}

export interface Engagement {
  likes?: number
  shares?: number
  replies?: number
  views?: number
}

/**
 * Where a post is on its way. `received` waits to be read, `suspect` crashed a reader once and is
 * read alone, `quarantined` waits for a person; the rest are ends of the way.
 */
export type PostStage = 'received' | 'suspect' | 'quarantined' | 'read'

/** The one stated end of every post that was read: nothing is dropped silently. */
export const OUTCOMES = ['case', 'out-of-area', 'not-a-service', 'counted-only', 'removed'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const OUTCOME_LABELS: Record<Outcome | 'waiting' | 'quarantined', string> = {
  case: 'Dalam kasus',
  'out-of-area': 'Di luar wilayah',
  'not-a-service': 'Bukan layanan',
  'counted-only': 'Hanya dihitung',
  removed: 'Dihapus',
  waiting: 'Menunggu dibaca',
  quarantined: 'Perlu ditinjau manual',
}
