/**
 * Whether two posts speak of one real problem. The same words about another place never do;
 * below the sure threshold a person decides. Rules and windows: docs/glossary.md "case".
 */
import { createGatherIndex } from './gather-index.ts'
import type { Gatherable } from './gatherable.ts'
import { placeKey } from './place-key.ts'

export interface SameProblem {
  kind: 'same' | 'suggest' | 'different'
  because: string
}

export interface GatherSettings {
  windowDays: number
  /** Likeness (0 to 1) from which posts without a place are one: copies and light edits. */
  copy: number
  /** Likeness that joins posts of one category at one place. */
  samePlace: number
  /** Likeness that joins posts of one category in one thread. */
  sameThread: number
}

export const GATHERING: GatherSettings = {
  windowDays: 14,
  copy: 0.6,
  samePlace: 0.12,
  sameThread: 0.15,
}

const DAY = 86_400_000

/** Decides for one pair; `candidate` is the older. */
export function sameProblem(
  post: Gatherable,
  candidate: Gatherable,
  settings: GatherSettings = GATHERING,
): SameProblem {
  const against = reasonAgainst(post, candidate, settings)
  if (against) return { kind: 'different', because: against }
  const likeness = similarity(post.fingerprint.signature, candidate.fingerprint.signature)
  const place = placesAgree(post, candidate)
  if (place === 'differ') return { kind: 'different', because: 'tempatnya lain' }
  if (likeness >= settings.copy) return copied(post, candidate)
  if (post.category !== candidate.category) {
    return { kind: 'different', because: 'masalahnya lain' }
  }
  if (place === 'exact' && likeness >= likenessNeeded(post, settings)) {
    return { kind: 'same', because: `masalah dan tempat sama: ${post.place?.name}` }
  }
  if (post.thread && post.thread === candidate.thread && likeness >= settings.sameThread) {
    return { kind: 'same', because: 'masalah sama di utas yang sama' }
  }
  if (place === 'exact' || (place === 'near' && likeness > 0.25)) {
    return { kind: 'suggest', because: 'masalah sama, tempat berdekatan' }
  }
  return { kind: 'different', because: 'tidak cukup mirip' }
}

/** A copy that names no place beside one that does may be about anywhere. */
function copied(post: Gatherable, candidate: Gatherable): SameProblem {
  const bothOrNone = (post.place === null) === (candidate.place === null)
  const sameThread = post.thread !== null && post.thread === candidate.thread
  const kind = bothOrNone || sameThread ? 'same' : 'suggest'
  return { kind, because: 'kata-katanya hampir sama' }
}

const SMALL = new Set(['village', 'facility', 'road', 'landmark'])

/**
 * At one school or on one road the topic is enough; a whole district has many potholes, and a
 * Jalan Ahmad Yani without its town may be anywhere.
 */
function likenessNeeded({ place, areaCode }: Gatherable, { samePlace }: GatherSettings): number {
  return place && areaCode && SMALL.has(place.level) ? 0 : samePlace
}

function reasonAgainst(
  post: Gatherable,
  candidate: Gatherable,
  { windowDays }: GatherSettings,
): string | null {
  if (post.confidential !== candidate.confidential)
    return 'rahasia tidak digabung dengan yang terbuka'
  if (intent(post) !== intent(candidate)) return 'maksudnya lain'
  if (post.postedAt !== null && candidate.postedAt !== null) {
    const apart = Math.abs(post.postedAt - candidate.postedAt)
    if (apart > windowDays * DAY) return `lebih dari ${windowDays} hari`
  }
  return null
}

/** A complaint, a breach and an emergency may be one problem; praise or a question is not. */
function intent({ kind }: Gatherable): string {
  return kind === 'allegation' || kind === 'emergency' ? 'complaint' : kind
}

/** Share of equal minima: an unbiased estimate of the Jaccard likeness of two texts. */
function similarity(left: number[], right: number[]): number {
  if (left.length === 0 || left.length !== right.length) return 0
  let equal = 0
  for (let index = 0; index < left.length; index++) if (left[index] === right[index]) equal++
  return equal / left.length
}

type Agreement = 'exact' | 'near' | 'differ' | 'unknown'

/** By name where both have one, else by area; a larger area around a smaller one is near. */
function placesAgree(left: Gatherable, right: Gatherable): Agreement {
  if (!left.place || !right.place) return areaDiffers(left, right) ? 'differ' : 'unknown'
  if (areaDiffers(left, right)) return 'differ'
  if (placeKey(left.place) === placeKey(right.place)) return 'exact'
  if (left.place.level !== right.place.level) return contains(left, right) ? 'near' : 'differ'
  return 'differ'
}

function areaDiffers(left: Gatherable, right: Gatherable): boolean {
  const [a, b] = [left.areaCode, right.areaCode]
  if (!a || !b) return false
  return !a.startsWith(b) && !b.startsWith(a)
}

function contains(left: Gatherable, right: Gatherable): boolean {
  return left.areaCode !== null && right.areaCode !== null
}

export type Gatherer = (post: Gatherable) => string

/** Gathers in memory, in input order; returns the case id of each post ("c1", "c2" …). */
export function createGatherer(settings: GatherSettings = GATHERING): Gatherer {
  const index = createGatherIndex()
  let cases = 0
  return (post) => {
    for (const { member, id } of index.candidates(post)) {
      if (sameProblem(post, member, settings).kind === 'same') {
        index.remember(post, id)
        return id
      }
    }
    cases++
    const id = `c${cases}`
    index.remember(post, id)
    return id
  }
}
