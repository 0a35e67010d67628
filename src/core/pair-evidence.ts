/** What two posts have in common and what sets them apart, as numbers from 0 to 1. */
import type { Gatherable, SpokenName, TellingWords } from './gatherable.ts'
import { topicLikeness } from './topic-likeness.ts'

export interface PairEvidence {
  /** A road, school or village named by one is named by the other: by how rare the name is. */
  finePlace: number
  /** The same for a district or a town. */
  widePlace: number
  /** Both name a fine place, and not the same: by how rare the names are. */
  otherPlace: number
  /** Both name a district or a town, and not the same. */
  otherWide: number
  /** Their areas exclude one another. */
  otherArea: number
  /** "KM 7" here, "KM 12" there. */
  otherMark: number
  /** Rare shared words that are no place, as a sum. */
  sharedWords: number
  /** Words that hardly anybody says, shared: often a place that the finder missed. */
  hiddenName: number
  /** Their share of all telling words of both. */
  wordShare: number
  /** Their share of the words of the one that says less: 1 where it is quoted by the other. */
  contained: number
  /** Likeness of the whole texts by MinHash. */
  likeness: number
  /** One names a place, and the other a place or a word unheard of instead: a changed template. */
  swapped: number
  /** Each says a word unheard of that the other does not. */
  strange: number
  /** One names a place that the other does not. */
  added: number
  /** What each says alone, of the one that says less: in a template, the problem was changed. */
  unshared: number
  sameCategory: number
  /** How far their possible topics agree. */
  topics: number
  /** 0.5 where the owner of one is unknown. */
  sameOwner: number
  /** One names a village, and the other it or its district. */
  within: number
  /** Cosine of their telling words, places left aside; its root. */
  wordCosine: number
  /** Of the words that both say, places left aside: the rarest. */
  rarestWord: number
  /** The names that both say, for `because`. */
  names: string[]
  /** The rarest words that both say, for `because`. */
  words: string[]
}

export function pairEvidence(left: Gatherable, right: Gatherable): PairEvidence {
  const [l, r] = [left.telling, right.telling]
  const fine = sharedNames(l, r, true)
  const wide = sharedNames(l, r, false)
  return {
    finePlace: fine.most,
    widePlace: wide.most,
    otherPlace: fine.most > 0 ? 0 : Math.min(rarestName(l, true), rarestName(r, true)),
    otherWide: wide.most > 0 ? 0 : Math.min(rarestName(l, false), rarestName(r, false)),
    otherArea: isElsewhere(left, right) || isElsewhere(right, left) ? 1 : 0,
    otherMark: marksDiffer(l.marks, r.marks) ? 1 : 0,
    ...wordsInCommon(l, r, new Set([...fine.words, ...wide.words])),
    likeness: similarity(left.fingerprint.signature, right.fingerprint.signature),
    swapped: Math.max(swap(l, r), swap(r, l)),
    strange: Math.min(unheardAlone(l, r), unheardAlone(r, l)),
    added: Math.max(nameAlone(l, r), nameAlone(r, l)),
    sameCategory: left.category === right.category ? 1 : 0,
    topics: topicLikeness(left, right),
    sameOwner: left.owner && right.owner ? Number(left.owner === right.owner) : 0.5,
    within: isWithin(l, r) ? 1 : 0,
    ...wordLikeness(l, r),
    names: [...fine.words, ...wide.words],
  }
}

/** 0 for an everyday word, 1 for one that nobody else says. */
const LEAST = 5
const MOST = 10
const weight = (rarity: number) => Math.max(0, Math.min(1, (rarity - LEAST) / (MOST - LEAST)))
const rarestOf = (words: [string, number][]) =>
  words.reduce((most, [, rarity]) => Math.max(most, weight(rarity)), 0)
const rarestName = ({ names }: TellingWords, fine: boolean) =>
  names.reduce(
    (most, name) => (name.fine === fine ? Math.max(most, rarestOf(name.words)) : most),
    0,
  )

interface Shared {
  most: number
  words: Set<string>
}

function sharedNames(left: TellingWords, right: TellingWords, fine: boolean): Shared {
  const shared: Shared = { most: 0, words: new Set() }
  const look = (names: SpokenName[], other: TellingWords) => {
    for (const name of names) {
      if (name.fine !== fine) continue
      const { share, said } = saidOf(name, other)
      if (share <= NAME_SHARE || other.names.some((one) => isNamesake(name, one))) continue
      shared.most = Math.max(shared.most, rarestOf(said))
      for (const [word] of said) shared.words.add(word)
    }
  }
  look(left.names, right)
  look(right.names, left)
  return shared
}

/** "Bang Mego" is Pasar Bang Mego Curup; "Medan Jaya" is not Cipayung Jaya. */
const NAME_SHARE = 0.55

function saidOf({ words }: SpokenName, other: TellingWords) {
  const said = words.filter(([word]) => isSaidIn(other, word))
  const sum = (list: [string, number][]) =>
    list.reduce((total, [, rarity]) => total + weight(rarity) + 0.05, 0)
  return { share: sum(said) / sum(words), said }
}

/** "Sumur Dewa" and "Pagar Dewa": one word shared, and each has another. */
function isNamesake(left: SpokenName, right: SpokenName): boolean {
  const own = (some: SpokenName, other: SpokenName) =>
    some.words.filter(([word]) => !other.words.some(([their]) => their === word)).length
  const alone = own(left, right)
  return alone > 0 && alone < left.words.length && own(right, left) > 0
}

