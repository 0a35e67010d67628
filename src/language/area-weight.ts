/** How surely a name is meant as a place: by its level, the words around it and how it is written. */
import { type AreaLevel, type Gazetteer, levelOfCode } from './gazetteer.ts'
import type { LetterSieve } from './letter-sieve.ts'
import {
  isClub,
  isLocative,
  isPassed,
  isPersonal,
  isTold,
  KNOWN_AS_PLACES,
  levelCue,
} from './place-cues.ts'
import { begins, indexBefore, isMarked, isProper, type PlaceWords } from './place-words.ts'
import type { Token } from './tokens.ts'
import type { Word } from './words.ts'

export interface AreaSpan {
  /** Token indexes, `to` exclusive; the cue word ("desa") is not part of it. */
  from: number
  to: number
  level: AreaLevel
  /** Codes that the name may mean, likeliest first. */
  codes: string[]
  score: number
  /** Only passed on the way, or where somebody is from. */
  passed: boolean
  /** Letters of a hashtag that are the name, where it is glued to a topic. */
  cut?: [number, number]
}

export interface AreaScope {
  gazetteer: Gazetteer
  /** Kemendagri code of the government, null for the whole country. */
  own: string | null
  /** Names that this government uses for its parts, and nicknames: key → code. */
  aliases: Map<string, string>
  /** Whether some name begins like this word: 0 none, 1 surely, 2 that hangs on the next word. */
  beginning: (word: Word) => 0 | 1 | 2
  mayStart: (word: string, next: string) => boolean
  sieve: LetterSieve
}

export interface Named {
  codes: string[]
  ordinary: boolean
}

/** Officials travel "ke Jakarta" and parcels come "dari Bandung": the matter is here. */
const AWAY = 2.5

export interface Window {
  words: PlaceWords
  from: number
  to: number
}

/** One span per level that the name may have. */
export function weigh(window: Window, named: Named, scope: AreaScope): AreaSpan[] {
  const { words, from, to } = window
  const before = (words.tokens[indexBefore(words, from)]?.lower ?? '').replace(/^se-/, '')
  const cue = levelCue(before)
  const extra = surroundings(window, before)
  const passed = isPassed(before)
  const levels = [...new Set(named.codes.map(levelOfCode))]
  return levels.map((level) => {
    const codes = ofSort(
      before,
      named.codes.filter((code) => levelOfCode(code) === level),
    )
    const own = scope.own === null ? [] : codes.filter((code) => isWithin(code, scope.own ?? ''))
    const prior = priorOf(level, own.length > 0, scope.own === null)
    const spoken = cue === level ? 2.2 : cue === null ? 0 : -0.8
    const kept = own.length > 0 ? own : codes
    const away = passed && scope.own !== null && own.length === 0 ? AWAY : 0
    const written = wording(window, named, { level, cued: cue === level, own: own.length > 0 })
    return { from, to, level, codes: kept, passed, score: prior + spoken + extra + written - away }
  })
}

/** The code of a kelurahan ends in 1xxx, that of a desa in 2xxx (Permendagri 137/2017). */
const SORTS: Record<string, RegExp> = {
  kelurahan: /\.1\d{3}$/,
  kel: /\.1\d{3}$/,
  lurah: /\.1\d{3}$/,
  desa: /\.2\d{3}$/,
  ds: /\.2\d{3}$/,
  kades: /\.2\d{3}$/,
}

/** "kelurahan Betungan" is not the village of that name; a citizen who errs is not contradicted. */
function ofSort(before: string, codes: string[]): string[] {
  const sort = SORTS[before]
  const fitting = sort ? codes.filter((code) => sort.test(code)) : []
  return fitting.length > 0 ? fitting : codes
}

function priorOf(level: AreaLevel, own: boolean, nationwide: boolean): number {
  if (level === 'province' || level === 'regency') return 2.1
  if (level === 'district') return own ? 2 : nationwide ? 0.7 : -0.9
  return own ? 2 : nationwide ? 0.1 : -1
}

/** What stands around the name. */
function surroundings({ words, from, to }: Window, before: string): number {
  let score = 0
  if (isLocative(before) || isNumbered(words, from)) score += 1
  else if (isPersonal(before)) score -= 2
  const after = words.tokens[to]
  if (after && isClub(after.lower)) score -= 2
  if (begins(words, from) && (!after || after.kind === 'mark' || isTold(after.lower))) score += 0.5
  return score
}

/** "RW 04 Cimareme", "KM 7 Pagar Dewa". */
function isNumbered({ tokens }: PlaceWords, from: number): boolean {
  if (tokens[from - 1]?.kind !== 'number') return false
  return /^(rt|rw|km|blok)$/.test(tokens[from - 2]?.lower ?? '')
}

interface Meant {
  level: AreaLevel
  /** The word before says this very level. */
  cued: boolean
  /** It lies in the government's own area. */
  own: boolean
}

/** How the name itself is written: a capital, several words, a word of everyday. */
function wording(window: Window, { ordinary }: Named, meant: Meant): number {
  const { words, from, to } = window
  const { kind } = words.tokens[from] as Token
  const proper = isProperName(window)
  const capital = proper ? 0.9 : isMarked(words, from) ? 0.5 : 0
  if (kind === 'hashtag') return capital + (meant.own || !ordinary ? 1.4 : 0.6)
  if (to - from > 1) return capital + severalWords(window, proper || meant.cued, meant.own)
  const everyday = ordinary || isEverydayName(window, meant.level, proper)
  const { level, own, cued } = meant
  return capital + oneWord(window, everyday, { level, own, cued, proper, ordinary })
}

function oneWord(
  { words, from }: Window,
  everyday: boolean,
  { level, own, cued, proper, ordinary }: Meant & { proper: boolean; ordinary: boolean },
): number {
  const { lower } = words.tokens[from] as Token
  const short = lower.length <= 3 ? 1 : 0
  if (!everyday || KNOWN_AS_PLACES.has(lower)) return lower.length > 4 ? 0.4 : -short
  if (cued) return (ordinary ? -0.8 : -0.2) - short
  // a district of our own is better known here than the word that it shares
  if (own && level !== 'village') return -0.9 - short
  return (proper ? -1.6 : -2.2) - short
}

/** Big places are known by their names alone, unless slang or a trade has the word ("batubara"). */
function isEverydayName({ words, from }: Window, level: AreaLevel, proper: boolean): boolean {
  const { lower } = words.tokens[from] as Token
  if (lower === 'batubara' || words.vocabulary.isSlang(lower)) return true
  if (level === 'district' ? proper : level !== 'village') return false
  return words.vocabulary.isEveryday(lower)
}

/** "Bumi Ayu" has its capitals even at the start of a post. */
function isProperName({ words, from, to }: Window): boolean {
  for (let at = from; at < to; at++) if (isProper(words, at)) return true
  return false
}

function severalWords({ words, from, to }: Window, sure: boolean, own: boolean): number {
  if (sure) return 0.6
  for (let at = from; at < to; at++) {
    const { lower } = words.tokens[at] as Token
    if (!words.vocabulary.isEveryday(lower) && lower.length > 3) return 0.6
  }
  return own ? 0.5 : -1
}

const DOT = 46

/** `code` lies in the area `above`, and is not the area itself. */
export function isBelow(code: string, above: string): boolean {
  return code.charCodeAt(above.length) === DOT && code.startsWith(above)
}

/** `code` lies in the area `own`, or is the area itself. */
export function isWithin(code: string, own: string): boolean {
  return code === own || isBelow(code, own)
}
