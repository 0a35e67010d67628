/** Administrative areas in a post: names of the gazetteer, weighed by the cues around them. */
import {
  type AreaScope,
  type AreaSpan,
  isBelow,
  isWithin,
  spansOf,
  weightOfSigns,
} from './area-weight.ts'
import { BEGINNING, type Gazetteer, keyOf, LONGEST_NAME, type NamedAreas } from './gazetteer.ts'
import { hashText } from './hash.ts'
import { createLetterSieve, SIEVE_START } from './letter-sieve.ts'
import { endsName, isNamingWord } from './named-kinds.ts'
import { isNoPlace, levelCue, NICKNAMES } from './place-cues.ts'
import { isCapital, type PlaceWords } from './place-words.ts'
import { taggedPlace } from './tagged-place.ts'
import type { Token } from './tokens.ts'
import { byWord } from './words.ts'

export function areaScope(
  gazetteer: Gazetteer,
  own: string | null,
  names: Map<string, string>,
): AreaScope {
  const aliases = new Map([...Object.entries(NICKNAMES), ...names])
  const openings = new Set([...aliases.keys()].map((key) => key.slice(0, OPENING)))
  const sieve = createLetterSieve([...gazetteer.keys(), ...aliases.keys()])
  const beginning = byWord((text) => beginningOf(keyOf(text), gazetteer, openings))
  return { gazetteer, own, aliases, beginning, sieve, mayStart: startsOf(gazetteer, openings) }
}

const OPENING = 3

/** A short word begins some name, mostly, only together with the next. */
function beginningOf(key: string, gazetteer: Gazetteer, openings: Set<string>): 0 | 1 | 2 {
  if (openings.has(key.slice(0, OPENING)) || gazetteer.isName(key)) return 1
  if (key.length < OPENING) return 2
  if (!gazetteer.begins(key)) return 0
  return key.length < BEGINNING ? 2 : 1
}

/** Whether some name may begin with a short word and the next, by their first letters together. */
function startsOf(gazetteer: Gazetteer, openings: Set<string>): AreaScope['mayStart'] {
  const starts = createLetterSieve(firstLetters(gazetteer.keys()))
  return (word, next) => {
    if (word.length < OPENING && openings.has((word + next).slice(0, OPENING))) return true
    const more = BEGINNING - word.length
    return next.length < more || starts.mayHold(hashText(next.slice(0, more), hashText(word)))
  }
}

function* firstLetters(keys: Iterable<string>): Generator<string> {
  for (const key of keys) yield key.slice(0, BEGINNING)
}

/**
 * Log-odds below which a name is taken for an ordinary word: an invented place costs more. Whoever writes to a
 * government means its villages, and names other regions in passing.
 */
const SURE = { own: 0, country: 0.3, elsewhere: 2.5 }

interface Weighed {
  span: AreaSpan
  weight: number
}

/** Tokens → areas that are sure enough, without overlaps. */
export function findAreas(words: PlaceWords, scope: AreaScope): AreaSpan[] {
  const weighed = areaCandidates(words, scope)
    .map((span) => ({ span, weight: weightOfSigns(span.signs) }))
    .filter(({ span, weight }) => weight >= leastFor(span, scope))
  return withoutOverlaps(weighed.filter((each) => !weighed.some((other) => isRather(other, each))))
}

/** Of a district and a village of one name the district is meant, unless something says otherwise. */
function isRather(other: Weighed, { span, weight }: Weighed): boolean {
  if (other.span.from !== span.from || other.span.to !== span.to) return false
  return levelLength(other.span) < levelLength(span) && other.weight > weight - CLEARLY
}

const CLEARLY = 1
const levelLength = ({ codes }: AreaSpan) => (codes[0] as string).length

function leastFor({ codes }: AreaSpan, { own }: AreaScope): number {
  if (own === null) return SURE.country
  return codes.some((code) => isWithin(code, own)) ? SURE.own : SURE.elsewhere
}

/** All that could be an area, with what speaks for and against it: also what the weights are fitted on. */
export function areaCandidates(words: PlaceWords, scope: AreaScope): AreaSpan[] {
  const candidates: AreaSpan[] = []
  for (let from = 0; from < words.tokens.length; from++)
    addCandidates(candidates, words, from, scope)
  return candidates.map((span) => inCompany(span, candidates))
}

