/** Where a post is about: the place that is shown, and the area that routing needs. */
import type { Government, Lexicon, RoadRegisterEntry } from '../core/configuration.ts'
import type { Place, PlaceLevel } from '../core/reading.ts'
import { agreedArea } from './area-agreement.ts'
import { areaScope, findAreas } from './area-finder.ts'
import type { AreaSpan } from './area-weight.ts'
import type { Gazetteer } from './gazetteer.ts'
import { findKindsAfterNames } from './kind-after-name.ts'
import { findKnownPlaces, type KnownSpan, knownPlacesOf, roadKey } from './known-places.ts'
import { findNamedPlaces } from './named-places.ts'
import { ownNames } from './own-names.ts'
import { inEnglish, placeWordsOf, vocabularyOf } from './place-words.ts'
import type { Token } from './tokens.ts'
import { findUnknownPlaces } from './unknown-places.ts'

export interface Whereabouts {
  place: Place | null
  /** Smallest area that the names agree on, null where none is named. */
  areaCode: string | null
  /** Names the area in words, for `because`. */
  areaName: string | null
  road: RoadRegisterEntry | null
  /** Every place that is named, for comparing posts; one that is written down, by its first name. */
  names: NamedPlace[]
  /** Tokens that belong to a name and say nothing about the topic. */
  masked: Set<number>
}

export interface NamedPlace {
  name: string
  level: PlaceLevel
  /** Kemendagri codes that the name may mean; none for a road or a school. */
  codes: string[]
}

/** @param english the tokens are those of an English post, in standard words */
export type PlaceFinder = (text: string, tokens: Token[], english?: boolean) => Whereabouts

/**
 * @param government null: the whole country, with more cues asked of each name
 * @param lexicon words of everyday beside the dictionary's: they are no names
 */
export function createPlaceFinder(
  gazetteer: Gazetteer,
  government: Government | null,
  lexicon: Lexicon | null = null,
): PlaceFinder {
  const own = government?.regionCode ?? null
  const scope = areaScope(gazetteer, own, ownNames(government))
  const register = new Map(government?.roads.flatMap(roadKeys) ?? [])
  const places = knownPlacesOf(government, gazetteer)
  const vocabulary = vocabularyOf(lexicon, gazetteer)
  const foreign = inEnglish(vocabulary)
  return (text, tokens, english = false) => {
    const words = placeWordsOf(tokens, english ? foreign : vocabulary)
    const areas = findAreas(words, scope)
    const lengthAt = new Map(areas.map((span) => [span.from, span.to - span.from]))
    const inOrder = findNamedPlaces(words, (index) => lengthAt.get(index) ?? 0)
    const named = english ? [...inOrder, ...findKindsAfterNames(words)] : inOrder
    const known = findKnownPlaces(words, places)
    const taken = tokensOf([...areas, ...named, ...known])
    const unknown = findUnknownPlaces(words, (index) => taken.has(index))
    const spans = { areas, named: [...known, ...named, ...unknown] }
    return whereabouts(text, tokens, spans, { own, gazetteer, register })
  }
}

interface Spans {
  areas: AreaSpan[]
  named: KnownSpan[]
}

interface Ground {
  own: string | null
  gazetteer: Gazetteer
  register: Map<string, RoadRegisterEntry>
}

function whereabouts(text: string, tokens: Token[], spans: Spans, ground: Ground): Whereabouts {
  const written = (span: AreaSpan | KnownSpan) => writtenAs(text, tokens, span)
  const best = mostSpecific(spans)
  const area = agreedArea(spans, ground.own)
  return {
    place: best ? placeOf(best, written(best)) : null,
    areaCode: area,
    areaName: area ? areaName(area, ground.gazetteer) : null,
    road: roadOf(spans, written, ground.register),
    names: [...spans.named, ...spans.areas].map((span) => ({
      name: ('calledFirst' in span && span.calledFirst) || written(span),
      level: span.level,
      codes: 'codes' in span ? span.codes : [],
    })),
    masked: tokensOf([...spans.areas, ...spans.named.map(nameOnly)]),
  }
}

/** The kind of a named place ("jalan", "puskesmas") stays readable; its name is masked. */
function nameOnly(span: KnownSpan): { from: number; to: number } {
  if (span.kindLast) return { from: span.from, to: span.to - 1 }
  return span.to - span.from > 1 ? { from: span.from + 1, to: span.to } : { from: 0, to: 0 }
}

/** A road or a school says more than a village, a village more than its district. */
const RANK = { village: 5, district: 3, regency: 2, province: 1 }
const PASSED = 0.4

function mostSpecific(spans: Spans): AreaSpan | KnownSpan | null {
  let best: AreaSpan | KnownSpan | null = null
  let most = 0
  for (const span of [...spans.named, ...spans.areas]) {
    const rank = rankOf(span)
    if (rank <= most) continue
    best = span
    most = rank
  }
  return best
}

function rankOf(span: AreaSpan | KnownSpan): number {
  if ('rank' in span) return span.rank
  return RANK[span.level] - (span.passed ? PASSED : 0)
}

function placeOf(span: AreaSpan | KnownSpan, name: string): Place {
  if (!('codes' in span)) {
    return { name, level: span.level, code: span.code ?? null, ambiguous: false }
  }
  const ambiguous = new Set(span.codes).size > 1
  return { name, level: span.level, code: ambiguous ? null : (span.codes[0] ?? null), ambiguous }
}

function areaName(code: string, gazetteer: Gazetteer): string {
  const parts = [code.slice(0, 8), code.slice(0, 5), code.slice(0, 2)]
  const names = [...new Set(parts)].map((part) => gazetteer.nameOf(part)).filter(Boolean)
  return names.join(', ') || code
}

function roadOf(
  spans: Spans,
  written: (span: KnownSpan) => string,
  register: Map<string, RoadRegisterEntry>,
): RoadRegisterEntry | null {
  for (const span of spans.named) {
    if (span.level !== 'road') continue
    const entry = register.get(roadKey(written(span)))
    if (entry) return entry
  }
  return null
}

function roadKeys(entry: RoadRegisterEntry): [string, RoadRegisterEntry][] {
  return [entry.name, ...entry.aliases].map((name) => [roadKey(name), entry])
}

function writtenAs(text: string, tokens: Token[], span: AreaSpan | KnownSpan): string {
  const first = tokens[span.from] as Token
  const last = tokens[span.to - 1] as Token
  const start = first.kind === 'hashtag' ? first.start + 1 : first.start
  if ('cut' in span && span.cut) return text.slice(start + span.cut[0], start + span.cut[1])
  return text.slice(start, last.end)
}

function tokensOf(spans: { from: number; to: number }[]): Set<number> {
  const result = new Set<number>()
  for (const span of spans) for (let at = span.from; at < span.to; at++) result.add(at)
  return result
}
