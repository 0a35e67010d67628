/** Places after a preposition that no gazetteer knows: "di Kayutangi". */
import { endsName, isNoKindAfter } from './named-kinds.ts'
import type { NamedSpan } from './named-places.ts'
import { isNoPlace, isPassed, levelCue } from './place-cues.ts'
import { afterStop, begins, isMarked, isShout, type PlaceWords } from './place-words.ts'
import type { Token } from './tokens.ts'

const set = (text: string) => new Set(text.split(' '))

const VILLAGE = set('desa dusun kelurahan kecamatan nagari kampung kec kel ds distrik gampong')
const REGENCY = set('kab kabupaten')
const PREPOSITIONS = set('di ke dari daerah kawasan wilayah neng nang ning')
const MOST_WORDS = 4
/** Below every place that the gazetteer knows; a village that is called one stands beside those. */
const RANK = { village: 5, regency: 2, guess: 1.5 }

/** `taken(i)`: the token belongs to a place already. */
export function findUnknownPlaces(
  words: PlaceWords,
  taken: (index: number) => boolean,
): NamedSpan[] {
  const spans: NamedSpan[] = []
  for (let index = 0; index < words.tokens.length; index++) {
    const called = callOf(words, index)
    if (called === null) continue
    const from = afterStop(words, index)
    const to = endOfUnknown(words, from, called !== 'guess', taken)
    if (to > from) spans.push({ from, to, level: 'landmark', rank: RANK[called] })
  }
  return spans
}

/** What stands before: a word such as "desa" or "kabupaten", or a mere preposition; null for neither. */
function callOf(words: PlaceWords, index: number): keyof typeof RANK | null {
  const cue = words.tokens[index] as Token
  const called = wordFor(cue.lower)
  if (called === null) return null
  if (isNoKindAfter(cue, words.tokens[index - 1])) return null
  // a name that the gazetteer has was judged there
  const known = words.vocabulary.isName(words.keys[afterStop(words, index)] ?? '')
  return known && isPassed(cue.lower) ? null : called
}

function wordFor(word: string): keyof typeof RANK | null {
  if (VILLAGE.has(word)) return 'village'
  if (REGENCY.has(word)) return 'regency'
  return PREPOSITIONS.has(word) ? 'guess' : null
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
  // "di Unit PPA", "di Koperasi": one word that others write small is a thing with a capital
  const alone = words.tokens[from]?.lower ?? ''
  return !called && to === from + 1 && words.vocabulary.isUsed(alone) ? from : to
}

function isUnknownName(words: PlaceWords, at: number, called: boolean): boolean {
  const token = words.tokens[at]
  if (token?.kind !== 'word' || token.raw.length < 3 || begins(words, at)) return false
  if (isNoPlace(token.lower) || endsName(token.lower) || levelCue(token.lower)) return false
  if (isOffice(token)) return false
  // all capitals is an institution or a shout
  if (isMarked(words, at)) return !isShout(token)
  return called && words.vocabulary.isName(token.lower) && !words.vocabulary.isEveryday(token.lower)
}

/** "Rp400", "Disnakertrans", "APBDes", "PeduliLindungi", "SMP-nya": a sum, an office, a plan, a programme, a school. */
function isOffice({ raw }: Token): boolean {
  return (
    /\d|^(Dis[a-z]{3}|Kemen)/.test(raw) || /[\p{Ll}][\p{Lu}]|\p{Lu}\p{Lu}|-(nya|kah)$/u.test(raw)
  )
}