function addCandidates(found: AreaSpan[], words: PlaceWords, from: number, scope: AreaScope) {
  const { kind, lower } = words.tokens[from] as Token
  if (kind === 'hashtag') return addTagged(found, words, from, scope)
  if (kind !== 'word' || !mayBegin(words, from, scope)) return
  const last = lastOfName(words, from)
  let hash = SIEVE_START
  for (let to = from; to <= last; to++) {
    hash = hashText(words.keys[to] as string, hash)
    if (!scope.sieve.mayHold(hash) || (to === from && isBare(lower))) continue
    const named = codesOf(words.keys.slice(from, to + 1).join(''), scope)
    if (named) found.push(...spansOf({ words, from, to: to + 1 }, named, scope))
  }
}

function addTagged(found: AreaSpan[], words: PlaceWords, at: number, scope: AreaScope) {
  const tagged = taggedPlace((words.tokens[at] as Token).lower, (key) => codesOf(key, scope))
  if (!tagged) return
  const spans = spansOf({ words, from: at, to: at + 1 }, tagged.named, scope)
  const [from, to] = tagged.cut
  const sign = to - from === words.tokens[at]?.lower.length ? 'tag.whole' : 'tag.glued'
  for (const span of spans) found.push({ ...span, signs: [...span.signs, sign], cut: tagged.cut })
}

/** Index of the last word that a name from here may have. */
function lastOfName({ tokens, telling }: PlaceWords, from: number): number {
  const first = tokens[from] as Token
  let at = from
  while (at + 1 < from + LONGEST_NAME) {
    const next = tokens[at + 1]
    if (next?.kind !== 'word') break
    // "di Malang ke rumah" is no Malangke
    if (telling && isCapital(first) && !isCapital(next) && !isNamingWord(next.lower)) break
    if (endsName(next.lower) && !isCapital(next) && next.lower.length < 4) break
    at++
  }
  return at
}

function mayBegin({ tokens, keys }: PlaceWords, from: number, scope: AreaScope): boolean {
  const found = scope.beginning((tokens[from] as Token).word)
  return found < 2 ? found === 1 : scope.mayStart(keys[from] as string, keys[from + 1] ?? '')
}

/** There are villages called Kelurahan and Pasar; alone, those words are never meant. */
function isBare(word: string): boolean {
  return isNoPlace(word) || levelCue(word) !== null
}

function codesOf(key: string, scope: AreaScope): NamedAreas | undefined {
  const alias = scope.aliases.get(key)
  const named = scope.gazetteer.lookup(key)
  if (!alias) return named
  return { codes: [alias, ...(named?.codes ?? [])], ordinary: key.length <= 2 }
}

/** A village beside its own district, a district beside its regency: each makes the other sure. */
function inCompany(span: AreaSpan, all: AreaSpan[]): AreaSpan {
  if (span.level === 'province') return span
  const others = all.filter((other) => other.to <= span.from || other.from >= span.to)
  const agreeing = span.codes.filter((code) => others.some((other) => agrees(code, other)))
  if (agreeing.length === 0) return span
  return { ...span, codes: agreeing, signs: [...span.signs, 'agreed'] }
}

function agrees(code: string, other: AreaSpan): boolean {
  return other.codes.some((parent) =>
    code.length > parent.length ? isPart(code, parent) : isPart(parent, code),
  )
}

/** Of a regency or something smaller. */
const isPart = (code: string, above: string) => above.length >= 5 && isBelow(code, above)

function withoutOverlaps(spans: Weighed[]): AreaSpan[] {
  const ranked = spans.sort(
    (a, b) =>
      lengthOf(b.span) - lengthOf(a.span) || b.weight - a.weight || a.span.from - b.span.from,
  )
  const kept: AreaSpan[] = []
  for (const { span } of ranked) {
    if (kept.every((other) => span.to <= other.from || span.from >= other.to)) kept.push(span)
  }
  return kept.sort((a, b) => a.from - b.from)
}

const lengthOf = ({ from, to }: AreaSpan) => to - from
