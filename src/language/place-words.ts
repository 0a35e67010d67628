/** What the place finders ask of every word, worked out once a post: its key, its capital, its place. */
import type { Lexicon } from '../core/configuration.ts'
import { type Gazetteer, keyOf } from './gazetteer.ts'
import { remembering } from './remember.ts'
import { isRootWord, stem } from './stems.ts'
import type { Token } from './tokens.ts'
import { byWord } from './words.ts'

export interface PlaceWords {
  tokens: Token[]
  /** Letters and digits of each token, lower case; empty for marks, links and handles. */
  keys: string[]
  /** In a post all in capitals, all in small letters or titled throughout, a capital says nothing. */
  telling: boolean
  vocabulary: Vocabulary
}

/** Words of a post that may be one name, `to` exclusive. */
export interface Window {
  words: PlaceWords
  from: number
  to: number
}

export interface Vocabulary {
  /** A word of Indonesian, of its slang or of a regional language that the lexicon has. */
  isEveryday(word: string): boolean
  /** A word of the lexicon: slang or regional. */
  isSlang(word: string): boolean
  /** Some place of the country is called so. */
  isName(word: string): boolean
  /** Several writers use it, in small letters, for something that is no place. */
  isUsed(word: string): boolean
}

const SEVERAL = 3

export function vocabularyOf(lexicon: Lexicon | null, gazetteer: Gazetteer): Vocabulary {
  const slang = new Set(Object.values(lexicon?.words ?? {}).flatMap((words) => Object.keys(words)))
  const isEveryday = remembering(
    (word) => slang.has(word) || stem(word) !== word || isRootWord(word),
  )
  return {
    isEveryday,
    isSlang: (word) => slang.has(word),
    isName: gazetteer.isName,
    isUsed: (word) => gazetteer.usedBy(word) >= SEVERAL,
  }
}

/** Most words of an English post are in no dictionary of ours: small letters make no name of them. */
export function inEnglish(vocabulary: Vocabulary): Vocabulary {
  const { isEveryday, isName } = vocabulary
  return { ...vocabulary, isEveryday: (word) => isEveryday(word) || !isName(word) }
}

export function placeWordsOf(tokens: Token[], vocabulary: Vocabulary): PlaceWords {
  return { tokens, keys: tokens.map(keyOfToken), telling: isMixedCase(tokens), vocabulary }
}

const keyOfWord = byWord(keyOf)

function keyOfToken({ kind, word }: Token): string {
  return kind === 'word' || kind === 'hashtag' || kind === 'number' ? keyOfWord(word) : ''
}

/** Below this share of capitals a capital marks a name. */
const TITLED = 0.7

function isMixedCase(tokens: Token[]): boolean {
  let capitals = 0
  let words = 0
  for (const token of tokens) {
    if (token.kind !== 'word') continue
    words++
    if (isCapital(token)) capitals++
  }
  return capitals > 0 && capitals < words * TITLED
}

/** The first letter is a capital. */
export function isCapital({ raw, lower }: Token): boolean {
  return raw.charCodeAt(0) !== lower.charCodeAt(0)
}

/** The token begins a post or a sentence, where everybody writes a capital. */
export function begins({ tokens }: PlaceWords, index: number): boolean {
  const before = tokens[index - 1]
  if (before === undefined) return true
  if (before.kind === 'mark') return !/^[,/)(]$/.test(before.lower) && !isStop(tokens, index - 1)
  return before.kind === 'emoji' || before.kind === 'handle' || before.kind === 'link'
}

/** A capital that marks a name, and is no shout of several words. */
export function isMarked({ tokens, telling }: PlaceWords, index: number): boolean {
  const token = tokens[index]
  if (!telling || token?.kind !== 'word' || !isCapital(token)) return false
  return !isShout(token) || !(isShout(tokens[index - 1]) || isShout(tokens[index + 1]))
}

/** A capital where only a name has one. */
export function isProper(words: PlaceWords, index: number): boolean {
  return isMarked(words, index) && !begins(words, index)
}

/** All in capitals, as an institution or a shout is. */
export function isShout(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.raw.length < 2) return false
  return token.raw.toUpperCase() === token.raw && isCapital(token)
}

/** Words that are written short, with a full stop: "Jl. Hibrida", "Kec. Lais". */
const SHORT = new Set(
  'jl jln gg lr lrg ds dsn kel kec kab kp kmp prov perum komp simp sp rt rw no st dr h hj kh'.split(
    ' ',
  ),
)

/** The full stop of a short form: "Kec." */
function isStop(tokens: Token[], index: number): boolean {
  return tokens[index]?.lower === '.' && SHORT.has(tokens[index - 1]?.lower ?? '')
}

/** Index of the word before, across the full stop of a short form or a colon; -1 where there is none. */
export function indexBefore({ tokens }: PlaceWords, index: number): number {
  const last = tokens[index - 1]
  if (last === undefined) return -1
  if (last.kind !== 'mark') return index - 1
  if (last.lower === '.') return isStop(tokens, index - 1) ? index - 2 : -1
  return last.lower === ':' || last.lower === '(' ? index - 2 : -1
}

/**
 * The word before, small, without its "se-" ("se-Kota Gajah"); empty where there is none.
 * @param back how many words further back
 */
export function wordBefore(words: PlaceWords, index: number, back = 0): string {
  const at = indexBefore(words, index) - back
  return (words.tokens[at]?.lower ?? '').replace(/^se-/, '')
}

/** Index after the full stop of a short form. */
export function afterStop({ tokens }: PlaceWords, index: number): number {
  return isStop(tokens, index + 1) ? index + 2 : index + 1
}
