/** The words of a post in one line, as phrase rules and model read them. */
import type { NormalToken } from './normalise.ts'
import { rootOf } from './stems.ts'
import type { Token } from './tokens.ts'
import { type Word, wordOf } from './words.ts'

export interface WordStream {
  /** Standard words; `MASK` where a place stood, `BREAK` between sentences. */
  words: string[]
  stems: string[]
  /** The same, as objects: rules and model know words by their numbers. */
  said: Word[]
  roots: Word[]
  /** Index of the token that each word comes from. */
  tokens: number[]
}

/** Stands for a place name, so that "Sungai Menang" is no river. */
const MASK = wordOf('<tempat>')
/** Between sentences: costs a phrase its gap. */
export const BREAK = wordOf('<.>')

const ENDS_SENTENCE = /^(?:[?!]+|\.+|\n|;)$/

/** Normal tokens → word stream; tokens for which `masked` says yes become one `MASK`. */
export function wordStream(
  normal: NormalToken[],
  masked: (tokenIndex: number) => boolean,
): WordStream {
  const stream: WordStream = { words: [], stems: [], said: [], roots: [], tokens: [] }
  for (let index = 0; index < normal.length; index++) {
    const item = normal[index] as NormalToken
    if (masked(index)) pushOnce(stream, MASK, index)
    else if (endsSentence(item.token)) pushOnce(stream, BREAK, index)
    else for (const word of item.words) push(stream, word, rootOf(word), index)
  }
  return stream
}

const endsSentence = ({ kind, lower }: Token) => kind === 'mark' && ENDS_SENTENCE.test(lower)

function pushOnce(stream: WordStream, mark: Word, token: number): void {
  if (stream.said[stream.said.length - 1] !== mark) push(stream, mark, mark, token)
}

function push(stream: WordStream, word: Word, root: Word, token: number): void {
  stream.words.push(word.text)
  stream.stems.push(root.text)
  stream.said.push(word)
  stream.roots.push(root)
  stream.tokens.push(token)
}
