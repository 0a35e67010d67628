import type { Platform } from '../../core/post.ts'
import type { PasteBody } from '../../http/schemas/post.ts'
import { handleOfLink, platformOfLink } from '../format/links.ts'
import { momentOfField, type Zone } from '../format/moments.ts'

export interface Screenshot {
  name: string
  /** base64, without the `data:` prefix. */
  data: string
}

export interface PasteFields {
  url: string
  text: string
  platform: Platform
  authorHandle: string
  postedAt: string
  screenshot: Screenshot | null
}

export const EMPTY_PASTE: PasteFields = {
  url: '',
  text: '',
  platform: 'other',
  authorHandle: '',
  postedAt: '',
  screenshot: null,
}

/** A link says its platform, and often the account; what was typed by hand is not overwritten. */
export const withLink = (fields: PasteFields, url: string): PasteFields => ({
  ...fields,
  url,
  platform: platformOfLink(url) ?? fields.platform,
  authorHandle: fields.authorHandle || (handleOfLink(url) ?? ''),
})

/** Empty fields are not sent: the server refuses what is neither said nor absent. */
export const toPost = (fields: PasteFields, zone: Zone): PasteBody => {
  const url = fields.url.trim()
  const authorHandle = fields.authorHandle.trim()
  const postedAt = fields.postedAt === '' ? null : momentOfField(fields.postedAt, zone)
  return {
    platform: fields.platform,
    text: fields.text.trim(),
    ...(url ? { url } : {}),
    ...(authorHandle ? { authorHandle } : {}),
    ...(postedAt ? { postedAt } : {}),
    ...(fields.screenshot ? { screenshot: fields.screenshot } : {}),
  }
}
