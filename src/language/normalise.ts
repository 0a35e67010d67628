/**
 * Words as citizens write them → the words that rules and model know: slang, regional words,
 * elongation ("parahhh"), doubling ("anak2", "anak-anak") and clitics ("gurunya", "dalane").
 */
import type { Lexicon } from '../core/configuration.ts'
import { createEnglishReader } from './english.ts'
import { beginsLarge, type Token } from './tokens.ts'
import { byWord, type Word, wordOf } from './words.ts'

/** A token with the standard words that it stands for; `words` is empty for marks and links. */
export interface NormalToken {
  token: Token
  words: Word[]
}

export type Normaliser = (tokens: Token[]) => NormalToken[]

/** Doublings whose meaning is not that of the single word. */
const TRUE_DOUBLES = new Set(
  'jalan-jalan hati-hati tiba-tiba oleh-oleh laki-laki mata-mata kura-kura undang-undang ibu-ibu bapak-bapak mak-mak emak-emak hura-hura ugal-ugalan kebut-kebutan asal-asalan kejar-kejaran lempar-lemparan abal-abal'.split(
    ' ',
  ),
)

const NO_ENGLISH = { words: {}, describing: {} }

const CLITIC = /^(.{3,}?)(nyo|nya|lah|kah|pun|ku|mu|ne|e|o)$/
const LONG_TAIL = new Set(['nya', 'nyo', 'lah', 'kah', 'pun'])

/**
 * @param lexicon words per language; Indonesian slang wins where two languages share a token
 * @param isKnown says whether rules or model know a word: a clitic is cut only down to such a one
 */
export function createNormaliser(lexicon: Lexicon, isKnown: (word: string) => boolean): Normaliser {
  const table = mergedWords(lexicon)
  const standard = byWord((lower) => standardWords(lower, table, isKnown).map(wordOf))
  const readEnglish = createEnglishReader(lexicon.english ?? NO_ENGLISH)
  return (tokens) => {
    const english = readEnglish(tokens)
    return tokens.map((token, at) => {
      const heard = english?.[at]
      if (heard) return { token: inStandard(token, heard), words: heard }
      return { token, words: isDistance(tokens, at) ? KILOMETRE : wordsOf(token, standard) }
    })
  }
}

const KILOMETRE = [wordOf('km')]

/** "12 km", "km 7": beside a number it is no "kamu". */
const isDistance = (tokens: Token[], at: number): boolean =>
  tokens[at]?.lower === 'km' && [at - 1, at + 1].some((beside) => tokens[beside]?.kind === 'number')

/** Who speaks shows in small words and in capitals: "My" is "Saya". */
function inStandard(token: Token, [word, ...more]: Word[]): Token {
  if (!word || more.length > 0) return token
  const { text } = word
  const raw = beginsLarge(token.raw) ? (text[0] as string).toUpperCase() + text.slice(1) : text
  return { ...token, raw, lower: text, word }
}

function wordsOf(token: Token, standard: (word: Word) => Word[]): Word[] {
  if (token.kind === 'word') return standard(token.word)
  if (token.kind === 'number') return [token.word]
  if (token.kind === 'hashtag') return splitTag(token.raw).flatMap((part) => standard(wordOf(part)))
  return NONE
}

const NONE: Word[] = []

/** "#JalanRusak_Kota2" → jalan, rusak, kota; glued lower-case tags stay whole. */
function splitTag(raw: string): string[] {
  return raw
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[\s_\d]+/)
    .filter(Boolean)
}

function mergedWords(lexicon: Lexicon): Map<string, string[]> {
  const table = new Map<string, string[]>()
  const languages = Object.keys(lexicon.words).sort((a, b) => rank(a) - rank(b))
  for (const language of languages) {
    for (const [token, standard] of Object.entries(lexicon.words[language] ?? {})) {
      if (!table.has(token)) table.set(token, standard.toLowerCase().split(/\s+/).filter(Boolean))
    }
  }
  return table
}

/** Indonesian slang first, then the regional languages in a fixed order. */
function rank(language: string): number {
  const order = ['id', 'bkl', 'plb', 'jv', 'su', 'min', 'mad', 'en']
  const at = order.indexOf(language)
  return at < 0 ? order.length : at
}

function standardWords(
  lower: string,
  table: Map<string, string[]>,
  isKnown: (word: string) => boolean,
): string[] {
  const look = (word: string) => table.get(word) ?? (isKnown(word) ? [word] : undefined)
  for (const form of forms(lower)) {
    const found = look(form)
    if (found) return found
  }
  return [plainForm(lower)]
}

/** Ever plainer spellings of one word, the most faithful first. */
function* forms(lower: string): Generator<string> {
  yield lower
  // "éta", "bâdâ": most write Sundanese and Madurese without their accents, and so does the lexicon
  const plain = withoutAccents(lower)
  if (plain !== lower) yield plain
  const single = undouble(plain)
  if (single !== plain) yield single
  const short = single.replace(/(.)\1{2,}/g, '$1')
  if (short !== single) {
    yield short
    yield single.replace(/(.)\1{2,}/g, '$1$1')
  }
  const bare = cutClitic(short)
  if (bare !== short) yield bare
  const unended = short.replace(/(.)\1$/, '$1')
  if (unended !== short) yield unended
}

const withoutAccents = (word: string) =>
  /[^ -~]/.test(word) ? word.normalize('NFD').replace(/\p{M}/gu, '') : word

/** What an unknown word becomes: no doubling, no elongation, only the sure clitics cut. */
function plainForm(lower: string): string {
  const short = undouble(lower).replace(/(.)\1{2,}/g, '$1')
  const match = CLITIC.exec(short)
  return match && LONG_TAIL.has(match[2] as string) && (match[1] as string).length > 3
    ? (match[1] as string)
    : short
}

function undouble(word: string): string {
  const numbered = /^([a-z]{3,})2(?:nya|an)?$/.exec(word)
  if (numbered) return numbered[1] as string
  if (!word.includes('-') || TRUE_DOUBLES.has(word)) return word
  const [left = '', right = ''] = word.split('-')
  return left.length > 2 && right.startsWith(left.slice(0, 4)) ? left : word
}

function cutClitic(word: string): string {
  const match = CLITIC.exec(word)
  return match ? (match[1] as string) : word
}
