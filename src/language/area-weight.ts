/** How surely a name is meant as a place: the fitted weights of all that speaks for and against it. */
import { type Ground, signsAround, signsOfLevel } from './area-signs.ts'
import { AREA_WEIGHTS } from './area-weights.ts'
import { type AreaLevel, type Gazetteer, levelOfCode, type NamedAreas } from './gazetteer.ts'
import type { LetterSieve } from './letter-sieve.ts'
import { isPassed, levelCue } from './place-cues.ts'
import { type Window, wordBefore } from './place-words.ts'
import type { Word } from './words.ts'
import { isAt } from './words-before-places.ts'

export interface AreaSpan {
  /** Token indexes, `to` exclusive; the cue word ("desa") is not part of it. */
  from: number
  to: number
  level: AreaLevel
  /** Codes that the name may mean, likeliest first. */
  codes: string[]
  /** Names of what speaks for and against it: the rows of `area-weights.ts`. */
  signs: string[]
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

/** One span per level that the name may have. */
export function spansOf(window: Window, named: NamedAreas, scope: AreaScope): AreaSpan[] {
  const { words, from, to } = window
  const before = wordBefore(words, from)
  const passed = isPassed(before)
  if (isGovernmentItself(window, named, scope)) return []
  if (isVillageUnknown(before, named, scope)) return []
  const around = signsAround(window, scope.gazetteer)
  return levelsOf(named.codes, before).map((level) => {
    const codes = ofSort(
      before,
      named.codes.filter((code) => levelOfCode(code) === level),
    )
    const own = scope.own === null ? [] : codes.filter((code) => isWithin(code, scope.own ?? ''))
    const ground = groundOf(scope, own)
    const signs = [...around, ...signsOfLevel(window, named, level, ground)]
    return { from, to, level, codes: own.length > 0 ? own : codes, passed, signs }
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

/** "Desa Tanjung Raja", where only districts far away are called so: a village that nobody listed. */
function isVillageUnknown(before: string, { codes }: NamedAreas, { own }: AreaScope): boolean {
  if (own === null || levelCue(before) !== 'village') return false
  return codes.every((code) => levelOfCode(code) !== 'village' && !isWithin(code, own))
}

const LONGEST_SHORT = 4

/** "Bupati OKI", "HUT OKI": everybody names the government by its short name; "di OKI" is a place. */
function isGovernmentItself(
  { words, from }: Window,
  { codes }: NamedAreas,
  scope: AreaScope,
): boolean {
  if (codes[0] !== scope.own || (words.keys[from] as string).length > LONGEST_SHORT) return false
  const before = wordBefore(words, from)
  return !isAt(before) && !/^kab(upaten)?$/.test(before)
}

/** "Desa Tanjung Raja" is none of the districts of that name. */
function levelsOf(codes: string[], before: string): AreaLevel[] {
  const levels = [...new Set(codes.map(levelOfCode))]
  const said = levels.filter((level) => level === levelCue(before))
  return said.length > 0 ? said : levels
}

function groundOf(scope: AreaScope, own: string[]): Ground {
  if (scope.own === null) return 'any'
  if (own.length === 0) return 'away'
  return own[0] === scope.own ? 'self' : 'own'
}

/** Log-odds that a name with these signs is a place; a sign without a weight says nothing. */
export function weightOfSigns(signs: readonly string[]): number {
  let sum = 0
  for (const sign of signs) sum += AREA_WEIGHTS[sign] ?? 0
  return sum
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
