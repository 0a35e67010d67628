/** Places that a government has written down: its landmarks, and the roads of its register. */
import type { Government } from '../core/configuration.ts'
import { type Gazetteer, keyOf } from './gazetteer.ts'
import type { NamedSpan } from './named-places.ts'
import type { PlaceWords } from './place-words.ts'
import type { Token } from './tokens.ts'

export interface KnownSpan extends NamedSpan {
  /** Kemendagri code of the place's district, where it is written down. */
  code?: string
  /** Area that it surely lies in: a registered road lies in the government's own. */
  within?: string
  /** What it is called first where it has several names ("RSMY" is RSUD M. Yunus). */
  calledFirst?: string
}

interface Known {
  level: NamedSpan['level']
  calledFirst: string
  code?: string
  within?: string
  /** The name alone is not enough: it is also that of a village, or too short. */
  needsCue: boolean
}

export interface KnownPlaces {
  byKey: Map<string, Known>
  /** First letters of those keys. */
  openings: Set<string>
}

const OPENING = 3

const ROAD_CUE = /^(jalan|jln|jl|dalan|ruas|jalur)$/
const SHORTEST_ALONE = 6
const MOST_WORDS = 4
/** As exact as a road or a school that is named. */
const KNOWN_RANK = 6

export function knownPlacesOf(government: Government | null, gazetteer: Gazetteer): KnownPlaces {
  const known = new Map<string, Known>()
  if (!government) return { byKey: known, openings: new Set() }
  for (const { name, aliases, status } of government.roads) {
    if (status === 'national') continue
    for (const each of [name, ...aliases])
      addRoad(known, { key: roadKey(each), calledFirst: name }, government, gazetteer)
  }
  for (const { name, aliases, kind, district } of government.landmarks)
    for (const each of [name, ...aliases])
      known.set(keyOf(each), {
        level: kind,
        calledFirst: name,
        needsCue: false,
        ...(district && { code: district }),
      })
  return { byKey: known, openings: new Set([...known.keys()].map((key) => key.slice(0, OPENING))) }
}

function addRoad(
  known: Map<string, Known>,
  { key, calledFirst }: { key: string; calledFirst: string },
  { regionCode }: Government,
  gaz: Gazetteer,
) {
  const needsCue = key.length < SHORTEST_ALONE || gaz.lookup(key) !== undefined
  known.set(key, { level: 'road', calledFirst, within: regionCode, needsCue })
}

/** "Jl. Hibrida (Kota Bengkulu)" and "jalan hibrida" are one key. */
export function roadKey(name: string): string {
  return keyOf(name.replace(/\(.*?\)/g, '').replace(/^\s*(jalan|jln|jl|ruas|gang|gg)\b\.?/i, ''))
}

/** Citizens write "di Hibrida": the name of a registered road needs no "jalan" before it. */
export function findKnownPlaces(words: PlaceWords, known: KnownPlaces): KnownSpan[] {
  const spans: KnownSpan[] = []
  if (known.byKey.size === 0) return spans
  for (let from = 0; from < words.tokens.length; from++) {
    if (!mayBegin(words.keys, from, known)) continue
    const span = longestAt(words, from, known)
    if (!span) continue
    spans.push(span)
    from = span.to - 1
  }
  return spans
}

function mayBegin(keys: string[], from: number, { openings }: KnownPlaces): boolean {
  const key = keys[from] as string
  if (key === '') return false
  const opening = key.length < OPENING ? key + (keys[from + 1] ?? '') : key
  return opening.length < OPENING || openings.has(opening.slice(0, OPENING))
}

function longestAt({ tokens, keys }: PlaceWords, from: number, known: KnownPlaces) {
  let key = ''
  let best: KnownSpan | null = null
  for (let to = from; to < Math.min(tokens.length, from + MOST_WORDS); to++) {
    const part = keys[to] as string
    if (part === '') continue
    key += part
    const place = known.byKey.get(key)
    if (place) best = spanOf(tokens, from, to + 1, place) ?? best
  }
  return best
}

function spanOf(tokens: Token[], from: number, to: number, place: Known): KnownSpan | null {
  const cue = place.level === 'road' ? roadCueBefore(tokens, from) : null
  if (place.needsCue && cue === null) return null
  const { level, code, within, calledFirst } = place
  return {
    from: cue ?? from,
    to,
    level,
    rank: KNOWN_RANK,
    calledFirst,
    ...(code && { code }),
    ...(within && { within }),
  }
}

/** Index of the "jalan" before a name. */
function roadCueBefore(tokens: Token[], from: number): number | null {
  const dot = tokens[from - 1]?.lower === '.' ? 1 : 0
  const at = from - 1 - dot
  return ROAD_CUE.test(tokens[at]?.lower ?? '') ? at : null
}
