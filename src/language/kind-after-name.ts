/** English says the kind of a place behind its name: "Suprapto street", "the Ampera bridge". */
import { endsName, kindOf } from './named-kinds.ts'
import type { NamedSpan } from './named-places.ts'
import { isLocative, isNoPlace, levelCue } from './place-cues.ts'
import { isMarked, isProper, type PlaceWords } from './place-words.ts'
import type { Token } from './tokens.ts'

const MOST_WORDS = 3
/** Kinds whose standard words are several, or which are areas where they stand before a name. */
const OTHER_KINDS: Record<string, Pick<NamedSpan, 'level' | 'rank'>> = {
  hospital: { level: 'facility', rank: 6 },
  station: { level: 'facility', rank: 6 },
  school: { level: 'facility', rank: 5.4 },
  zoo: { level: 'facility', rank: 6 },
  desa: { level: 'landmark', rank: 5 },
}
/** "Jalan Sunset Road" is one name, and its whole. */
const WHOLE = 0.1

/** @param words of an English post, in standard words: "street" is "jalan" */
export function findKindsAfterNames(words: PlaceWords): NamedSpan[] {
  return words.tokens.flatMap((token, at) => {
    const kind = kindOf(token) ?? OTHER_KINDS[token.lower]
    const from = kind ? beginningOfName(words, at) : at
    if (!kind || from === at) return []
    return [{ from, to: at + 1, level: kind.level, rank: kind.rank + WHOLE, kindLast: true }]
  })
}

function beginningOfName(words: PlaceWords, kind: number): number {
  let from = kind
  while (from > kind - MOST_WORDS && isPartOfName(words, from - 1)) from--
  const sure = words.tokens.slice(from, kind).some((_, at) => isProper(words, from + at))
  return sure || isOnlyWord(words, from, kind) ? from : kind
}

/** "Ampera bridge has no lights": where a post begins, one word with a capital is its name. */
function isOnlyWord({ vocabulary, keys }: PlaceWords, from: number, kind: number): boolean {
  return kind - from === 1 && vocabulary.isName(keys[from] as string)
}

function isPartOfName(words: PlaceWords, at: number): boolean {
  const token = words.tokens[at]
  if (token?.kind !== 'word' || !isMarked(words, at)) return false
  return !isSmallWord(token)
}

const ARTICLES = new Set(['the', 'sebuah'])

function isSmallWord(token: Token): boolean {
  const { lower } = token
  if (ARTICLES.has(lower) || endsName(lower) || levelCue(lower) !== null) return true
  return (isLocative(lower) || isNoPlace(lower)) && kindOf(token) === null
}
