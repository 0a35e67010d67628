/** Places after a preposition that no gazetteer knows: "di Kayutangi". */
import { endsName, isNoKindAfter } from './named-kinds.ts'
import type { NamedSpan } from './named-places.ts'
import { isNoPlace, isPassed } from './place-cues.ts'
import { afterStop, begins, isMarked, isShout, type PlaceWords } from './place-words.ts'
import type { Token } from './tokens.ts'

const set = (text: string) => new Set(text.split(' '))

const VILLAGE = set('desa dusun kelurahan kecamatan nagari kampung kec kel ds')
const PREPOSITIONS = set('di ke dari daerah kawasan wilayah neng nang ning')
const MOST_WORDS = 4
/** Below every place that the gazetteer knows; a village that is called one stands beside those. */
const RANK = { called: 5, guessed: 1.5 }

/** `taken(i)`: the token belongs to a place already. */
export function findUnknownPlaces(
  words: PlaceWords,
  taken: (index: number) => boolean,
): NamedSpan[] {
  const spans: NamedSpan[] = []
  for (let index = 0; index < words.tokens.length; index++) {
    const called = callsAPlace(words, index)
    if (called === null) continue
    const from = afterStop(words, index)
    const to = endOfUnknown(words, from, called, taken)
    const rank = called ? RANK.called : RANK.guessed
    if (to > from) spans.push({ from, to, level: 'landmark', rank })
  }
  return spans
}

/** True: a word such as "desa" stands here; false: a preposition; null: neither. */
function callsAPlace(words: PlaceWords, index: number): boolean | null {
  const cue = words.tokens[index] as Token
  const called = VILLAGE.has(cue.lower)
  if (!called && !PREPOSITIONS.has(cue.lower)) return null
  if (isNoKindAfter(cue, words.tokens[index - 1])) return null
  // a name that the gazetteer has was judged there
  const known = words.vocabulary.isName(words.keys[afterStop(words, index)] ?? '')
  return known && isPassed(cue.lower) ? null : called
}

function endOfUnknown(
  words: PlaceWords,
  from: number,
  called: boolean,
  taken: (index: number) => boolean,
): number {
  let to = from
  while (to < from + MOST_WORDS && !taken(to) && isUnknownName(words, to, called && to === from))
    to++
  return to
}

function isUnknownName(words: PlaceWords, at: number, called: boolean): boolean {
  const token = words.tokens[at]
  if (token?.kind !== 'word' || token.raw.length < 3 || begins(words, at)) return false
  if (isNoPlace(token.lower) || endsName(token.lower)) return false
  // all capitals is an institution or a shout
  if (isMarked(words, at)) return !isShout(token)
  return called && words.vocabulary.isName(token.lower) && !words.vocabulary.isEveryday(token.lower)
}
