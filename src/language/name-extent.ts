/** How far the name of a place goes: "jembatan gantung Lemanak putus" ends before "putus". */
import { beginsName, endsName, isNamingWord, kindOf, type NamedKind } from './named-kinds.ts'
import { isNoPlace, levelCue } from './place-cues.ts'
import { isCapital, isMarked, isShout, type PlaceWords } from './place-words.ts'
import type { Token } from './tokens.ts'

/** Words of the gazetteer name that begins at a token, 0 for none. */
export type AreaLength = (index: number) => number

export interface Naming {
  words: PlaceWords
  kind: NamedKind
  areaLength: AreaLength
  /** Where the kind of place stands ("jembatan"), and where its name may begin. */
  index: number
  start: number
}

const MOST_WORDS = 4

/** Index after the name, or `start` where none is. */
export function endOfName(naming: Naming): number {
  const { words, kind, areaLength, start } = naming
  const area = areaLength(start)
  if (area > 0) return numberAfter(words, afterNaming(words, start + area))
  return kind.areaOnly ? start : endOfUnknown(naming)
}

function endOfUnknown(naming: Naming): number {
  const { words, start } = naming
  let at = start
  let sure = false
  while (at < start + MOST_WORDS) {
    const area = at > start ? naming.areaLength(at) : 0
    if (area > 0) return sure && !leadsOn(words.tokens[at - 1]) ? at : at + area
    const weight = weightOf(naming, at)
    if (weight === 0) break
    sure ||= weight === SURELY
    at = afterInitial(words, at)
  }
  return sure ? numberAfter(words, at) : start
}

const SURELY = 2

/** "SDN 3 Pamulang" and "tanggul Kali Wonokerto" are one name, "turunan Silayur Ngaliyan" two. */
function leadsOn(token: Token | undefined): boolean {
  if (token === undefined) return false
  return token.kind === 'number' || isNamingWord(token.lower) || kindOf(token) !== null
}

/** "Kampung Melayu Darat", "perumahan Surabaya Permai". */
function afterNaming(words: PlaceWords, from: number): number {
  let at = from
  while (isMarked(words, at) && isNamingWord((words.tokens[at] as Token).lower)) at++
  return at
}

/** 0: no part of a name; 1: may be a part; 2: makes it a name ("jembatan gantung" is none). */
function weightOf(naming: Naming, at: number): number {
  const token = naming.words.tokens[at]
  if (token?.kind === 'number') return isNumberName(naming, at) ? SURELY : 0
  if (token?.kind !== 'word' || levelCue(token.lower) !== null || /^\d/.test(token.raw)) return 0
  if (isMarked(naming.words, at)) return weightOfMarked(naming, at)
  if (endsName(token.lower) || isNoPlace(token.lower)) return 0
  return weightOfSmall(naming, at)
}

function weightOfSmall(naming: Naming, at: number): number {
  const { words, kind, start } = naming
  const token = words.tokens[at] as Token
  if (at > start && words.telling && isCapital(words.tokens[at - 1] as Token)) return 0
  if (kind.sure && at === start) return SURELY
  if (at === start + 1 && beginsName((words.tokens[start] as Token).lower)) return SURELY
  if (isNamingWord(token.lower)) return 1
  return isSmallName(naming, token) ? SURELY : 0
}

function weightOfMarked({ words, index, start }: Naming, at: number): number {
  const token = words.tokens[at] as Token
  // "stasiun AC", "RS DBD": an institution or a thing
  if (isShout(token) && at === start && !words.vocabulary.isName(token.lower)) return 0
  if (endsName(token.lower) && at === start) return 0
  if (!isNoPlace(token.lower)) return SURELY
  // "Pasar Minggu", "Pasar Atas"
  return at === start && isMarked(words, index) && !isShout(words.tokens[index]) ? SURELY : 0
}

/** A small-letter word that is no word of everyday: "flyover pasupati", "pasar losarang". */
function isSmallName({ words, kind }: Naming, { lower, raw }: Token): boolean {
  const { isEveryday, isUsed } = words.vocabulary
  if (isEveryday(lower) || isUsed(lower) || lower.length < 4) return false
  if (words.telling && isCapital({ lower, raw } as Token)) return true
  return words.vocabulary.isName(lower) || (kind.open && PLAIN.test(lower))
}

const PLAIN = /^[a-z]{5,}$/

/** "SMPN 3", but no "SMP 9 tahun". */
function isNumberName({ words, kind, start }: Naming, at: number): boolean {
  const { raw } = words.tokens[at] as Token
  if (!kind.numbered || at !== start || raw.length > 3) return false
  return !UNITS.has(words.tokens[at + 1]?.lower ?? '')
}

const UNITS = new Set(
  'tahun thn th hari bulan minggu juta jt rb ribu orang org siswa kelas jam lantai km meter m menit kali murid anak guru ruang'.split(
    ' ',
  ),
)

/** "Dr. Sutomo", "H. Agus Salim": a title or an initial and its full stop. */
function afterInitial({ tokens }: PlaceWords, at: number): number {
  const initial = /^(?:[A-Z]|Dr|dr|St|KH|Hj|Ir|Jend|Sp|Prof)$/.test((tokens[at] as Token).raw)
  return initial && tokens[at + 1]?.lower === '.' ? at + 2 : at + 1
}

/** "Kelok 9", "Pedamaran 3", "Jl. Bank IV". */
function numberAfter({ tokens }: PlaceWords, at: number): number {
  const token = tokens[at]
  if (token === undefined || UNITS.has(tokens[at + 1]?.lower ?? '')) return at
  return /^(?:\d{1,2}|[IVX]{1,4})$/.test(token.raw) ? at + 1 : at
}
