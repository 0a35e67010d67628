/** Places that a government has written down: its landmarks, and the roads of its register. */
import type { Government } from '../core/configuration.ts'
import { type Gazetteer, keyOf } from './gazetteer.ts'
import type { NamedSpan } from './named-places.ts'
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

export type KnownPlaces = Map<string, Known>

const ROAD_CUE = /^(jalan|jln|jl|dalan|ruas|jalur)$/
const SHORTEST_ALONE = 6
const MOST_WORDS = 4

export function knownPlacesOf(government: Government | null, gazetteer: Gazetteer): KnownPlaces {
  const known: KnownPlaces = new Map()
  if (!government) return known
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
  return known
}

function addRoad(
  known: KnownPlaces,
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
export function findKnownPlaces(tokens: Token[], known: KnownPlaces): KnownSpan[] {
  const spans: KnownSpan[] = []
  if (known.size === 0) return spans
  for (let from = 0; from < tokens.length; from++) {
    const span = longestAt(tokens, from, known)
    if (!span) continue
    spans.push(span)
    from = span.to - 1
  }
  return spans
}

function longestAt(tokens: Token[], from: number, known: KnownPlaces): KnownSpan | null {
  let key = ''
  let best: KnownSpan | null = null
  for (let to = from; to < Math.min(tokens.length, from + MOST_WORDS); to++) {
    const part = keyOf((tokens[to] as Token).lower)
    if (part === '') continue
    key += part
    const place = known.get(key)
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
