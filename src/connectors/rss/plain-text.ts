import { storableText } from '../../core/storable-text.ts'

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}
/** Their content is not for readers. */
const HIDDEN = /^(script|style|iframe|template)\b/i

/**
 * HTML of an item → one line of text of at most `max` characters. Cut into pieces at `<` instead
 * of matched by one expression, which takes quadratic time on a page of unclosed tags.
 */
export function plainText(html: string, max: number): string {
  // mark-up takes room: ten times the text is enough, and bounds the work
  const [first = '', ...pieces] = html.slice(0, max * 10).split('<')
  const words = [first]
  let hidden: string | null = null
  for (const piece of pieces) {
    const end = piece.indexOf('>')
    if (hidden !== null) {
      if (piece.toLowerCase().startsWith(`/${hidden}`)) hidden = null
      else continue
    } else hidden = HIDDEN.exec(piece)?.[1]?.toLowerCase() ?? null
    if (hidden === null) words.push(end < 0 ? '' : piece.slice(end + 1))
  }
  const text = decodeEntities(words.join(' ')).replace(/\s+/g, ' ').trim()
  return storableText(text, max)
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}
