/** Administrative areas in a post: names of the gazetteer, weighed by the cues around them. */
import { type AreaLevel, type Gazetteer, keyOf, LONGEST_NAME, levelOfCode } from './gazetteer.ts'
import { isLocative, isNoPlace, levelCue, PROVINCE_NICKNAMES } from './place-cues.ts'
import type { Token } from './tokens.ts'

export interface AreaSpan {
  /** Token indexes, `to` exclusive; the cue word ("desa") is not part of it. */
  from: number
  to: number
  level: AreaLevel
  /** Codes that the name may mean, likeliest first. */
  codes: string[]
  score: number
}

export interface AreaScope {
  gazetteer: Gazetteer
  /** Kemendagri code of the government, null for the whole country. */
  own: string | null
  /** Names that this government uses for its parts: key → code. */
  aliases: Map<string, string>
}

/** Below this a name is taken for an ordinary word. */
const SURE = 2

/** Tokens → areas, without overlaps, each with score ≥ 2. */
export function findAreas(tokens: Token[], scope: AreaScope): AreaSpan[] {
  const mixedCase = isMixedCase(tokens)
  const candidates: AreaSpan[] = []
  for (let from = 0; from < tokens.length; from++) {
    candidates.push(...candidatesAt(tokens, from, scope, mixedCase))
  }
  const agreed = candidates.map((span) => withAgreement(span, candidates))
  return withoutOverlaps(agreed.filter((span) => span.score >= SURE))
}

/** In a post all in capitals or all in small letters a capital says nothing. */
export function isMixedCase(tokens: Token[]): boolean {
  let capitals = 0
  let words = 0
  for (const { kind, raw } of tokens) {
    if (kind !== 'word') continue
    words++
    if (/^\p{Lu}/u.test(raw)) capitals++
  }
  return capitals > 0 && capitals < words * 0.7
}

function candidatesAt(
  tokens: Token[],
  from: number,
  scope: AreaScope,
  mixedCase: boolean,
): AreaSpan[] {
  const found: AreaSpan[] = []
  if (!mayBegin(tokens[from] as Token, scope)) return found
  const last = lastOfName(tokens, from)
  let key = ''
  for (let to = from; to <= last; to++) {
    key += keyOf((tokens[to] as Token).lower)
    const codes = to === from && isBare(key) ? undefined : codesOf(key, scope)
    if (codes) found.push(...weigh({ tokens, from, to: to + 1, mixedCase }, codes, scope))
  }
  return found
}

/** Index of the last word that a name from here may have; a hashtag ends it. */
function lastOfName(tokens: Token[], from: number): number {
  let at = from
  while (at + 1 < from + LONGEST_NAME && tokens[at]?.kind === 'word') {
    const next = tokens[at + 1]?.kind
    if (next !== 'word' && next !== 'hashtag') break
    at++
  }
  return at
}

/** Aliases of a government and nicknames of provinces stand beside the gazetteer. */
function mayBegin({ kind, lower }: Token, { gazetteer, aliases }: AreaScope): boolean {
  if (kind !== 'word' && kind !== 'hashtag') return false
  const word = keyOf(lower)
  if (gazetteer.begins(word) || Object.hasOwn(PROVINCE_NICKNAMES, word)) return true
  for (const alias of aliases.keys()) if (alias.startsWith(word)) return true
  return false
}

/** There are villages called Kelurahan and Pasar; alone, those words are never meant. */
function isBare(word: string): boolean {
  return isNoPlace(word) || levelCue(word) !== null
}

interface Named {
  codes: string[]
  ordinary: boolean
}

function codesOf(key: string, scope: AreaScope): Named | undefined {
  const alias =
    scope.aliases.get(key) ??
    (Object.hasOwn(PROVINCE_NICKNAMES, key) ? PROVINCE_NICKNAMES[key] : undefined)
  const named = scope.gazetteer.lookup(key)
  if (!alias) return named
  return { codes: [alias, ...(named?.codes ?? [])], ordinary: key.length <= 3 }
}

interface Window {
  tokens: Token[]
  from: number
  to: number
  mixedCase: boolean
}

/** One span per level that the name may have. */
function weigh(window: Window, named: Named, scope: AreaScope): AreaSpan[] {
  const { from, to } = window
  const before = wordBefore(window.tokens, from)
  const cue = levelCue(before)
  const extra = surroundings(window, before, named.ordinary)
  const levels = [...new Set(named.codes.map(levelOfCode))]
  return levels.map((level) => {
    const codes = named.codes.filter((code) => levelOfCode(code) === level)
    const own = scope.own === null ? [] : codes.filter((code) => isWithin(code, scope.own ?? ''))
    const prior = priorOf(level, own.length > 0, scope.own === null)
    const spoken = cue === level ? 2.2 : cue === null ? 0 : -0.8
    const kept = own.length > 0 ? own : codes
    return { from, to, level, codes: kept, score: prior + spoken + extra }
  })
}

/** `code` lies in the area `own`, or is the area itself. */
export function isWithin(code: string, own: string): boolean {
  return code === own || code.startsWith(`${own}.`)
}

function priorOf(level: AreaLevel, own: boolean, nationwide: boolean): number {
  if (level === 'province' || level === 'regency') return 2.1
  if (level === 'district') return own ? 2 : nationwide ? 0.7 : -0.9
  return own ? 0.6 : nationwide ? 0.1 : -1
}

function surroundings(window: Window, before: string, ordinary: boolean): number {
  const { tokens, from, to, mixedCase } = window
  const first = tokens[from] as Token
  let score = 0
  if (isLocative(before)) score += 1
  if (mixedCase && /^\p{Lu}/u.test(first.raw)) score += 0.9
  if (first.kind === 'hashtag') score += 0.6
  if (to - from > 1) score += 0.6
  else if (ordinary) score -= 2.2
  if (to - from === 1 && first.lower.length <= 3) score -= 1
  return score
}

/** The word before, across one full stop or colon ("kec. Lais"); empty at the start. */
function wordBefore(tokens: Token[], index: number): string {
  const last = tokens[index - 1]
  if (last === undefined) return ''
  if (last.kind !== 'mark') return last.lower
  return /^[.:(]$/.test(last.lower) ? (tokens[index - 2]?.lower ?? '') : ''
}

/** A village beside its own district, a district beside its regency: each makes the other sure. */
function withAgreement(span: AreaSpan, all: AreaSpan[]): AreaSpan {
  if (span.level === 'province') return span
  const others = all.filter((other) => other.to <= span.from || other.from >= span.to)
  const agreeing = span.codes.filter((code) => others.some((other) => agrees(code, other)))
  if (agreeing.length === 0) return span
  return { ...span, codes: agreeing, score: span.score + 1.3 }
}

function agrees(code: string, other: AreaSpan): boolean {
  return other.codes.some((parent) => {
    const [long, short] = code.length > parent.length ? [code, parent] : [parent, code]
    return long !== short && isWithin(long, short) && short.length >= 5
  })
}

function withoutOverlaps(spans: AreaSpan[]): AreaSpan[] {
  const ranked = [...spans].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || b.score - a.score || a.from - b.from,
  )
  const kept: AreaSpan[] = []
  for (const span of ranked) {
    if (kept.every((other) => span.to <= other.from || span.from >= other.to)) kept.push(span)
  }
  return kept.sort((a, b) => a.from - b.from)
}
