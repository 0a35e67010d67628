/**
 * The border: what a platform hands over becomes text that is safe to read and to store.
 * Bad characters abort a whole page insert and 160,000 combining marks hold a core for seconds,
 * so the order matters: cap, then strip, then normalise.
 */

/** Code points of a post that are read; no platform we listen to allows longer ones. */
export const MAX_POINTS = 8000

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  nbsp: ' ',
}

const ONLY_ASCII = /^[\x20-\x7e\n]*$/

/**
 * Raw text of any length → at most `MAX_POINTS` code points without NUL, control characters,
 * lone surrogates, stacks of combining marks, bold mathematical letters or HTML entities.
 */
export function cleanText(raw: string): string {
  // two code units a point at most, and room for marks that are stripped below
  const capped = raw.slice(0, MAX_POINTS * 4)
  const plain = ONLY_ASCII.test(capped) ? capped : plainLetters(capped)
  return capPoints(decodeEntities(plain))
}

function plainLetters(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, '')
      // a stack of marks is a trick or a toy; one is enough for every language we read
      .replace(/(\p{M})\p{M}+/gu, '$1')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
      .normalize('NFKC')
      .replace(/[‘’ʼ`´]/g, "'")
  )
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#?\w{2,5});/g, (whole, name: string) =>
    Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] as string) : whole,
  )
}

function capPoints(text: string): string {
  if (text.length <= MAX_POINTS) return text
  const points = Array.from(text.slice(0, MAX_POINTS * 2))
  return points.length <= MAX_POINTS ? points.join('') : points.slice(0, MAX_POINTS).join('')
}
