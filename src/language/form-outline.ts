/**
 * The form of a post without its subject. A headline, a press office and a citizen tell of the same
 * pothole in the same nouns; what differs is how sentences are built: bare verbs and capitals, a
 * place before a dash, an office as subject, or somebody who speaks and calls somebody.
 */
import { FORM_WORDS } from './form-words.ts'
import { hashText, mix } from './hash.ts'
import { remembering } from './remember.ts'
import { beginsLarge, type Token } from './tokens.ts'
import { byWord } from './words.ts'

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
  const own = ['<s>', ...outlinesOf(source).slice(0, MOST_OUTLINES), '</s>'].map(hashOf)
  const all: number[] = []
  for (const sign of countedSigns(source, own.length)) all.push(hashOf(sign))
  for (let at = 0; at < own.length; at++) {
    const hash = own[at] as number
    const pair = mix(own[at - 1] ?? 0, hash)
    all.push(hash, pair, mix(own[at - 2] ?? 0, pair))
    if (at <= OPENING) all.push(mix(hash, at))
  }
  return new Uint32Array(all)
}

const hashOf = remembering((outline) => hashText(outline, SEED))

/** Tokens as outlines, and the dashes and bars that stand between them. */
export function outlinesOf({ text, tokens }: Pick<FormSource, 'text' | 'tokens'>): string[] {
  const outlines: string[] = []
  let end = 0
  for (let at = 0; at < tokens.length && at < MOST_OUTLINES; at++) {
    const token = tokens[at] as Token
    for (let between = end; between < token.start; between++)
      if (BETWEEN.has(text.charCodeAt(between))) outlines.push(text.charAt(between))
    outlines.push(outlineOf(token))
    end = token.end
  }
  return outlines
}

const BETWEEN = new Set(Array.from("-–—|•“”‘’'%+&*→", (sign) => sign.charCodeAt(0)))

const CLOCK = /^\d\d\.\d\d$/

function outlineOf({ kind, raw, word }: Token): string {
  if (kind === 'word') return outlinesOfWord(word)[capitalsOf(raw)]
  if (kind === 'number') return CLOCK.test(raw) ? '<clock>' : '<number>'
  return kind === 'mark' ? raw : `<${kind}>`
}

const PREFIX = /^(me|di|ber|ter|pe|ke|se)(?=[a-z]{4})/
const SUFFIX = /(kan|nya|an|i|mu|ku|in)$/
const LEAST_SUFFIXED = 6

/** What a word looks like in small letters, with a capital, and all in capitals. */
const outlinesOfWord = byWord((lower) => {
  if (FORM_WORDS.has(lower)) return { '': lower, C: lower, A: lower }
  const small = smallOutline(lower)
  return { '': small, C: `C${small}`, A: `A${small}` }
})

/** "diperbaiki" → "di~i": its prefix and its suffix. */
function smallOutline(lower: string): string {
  const prefix = PREFIX.exec(lower)?.[1] ?? ''
  const suffix = lower.length >= LEAST_SUFFIXED ? (SUFFIX.exec(lower)?.[1] ?? '') : ''
  return `${prefix}~${suffix}`
}

/** Nothing but capitals, one before small letters, none. */
function capitalsOf(raw: string): 'A' | 'C' | '' {
  if (isSmall(raw, 0)) return ''
  if (raw.length > 1 && !isSmall(raw, 1) && /^[\p{Lu}\p{N}-]+$/u.test(raw)) return 'A'
  return beginsLarge(raw) ? 'C' : ''
}

/** A letter of ASCII that is no capital: of nearly all words the first or the second is one. */
function isSmall(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at)
  return code >= 97 && code <= 122
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