const GLUED_LETTERS = 6

/** Also where the place finder saw no name: "#JalanHibrida", "hibridanya". */
function isSaidIn({ names, said }: TellingWords, word: string): boolean {
  if (names.some((name) => name.words.some(([other]) => other === word))) return true
  if (` ${said} `.includes(` ${word} `)) return true
  return word.length >= GLUED_LETTERS && said.replaceAll(' ', '').includes(word)
}

const swap = (left: TellingWords, right: TellingWords) =>
  Math.min(nameAlone(left, right), Math.max(nameAlone(right, left), unheardAlone(right, left)))

/** Rarest word of a place that the other does not say. */
function nameAlone(left: TellingWords, right: TellingWords): number {
  const words = left.names.flatMap((name) => name.words)
  return rarestOf(words.filter(([word]) => !isSaidIn(right, word)))
}

function unheardAlone({ words }: TellingWords, right: TellingWords): number {
  const roots = new Set(right.words.map(([word]) => word))
  const alone = words.filter(([word, rarity]) => rarity >= SWAP_RARITY && !roots.has(word))
  return rarestOf(alone.filter(([word]) => !isSaidIn(right, word)))
}

const SWAP_RARITY = 9.5

function wordsInCommon(left: TellingWords, right: TellingWords, named: Set<string>) {
  const others = new Map(right.words)
  let both = 0
  let all = 0
  let hidden = 0
  const words: string[] = []
  for (const [word, rarity] of left.words) {
    all += weight(rarity)
    if (!others.has(word) || named.has(word)) continue
    both += weight(rarity)
    words.push(word)
    if (rarity >= HIDDEN_RARITY && HIDDEN_FORM.test(word)) hidden++
  }
  const own = all
  for (const [, rarity] of right.words) all += weight(rarity)
  return {
    sharedWords: Math.min(both, ENOUGH) / ENOUGH,
    hiddenName: Math.min(hidden, 2) / 2,
    contained: both / Math.max(Math.min(own, all - own), 0.5),
    wordShare: both / Math.max(all - both, 0.001),
    unshared: Math.min(Math.max(Math.min(own, all - own) - both, 0), ENOUGH) / ENOUGH,
    words: words.slice(0, 3),
  }
}

const ENOUGH = 3
const HIDDEN_RARITY = 8.2
const HIDDEN_FORM = /^\p{L}{4,}$/u

/** A town is named here that lies outside of where the other post is. */
function isElsewhere(left: Gatherable, right: Gatherable): boolean {
  if (areaDiffers(left.areaCode, right.areaCode)) return true
  return left.telling.names.some(
    ({ fine, codes, words }) =>
      !fine &&
      codes.length > 0 &&
      codes.length < MOST_AREAS &&
      codes.every((code) => areaDiffers(code, right.areaCode)) &&
      !words.some(([word]) => isSaidIn(right.telling, word)),
  )
}

const MOST_AREAS = 6

function areaDiffers(left: string | null, right: string | null): boolean {
  if (!left || !right) return false
  return !left.startsWith(right) && !right.startsWith(left)
}

function marksDiffer(left: string[], right: string[]): boolean {
  const kindOf = (mark: string) => mark.split(' ')[0]
  return left.some(
    (mark) =>
      !right.includes(mark) &&
      right.some((other) => kindOf(other) === kindOf(mark) && !left.includes(other)),
  )
}

/** Share of equal minima: an unbiased estimate of the Jaccard likeness of two texts. */
function similarity(left: number[], right: number[]): number {
  if (left.length === 0 || left.length !== right.length) return 0
  let equal = 0
  for (let index = 0; index < left.length; index++) if (left[index] === right[index]) equal++
  return equal / left.length
}

/** A village and its district, or twice the same; of a name with many bearers nobody knows. */
function isWithin(left: TellingWords, right: TellingWords): boolean {
  const own = codesOf(left)
  return codesOf(right).some((other) =>
    own.some((code) => {
      const [short, long] = code.length < other.length ? [code, other] : [other, code]
      return short.length >= DISTRICT_CODE && (long === short || long.startsWith(`${short}.`))
    }),
  )
}

const MOST_BEARERS = 4
/** "16.02.03" */
const DISTRICT_CODE = 8

const codesOf = ({ names }: TellingWords) =>
  names.flatMap(({ codes }) => (codes.length <= MOST_BEARERS ? codes : []))

function wordLikeness(left: TellingWords, right: TellingWords) {
  const [own, other] = [plainWords(left), new Map(plainWords(right))]
  let product = 0
  let rarest = 0
  for (const [word, weight] of own) {
    const theirs = other.get(word)
    if (theirs === undefined) continue
    product += weight * theirs
    rarest = Math.max(rarest, weight)
  }
  const length = Math.hypot(...own.map(([, weight]) => weight)) * Math.hypot(...other.values())
  return { wordCosine: length > 0 ? Math.sqrt(product / length) : 0, rarestWord: rarest / MOST }
}

/** An everyday word weighs nothing. */
const EVERYDAY = 2.5

function plainWords({ words, names }: TellingWords): [string, number][] {
  const named = new Set(names.flatMap((name) => name.words.map(([word]) => word)))
  return words.flatMap(([word, rarity]): [string, number][] =>
    named.has(word) ? [] : [[word, Math.max(0, rarity - EVERYDAY)]],
  )
}
