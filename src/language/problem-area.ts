/** Where a problem is, as far as it matters for whose it is. */
import type { Government } from '../core/configuration.ts'
import type { Analysis } from './post-analysis.ts'
import { remembering } from './remember.ts'

export interface Area {
  code: string | null
  name: string | null
}

/** Where the problem is: of the post, or of the post above; never where its writer only came from. */
export function areaOf({ where, parent, text }: Analysis, government: Government | null): Area {
  const found = where.areaCode ? where : (parent?.where ?? where)
  const area = { code: found.areaCode, name: found.areaName }
  if (!government || !area.code || isOwn(area.code, government)) return area
  const own = where.names.flatMap(({ codes }) => codes).find((code) => isOwn(code, government))
  if (own) return { code: own, name: null }
  const known = government.region.some(({ code }) => area.code?.startsWith(code))
  const far = where.names.filter(({ codes }) => codes.length > 0)
  const travelled = far.length > 0 && far.every(({ name }) => isJourney(text, name))
  return travelled && !known ? { code: null, name: null } : area
}

const isOwn = (code: string, { regionCode }: Government): boolean =>
  code === regionCode || code.startsWith(`${regionCode}.`)

/** "bawa tamu dari Jambi", "kunker ke Bali": the place that somebody came from or went to. */
const isJourney = (text: string, name: string): boolean =>
  TRAVELS.test(text) && journeyTo(name).test(text)

const TRAVELS = /(?:^|\s)(?:dari|ke|asal|tujuan)\s/i

/** Few places are far away and spoken of often: their patterns are made once. */
const journeyTo = remembering((name) => {
  const quoted = name.replace(/[^\p{L}\p{N}\s]/gu, '.')
  return new RegExp(`(^|\\s)(dari|ke|asal|tujuan)\\s+(kota\\s+)?${quoted}`, 'iu')
})

export function liesBelow(code: string | null, government: Government | null): boolean {
  if (!code || government?.level !== 'province') return false
  return code.length > government.regionCode.length && isOwn(code, government)
}
