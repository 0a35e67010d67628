/** Splits a cleaned text into words, tags, handles, links, numbers and marks, with their places. */
import { spellingIn } from './spellings.ts'
import type { Word } from './words.ts'

export type TokenKind = 'word' | 'number' | 'hashtag' | 'handle' | 'link' | 'mark' | 'emoji'

export interface Token {
  kind: TokenKind
  /** As written. */
  raw: string
  /** Lower case. */
  lower: string
  /** … as a word. */
  word: Word
  /** Offsets in the cleaned text, end exclusive. */
  start: number
  end: number
}

/** What a token is, in the order of `KINDS`: cutting by letters must give the same. */
export const TOKEN_PATTERN =
  /(https?:\/\/\S+|www\.\S+|\b(?:bit\.ly|wa\.me|t\.me|shope\.ee)\/\S+)|(@[\w.]+)|#([\p{L}\p{N}_]+)|(\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{N}]))|([\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*)|([?!]+|\.{2,}|[.,:;\n"()/])|(\p{Extended_Pictographic})/gu

export const KINDS: TokenKind[] = ['link', 'handle', 'hashtag', 'number', 'word', 'mark', 'emoji']

/**
 * Cleaned text → tokens in order. Spaces and unknown signs are skipped. Nearly all of a post is
 * words of plain letters with a space or a comma between: they are cut out by their letters alone
 * (a tenth of the time), and the pattern is asked only where anything else stands.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length; ) {
    const sort = sortAt(text, at)
    if (sort === BLANK) at++
    else if (sort === LETTER) at = pushWord(tokens, text, at)
    else if (sort === STOP) at = push(tokens, 'mark', text, { start: at, end: at + 1 })
    else at = pushByPattern(tokens, text, at)
  }
  return tokens
}

const [OTHER, BLANK, LETTER, DIGIT, STOP] = [0, 1, 2, 3, 4]

/** Sorts of the signs of ASCII; whatever it does not have is OTHER. */
const SORTS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  if (/[a-z]/i.test(sign)) return LETTER
  if (/\d/.test(sign)) return DIGIT
  if (/[,:;\n"()/]/.test(sign)) return STOP
  return /[@#.?!]/.test(sign) ? OTHER : BLANK
})

const sortAt = (text: string, at: number) => SORTS[text.charCodeAt(at)] ?? OTHER

function endOfLetters(text: string, from: number): number {
  let at = from + 1
  for (; at < text.length; at++) {
    const sort = sortAt(text, at)
    if (sort !== LETTER && sort !== DIGIT) break
  }
  return at
}

const BEGINS_LINK = /^(?:http|www\.|bit\.|wa\.|t\.|shope\.)/

/** Nothing that goes on with other letters, a hyphen or an apostrophe, and no beginning of a link. */
function isPlainWord(text: string, from: number, end: number): boolean {
  const next = text.charCodeAt(end)
  if (next > 127 || next === HYPHEN || next === APOSTROPHE) return false
  if (next !== FULL_STOP && next !== COLON) return true
  return !BEGINS_LINK.test(text.slice(from, end + 1))
}

const HYPHEN = 45
const APOSTROPHE = 39
const FULL_STOP = 46
const COLON = 58

/** It begins with a capital letter. */
export function beginsLarge(raw: string): boolean {
  const code = raw.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(raw)
}

/** @param from where its letters begin: a hashtag's begin after its sign */
function push(
  tokens: Token[],
  kind: TokenKind,
  text: string,
  { start, end, from = start }: { start: number; end: number; from?: number },
): number {
  const { raw, word } = spellingIn(text, from, end)
  tokens.push({ kind, raw, lower: word.text, word, start, end })
  return end
}

function pushWord(tokens: Token[], text: string, start: number): number {
  const end = endOfLetters(text, start)
  if (!isPlainWord(text, start, end)) return pushByPattern(tokens, text, start)
  return push(tokens, 'word', text, { start, end })
}

/** What stands here or comes next, by the pattern; returns where it ends. */
function pushByPattern(tokens: Token[], text: string, at: number): number {
  TOKEN_PATTERN.lastIndex = at
  const match = TOKEN_PATTERN.exec(text)
  if (!match) return text.length
  const group = firstGroup(match)
  const kind = KINDS[group - 1] as TokenKind
  const start = match.index
  const end = start + match[0].length
  return push(tokens, kind, text, { start, end, from: end - (match[group] as string).length })
}

function firstGroup(match: RegExpExecArray): number {
  for (let group = 1; group < 7; group++) if (match[group] !== undefined) return group
  return 7
}
