/**
 * The form of a post without its subject. A headline, a press office and a citizen tell of the same
 * pothole in the same nouns; what differs is how sentences are built: bare verbs and capitals, a
 * place before a dash, an office as subject, or somebody who speaks and calls somebody.
 */
import { FORM_WORDS } from './form-words.ts'
import { hashText, mix } from './hash.ts'
import type { Token } from './tokens.ts'

export interface FormSource {
  text: string
  tokens: Token[]
  isReply: boolean
}

/** The form shows at the beginning; a long tail only repeats it. */
const MOST_OUTLINES = 70
const OPENING = 5
const SEED = 31

/** Outlines one by one, in pairs and in threes, the opening by its place, and what is counted. */
export function outlineHashes(source: FormSource): Uint32Array {
  const outlines = ['<s>', ...outlinesOf(source).slice(0, MOST_OUTLINES), '</s>']
  const own = outlines.map((outline) => hashText(outline, SEED))
  const signs = new Set(countedSigns(source, outlines.length).map((sign) => hashText(sign, SEED)))
  own.forEach((hash, at) => {
    const pair = mix(own[at - 1] ?? 0, hash)
    signs
      .add(hash)
      .add(pair)
      .add(mix(own[at - 2] ?? 0, pair))
    if (at <= OPENING) signs.add(mix(hash, at))
  })
  return Uint32Array.from(signs)
}

/** Tokens as outlines, and the dashes and bars that stand between them. */
export function outlinesOf({ text, tokens }: Pick<FormSource, 'text' | 'tokens'>): string[] {
  const outlines: string[] = []
  let end = 0
  for (const token of tokens) {
    for (const sign of text.slice(end, token.start)) if (BETWEEN.has(sign)) outlines.push(sign)
    outlines.push(outlineOf(token))
    end = token.end
  }
  return outlines
}

const BETWEEN = new Set("-–—|•“”‘’'%+&*→")

const CLOCK = /^\d\d\.\d\d$/

function outlineOf({ kind, raw, lower }: Token): string {
  if (kind === 'word') return FORM_WORDS.has(lower) ? lower : outlineOfWord(raw, lower)
  if (kind === 'number') return CLOCK.test(raw) ? '<clock>' : '<number>'
  return kind === 'mark' ? raw : `<${kind}>`
}

const PREFIX = /^(me|di|ber|ter|pe|ke|se)(?=[a-z]{4})/
const SUFFIX = /(kan|nya|an|i|mu|ku|in)$/
const LEAST_SUFFIXED = 6

/** "Diperbaiki" → "Cdi~i": its capitals, its prefix, its suffix. */
function outlineOfWord(raw: string, lower: string): string {
  const prefix = PREFIX.exec(lower)?.[1] ?? ''
  const suffix = lower.length >= LEAST_SUFFIXED ? (SUFFIX.exec(lower)?.[1] ?? '') : ''
  return `${capitalsOf(raw)}${prefix}~${suffix}`
}

function capitalsOf(raw: string): string {
  if (raw.length > 1 && /^[\p{Lu}\p{N}-]+$/u.test(raw)) return 'A'
  return /^\p{Lu}/u.test(raw) ? 'C' : ''
}

function countedSigns({ tokens, isReply }: FormSource, length: number): string[] {
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ raw }) => capitalsOf(raw))
  const count = words.length || 1
  const capitals = words.filter((each) => each !== '').length / count
  const shouted = words.filter((each) => each === 'A').length / count
  return [
    `length ${Math.min(12, Math.floor(length / 5))}`,
    `capitals ${Math.floor(5 * capitals)}`,
    `shouted ${Math.floor(4 * shouted)}`,
    words[0] === '' ? 'begins small' : 'begins large',
    ...(isReply ? ['reply'] : []),
  ]
}
