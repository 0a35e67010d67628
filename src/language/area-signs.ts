/** What speaks for and against a name being meant as a place: each sign has a weight of `area-weights.ts`. */
import type { AreaLevel, Gazetteer, NamedAreas } from './gazetteer.ts'
import { isNamingWord, kindOf } from './named-kinds.ts'
import { isClub, isLocative, isPassed, isPersonal, isTold, levelCue } from './place-cues.ts'
import {
  begins,
  indexBefore,
  isCapital,
  isMarked,
  isProper,
  type PlaceWords,
  type Window,
  wordBefore,
} from './place-words.ts'
import { stem } from './stems.ts'
import type { Token } from './tokens.ts'
import { isAt, isMove, relationOf } from './words-before-places.ts'

/** The government itself, a part of it, elsewhere; or anywhere in the country where no government listens. */
export type Ground = 'self' | 'own' | 'away' | 'any'

/** Signs that are the same for every level that a name may have. */
export function signsAround(window: Window, gazetteer: Gazetteer): string[] {
  const { words, from, to } = window
  const signs = [...before(words, from), ...after(window)]
  if (words.tokens[from]?.kind === 'hashtag') return signs
  const several = to - from > 1
  return [
    ...signs,
    writing(window),
    use(window, gazetteer),
    ...(several ? severalWords(window) : oneWord(window)),
  ]
}

/** Signs that depend on the level: what it is, and whether the word before announces it. */
export function signsOfLevel(window: Window, named: NamedAreas, level: AreaLevel, ground: Ground) {
  const signs = [`${ground}.${level}`]
  const word = wordBefore(window.words, window.from)
  if (isPassed(word) && !isAt(word)) signs.push(`passed.${ground}`)
  const cue = levelCue(word)
  if (cue !== null) signs.push(cue === level ? 'cue.same' : 'cue.other')
  const { kind } = window.words.tokens[window.from] as Token
  if (named.ordinary && window.to - window.from === 1 && kind === 'word')
    signs.push(level === 'village' || level === 'district' ? 'ordinary.small' : 'ordinary.large')
  return signs
}

function before(words: PlaceWords, from: number): string[] {
  const word = wordBefore(words, from)
  const relation = relationOf(word)
  return [
    ...(isPersonal(word) ? ['personal'] : []),
    ...(relation ? [relation] : []),
    ...(isNumbered(words, from) ? ['numbered'] : []),
    ...leading(words, from, word),
    ...thing(words, from),
  ]
}

/** "di Kaur", "warga Kaur", and what somebody does there. */
function leading(words: PlaceWords, from: number, word: string): string[] {
  const there = isAt(word)
  const moves = isMove(word) || ((there || isPassed(word)) && isMove(wordBefore(words, from, 1)))
  const signs = moves ? ['moves'] : []
  if (there) signs.push('at')
  else if (!isPassed(word) && isLocative(word)) signs.push('locative')
  return signs
}

/** "pasar lingkis", and no name in "pasar sudah sepi". */
function thing(words: PlaceWords, from: number): string[] {
  const kind = words.tokens[indexBefore(words, from)]
  if (!kind || !kindOf(kind)) return []
  const { lower } = words.tokens[from] as Token
  return [words.vocabulary.isUsed(lower) ? 'thing.used' : 'thing']
}

/** "RW 04 Cimareme", "KM 7 Pagar Dewa". */
function isNumbered({ tokens }: PlaceWords, from: number): boolean {
  if (tokens[from - 1]?.kind !== 'number') return false
  return /^(rt|rw|km|blok)$/.test(tokens[from - 2]?.lower ?? '')
}

const POINTED = /^(ini|ni|tu|itu|iki|ko|nih|tuh|sini|sana|sebelah|arah|rt|rw|no|km|raya)$/

function after({ words, from, to }: Window): string[] {
  const next = words.tokens[to]
  const first = begins(words, from)
  const last = next === undefined || (next.kind !== 'word' && next.kind !== 'number')
  const signs: string[] = []
  if (first) signs.push(last ? 'alone' : 'begins')
  else if (last) signs.push('ends')
  if (!next) return signs
  if (first && isTold(next.lower)) signs.push('told')
  if (isClub(next.lower)) signs.push('club')
  if (POINTED.test(next.lower)) signs.push('pointed')
  return signs
}

/** A capital where only a name has one, at the start of a sentence, or where capitals say nothing. */
function writing({ words, from, to }: Window): string {
  for (let at = from; at < to; at++) if (isProper(words, at)) return 'proper'
  if (isMarked(words, from)) return 'marked'
  if (words.telling) return 'small'
  return isCapital(words.tokens[from] as Token) ? 'shouted' : 'unmarked'
}

/** How many writers use the rarest word of the name for something else. */
function use({ words, from, to }: Window, gazetteer: Gazetteer): string {
  let least = Number.POSITIVE_INFINITY
  for (let at = from; at < to; at++)
    least = Math.min(least, gazetteer.usedBy((words.tokens[at] as Token).lower))
  const used = least < 2 ? 'rare' : least < 4 ? 'known' : least < 9 ? 'common' : 'everyday'
  const length = to - from > 1 ? 'several' : 'one'
  return `${length}.${used}.${isMarked(words, from) ? 'capital' : 'small'}`
}

function oneWord({ words, from }: Window): string[] {
  const token = words.tokens[from] as Token
  const { lower } = token
  const signs: string[] = []
  // "Lapangan Merdeka" is not in the village of Lapangan
  if (kindOf(token)) signs.push('kind')
  else if (isNamingWord(lower)) signs.push('naming')
  if (words.vocabulary.isSlang(lower)) signs.push('slang')
  else if (stem(lower) !== lower) signs.push('derived')
  if (lower.length <= 3) signs.push('short')
  else if (lower.length === 4) signs.push('four')
  return signs
}

function severalWords({ words, from, to }: Window): string[] {
  for (let at = from; at < to; at++) {
    const { lower } = words.tokens[at] as Token
    if (!words.vocabulary.isEveryday(lower) && lower.length > 3) return []
  }
  return ['several.plain']
}
