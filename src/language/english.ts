/**
 * English as it is mixed into posts, word by word into the Indonesian of rules and model: "street lights
 * dead" → "lampu jalan mati". Phrases are heard in every post, single words only in one that is
 * English: "gang", "got" and "air" are Indonesian everywhere else.
 */
import type { EnglishLexicon } from '../core/configuration.ts'
import { isEnglish } from './english-share.ts'
import type { Token } from './tokens.ts'
import { byWord, type Word, wordOf } from './words.ts'

/** Standard words of each token; null where it is no English. */
export type EnglishWords = (Word[] | null)[]
export type EnglishReader = (tokens: Token[]) => EnglishWords | null

interface Phrase {
  /** Its words after the first, in the singular. */
  rest: string[]
  standard: Word[]
}

interface Tables {
  phrases: (word: Word) => Phrase[]
  single: (word: Word) => Word[] | null
  describing: (word: Word) => boolean
  singular: (word: Word) => string
}

/** @returns null for a post without any English: nothing to put in its words' place */
export function createEnglishReader(lexicon: EnglishLexicon): EnglishReader {
  const tables = tablesOf(lexicon)
  return (tokens) => {
    const english = isEnglish(tokens)
    const heard = english || tokens.some((token, at) => phraseAt(tokens, at, token, tables))
    return heard ? heardIn(tokens, english, tables) : null
  }
}

function heardIn(tokens: Token[], english: boolean, tables: Tables): EnglishWords {
  const words: EnglishWords = tokens.map(() => null)
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    const phrase = phraseAt(tokens, at, token, tables)
    if (phrase) {
      words.fill([], at, at + phrase.rest.length + 1)
      words[at] = phrase.standard
      at += phrase.rest.length
    } else if (english && token.kind === 'word') words[at] = tables.single(token.word)
  }
  if (english) sayBehind(tokens, words, tables)
  return words
}

function phraseAt(tokens: Token[], at: number, { kind, word }: Token, tables: Tables) {
  if (kind !== 'word') return undefined
  return tables
    .phrases(word)
    .find(({ rest }) => rest.every((part, next) => isPart(tokens[at + next + 1], part, tables)))
}

const isPart = (token: Token | undefined, part: string, { singular }: Tables) =>
  token?.kind === 'word' && singular(token.word) === part

/** "Broken street light" is "lampu jalan rusak": what describes is said behind what it describes. */
function sayBehind(tokens: Token[], words: EnglishWords, { describing }: Tables): void {
  for (let at = words.length - 2; at >= 0; at--) {
    const token = tokens[at] as Token
    const [own, next] = [words[at], words[at + 1]]
    if (!own?.length || !next?.length || !describing(token.word)) continue
    if (tokens[at + 1]?.kind !== 'word' || describing((tokens[at + 1] as Token).word)) continue
    words[at] = next
    words[at + 1] = own
  }
}

function tablesOf({ words, describing }: EnglishLexicon): Tables {
  const single = new Map<string, Word[]>()
  const phrases = new Map<string, Phrase[]>()
  for (const [said, standard] of Object.entries({ ...words, ...describing })) {
    const [first = '', ...rest] = said.toLowerCase().split(/\s+/)
    const meant = standard.split(/\s+/).filter(Boolean).map(wordOf)
    if (rest.length === 0) single.set(first, meant)
    else addPhrase(phrases, singularOf(first), { rest: rest.map(singularOf), standard: meant })
  }
  return {
    phrases: byWord((lower) => phrases.get(singularOf(lower)) ?? NO_PHRASES),
    single: byWord((lower) => meaningOf(lower, single)),
    describing: byWord((lower) => Object.hasOwn(describing, lower)),
    singular: byWord(singularOf),
  }
}

const NO_PHRASES: Phrase[] = []

/** The longest first: "power has been out" before "power". */
function addPhrase(phrases: Map<string, Phrase[]>, first: string, phrase: Phrase): void {
  const list = [...(phrases.get(first) ?? []), phrase]
  phrases.set(
    first,
    list.sort((a, b) => b.rest.length - a.rest.length),
  )
}

function singularOf(word: string): string {
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

function meaningOf(lower: string, single: Map<string, Word[]>): Word[] | null {
  for (const form of formsOf(lower)) {
    const found = single.get(form)
    if (found) return found
  }
  // no clitic is cut off an English word: "take" is no "tak"
  return null
}

/** "Potholes", "driver's", "leaked", "dumping", "stopped", "badly". */
function* formsOf(lower: string): Generator<string> {
  yield lower
  const bare = lower.replace(/'s?$/, '')
  yield bare
  yield bare.replace(/ies$/, 'y')
  yield bare.replace(/es$/, '')
  yield bare.replace(/s$/, '')
  const stem = bare.replace(/(?:ed|ing|ly)$/, '')
  if (stem === bare || stem.length < 3) return
  yield stem
  yield `${stem}e`
  yield stem.replace(/(.)\1$/, '$1')
}
