/** Places that no gazetteer knows: roads, schools, clinics, markets, crossroads, quarters, rivers. */
import type { PlaceLevel } from '../core/reading.ts'
import { type AreaLength, endOfName } from './name-extent.ts'
import { isNoKindAfter, kindOf, type NamedKind } from './named-kinds.ts'
import { isPassed } from './place-cues.ts'
import { afterStop, isMarked, isShout, type PlaceWords } from './place-words.ts'
import type { Token } from './tokens.ts'

export interface NamedSpan {
  from: number
  to: number
  level: Extract<PlaceLevel, 'facility' | 'road' | 'landmark'>
  /** How exactly it says where: the highest is shown. */
  rank: number
  /** Its name may be that of a far place: it alone does not say in which area it lies. */
  borrowed?: boolean
  /** Its kind stands behind its name: "Suprapto street". */
  kindLast?: boolean
}

export function findNamedPlaces(words: PlaceWords, areaLength: AreaLength): NamedSpan[] {
  const spans: NamedSpan[] = []
  const { tokens } = words
  for (let index = 0; index < tokens.length; index++) {
    const area = areaLength(index)
    // "Sungai Serut" is a district, no river
    if (area > 0) index += area - 1
    const kind = area > 0 ? null : kindOf(tokens[index] as Token)
    if (!kind || isNoKindAfter(tokens[index] as Token, tokens[index - 1])) continue
    const span = spanAt(words, index, kind, areaLength)
    if (!span) continue
    spans.push(span)
    index = span.to - 1
  }
  return spans
}

function spanAt(
  words: PlaceWords,
  index: number,
  kind: NamedKind,
  areaLength: AreaLength,
): NamedSpan | null {
  const { level, rank } = kind
  if (kind.alone) return { from: index, to: index + 1, level, rank }
  const start = skipFillers(words, index, kind)
  const to = endOfName({ words, kind, areaLength, index, start })
  if (to === start && !isTitled(words, index, start)) return null
  const before = words.tokens[index - 1]?.lower ?? ''
  const borrowed = kind.borrowed && !leadsThere(words, index, start)
  return { from: index, to, level, rank: isPassed(before) ? rank - PASSED : rank, borrowed }
}

/** "Jalan Raya Bogor", "jalan lintas Curup" are called after where they lead, and mostly lie there. */
function leadsThere({ tokens }: PlaceWords, index: number, start: number): boolean {
  return tokens.slice(index + 1, start).some(({ lower }) => THROUGH.has(lower))
}

const THROUGH = new Set(['raya', 'lintas', 'poros', 'nasional', 'provinsi', 'kabupaten', 'trans'])

/** Only passed on the way: "dari stasiun Malang". */
const PASSED = 0.4

/** "Pasar Induk", "Jalan Lingkar": the words before a name, with capitals of their own, are one. */
function isTitled(words: PlaceWords, index: number, start: number): boolean {
  if (start < index + 2 || isShout(words.tokens[index])) return false
  for (let at = index; at < start; at++) if (!isMarked(words, at)) return false
  return true
}

/** "jl. raya …", "SD negeri 20", "kantor camat …": words between the kind and the name. */
function skipFillers(words: PlaceWords, index: number, kind: NamedKind): number {
  let at = afterStop(words, index)
  while (kind.fillers.has(words.tokens[at]?.lower ?? '')) at = afterStop(words, at)
  return at
}
