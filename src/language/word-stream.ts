/** The words of a post in one line, as phrase rules and model read them. */
import type { NormalToken } from './normalise.ts'
import { stem } from './stems.ts'

export interface WordStream {
  /** Standard words; `MASK` where a place stood, `BREAK` between sentences. */
  words: string[]
  stems: string[]
  /** Index of the token that each word comes from. */
  tokens: number[]
}

/** Stands for a place name, so that "Sungai Menang" is no river. */
const MASK = '<tempat>'
/** Between sentences: costs a phrase its gap. */
export const BREAK = '<.>'

const ENDS_SENTENCE = /^(?:[?!]+|\.+|\n|;)$/

/** Normal tokens → word stream; tokens for which `masked` says yes become one `MASK`. */
export function wordStream(
  normal: NormalToken[],
  masked: (tokenIndex: number) => boolean,
): WordStream {
  const stream: WordStream = { words: [], stems: [], tokens: [] }
  for (let index = 0; index < normal.length; index++) {
    const item = normal[index] as NormalToken
    if (masked(index)) pushOnce(stream, MASK, index)
    else if (ENDS_SENTENCE.test(item.token.lower)) pushOnce(stream, BREAK, index)
    else for (const word of item.words) push(stream, word, stem(word), index)
  }
  return stream
}

function pushOnce(stream: WordStream, mark: string, token: number): void {
  if (stream.words.at(-1) !== mark) push(stream, mark, mark, token)
}

function push(stream: WordStream, word: string, root: string, token: number): void {
  stream.words.push(word)
  stream.stems.push(root)
  stream.tokens.push(token)
}
