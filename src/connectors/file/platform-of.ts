import { linkKey } from '../../core/link-key.ts'
import { PLATFORMS, type Platform } from '../../core/post.ts'

/** Names as they stand in files of Indonesian offices. */
const ALSO: Record<string, Platform> = {
  ig: 'instagram',
  fb: 'facebook',
  twitter: 'x',
  'x (twitter)': 'x',
  tt: 'tiktok',
  'tik tok': 'tiktok',
  yt: 'youtube',
  wa: 'whatsapp',
  tele: 'telegram',
  sp4n: 'lapor',
  'lapor!': 'lapor',
  'sp4n-lapor': 'lapor',
  'sp4n-lapor!': 'lapor',
  'sp4n lapor': 'lapor',
  berita: 'news',
  media: 'news',
  surel: 'email',
  'e-mail': 'email',
  telepon: 'phone',
  telp: 'phone',
  loket: 'desk',
  'tatap muka': 'desk',
}

/** What the file says; where it says nothing, what the link shows; where nothing fits, `other`. */
export function platformOf(name: string | null | undefined, url: string | null): Platform {
  const said = (name ?? '').trim().toLowerCase()
  const known = PLATFORMS.find((platform) => platform === said)
  if (known) return known
  if (Object.hasOwn(ALSO, said)) return ALSO[said] as Platform
  return said === '' && url !== null ? (linkKey(url)?.platform ?? 'other') : 'other'
}
