/** Splits a cleaned text into words, tags, handles, links, numbers and marks, with their places. */

export type TokenKind = 'word' | 'number' | 'hashtag' | 'handle' | 'link' | 'mark' | 'emoji'

export interface Token {
  kind: TokenKind
  /** As written. */
  raw: string
  /** Lower case. */
  lower: string
  /** Offsets in the cleaned text, end exclusive. */
  start: number
  end: number
}

const PATTERN =
  /(https?:\/\/\S+|www\.\S+|\b(?:bit\.ly|wa\.me|t\.me|shope\.ee)\/\S+)|(@[\w.]+)|#([\p{L}\p{N}_]+)|(\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{N}]))|([\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*)|([?!]+|\.{2,}|[.,:;\n"()/])|(\p{Extended_Pictographic})/gu

const KINDS: TokenKind[] = ['link', 'handle', 'hashtag', 'number', 'word', 'mark', 'emoji']

/** Cleaned text → tokens in order. Spaces and unknown signs are skipped. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(PATTERN)) {
    const group = firstGroup(match)
    const raw = match[group] as string
    const start = match.index
    const kind = KINDS[group - 1] as TokenKind
    tokens.push({ kind, raw, lower: raw.toLowerCase(), start, end: start + match[0].length })
  }
  return tokens
}

function firstGroup(match: RegExpMatchArray): number {
  for (let group = 1; group < 7; group++) if (match[group] !== undefined) return group
  return 7
}
