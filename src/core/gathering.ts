/**
 * Which case a post is about, or none of those there are. The same words about another place never
 * join; below the sure threshold a person decides. Rules: docs/glossary.md "case"; numbers:
 * gathering-points.ts.
 */
import { createGatherIndex } from './gather-index.ts'
import type { Gatherable, Group } from './gatherable.ts'
import { GATHERING, type GatherSettings, MEMBERS_COMPARED, pointsOf } from './gathering-points.ts'
import { isBroad, windowOf } from './gathering-windows.ts'
import { type Compared, compareWith } from './group-evidence.ts'
import type { PairEvidence } from './pair-evidence.ts'

/** What one case looks like from a post. */
interface Judged {
  /** Log odds against being a case of its own; NEVER where it cannot be. */
  points: number
  because: string
  /** Nearly its words: whatever else there is, it is this one. */
  copy: boolean
  /** People are asked at most, however likely it is. */
  doubted: boolean
}

const NEVER = -99

export interface SameProblem {
  kind: 'same' | 'suggest' | 'different'
  because: string
  points: number
}

/** Decides for one pair, as if there were no other case; `candidate` is the older. */
export function sameProblem(
  post: Gatherable,
  candidate: Gatherable,
  settings: GatherSettings = GATHERING,
): SameProblem {
  const judged = judge(post, [candidate], settings)
  const { because, points } = judged
  return { kind: zoneOf(judged, chance(points, [points]), settings), because, points }
}

export type Choice<Id> =
  | { kind: 'join'; id: Id; because: string }
  | { kind: 'new'; perhaps: { id: Id; because: string; points: number }[] }

/** The likeliest of the cases that could be meant, if it stands out from the others and from none. */
export function chooseGroup<Id>(
  post: Gatherable,
  groups: Group<Id>[],
  settings: GatherSettings = GATHERING,
): Choice<Id> {
  const judged = groups
    .map(({ id, members }) => ({ id, ...judge(post, members, settings) }))
    .sort((a, b) => b.points - a.points)
  const all = judged.map(({ points }) => points)
  const zoned = judged.map((each) => ({
    ...each,
    zone: zoneOf(each, chance(each.points, all), settings),
  }))
  const [best] = zoned
  if (best?.zone === 'same') return { kind: 'join', id: best.id, because: best.because }
  const perhaps = zoned.filter(({ zone }) => zone !== 'different').slice(0, MOST_SUGGESTED)
  return {
    kind: 'new',
    perhaps: perhaps.map(({ id, because, points }) => ({ id, because, points })),
  }
}

const MOST_SUGGESTED = 3

/** Of all cases that could be meant, and a new one, that it is this one. */
function chance(points: number, all: number[]): number {
  const others = all.reduce((sum, other) => sum + Math.exp(other - points), 0)
  return 1 / (Math.exp(-points) + others)
}

function zoneOf(
  { points, copy, doubted }: Judged,
  likely: number,
  { sure, perhaps }: GatherSettings,
): SameProblem['kind'] {
  if (points === NEVER) return 'different'
  if (!doubted && (copy || likely >= sure)) return 'same'
  return likely >= perhaps ? 'suggest' : 'different'
}

function judge(post: Gatherable, newest: Gatherable[], settings: GatherSettings): Judged {
  const reasons = newest.slice(0, MEMBERS_COMPARED).map((one) => ({
    one,
    against: reasonAgainst(post, one),
  }))
  const members = reasons.flatMap(({ one, against }) => (against === null ? [one] : []))
  if (members.length === 0) return never(reasons[0]?.against ?? 'tidak cukup mirip')
  const compared = compareWith(post, members)
  const elsewhere = reasonElsewhere(compared)
  if (elsewhere) return never(elsewhere)
  const noise = intent(post) === 'irrelevant'
  const points = pointsOf(compared.evidence, settings.points)
  const copied = compared.pairs.find(isCopy)
  if (copied) {
    const alike = Math.max(points, COPIED + copied.likeness)
    return { points: alike, because: 'kata-katanya hampir sama', copy: true, doubted: noise }
  }
  const doubted = noise || isDoubtful(post, compared)
  return { points, because: because(compared), copy: false, doubted }
}

const COPIED = 4
const MOST_ELSEWHERE = 0.5

/**
 * However likely: where the place of the case is unknown and no thread ties them, or one of an office's many complaints does
 * not name it, and where words were borrowed without their place, or with a place put to them.
 */
function isDoubtful({ category, telling }: Gatherable, { evidence, standing }: Compared): boolean {
  const { bothUnplaced, borrowed, placePut, elsewhere, sameThread } = evidence
  const placed = telling.names.length > 0
  const nowhere = bothUnplaced > 0 && sameThread === 0
  if (standing === 'unplaced' && (placed || nowhere || isBroad(category))) return true
  return borrowed > 0 || placePut > 0 || elsewhere > MOST_ELSEWHERE
}

const never = (because: string): Judged => ({
  points: NEVER,
  because,
  copy: false,
  doubted: true,
})

function reasonAgainst(post: Gatherable, candidate: Gatherable): string | null {
  if (post.confidential !== candidate.confidential)
    return 'rahasia tidak digabung dengan yang terbuka'
  if (intent(post) !== intent(candidate)) return 'maksudnya lain'
  if (post.postedAt === null || candidate.postedAt === null) return null
  const window = Math.max(windowOf(post.category), windowOf(candidate.category))
  return Math.abs(post.postedAt - candidate.postedAt) > window ? 'waktunya terlalu jauh' : null
}

/** A complaint, a wish and an emergency may be one problem; praise and chat are not. */
function intent({ kind, sharedFrom }: Gatherable): string {
  if (sharedFrom) return 'complaint'
  return kind === 'praise' || kind === 'irrelevant' ? kind : 'complaint'
}

/** The same wording in another place is another problem, however like the words. */
function reasonElsewhere({ pairs, standing }: Compared): string | null {
  if (pairs.some(isTemplateElsewhere)) return 'kata-katanya mirip, tempatnya lain'
  const marked = pairs.filter(({ otherMark }) => otherMark > 0).length
  if (marked * 2 > pairs.length) return 'nomornya lain'
  return standing === 'elsewhere' ? 'tempatnya lain' : null
}

const isTemplateElsewhere = ({ likeness, wordShare, swapped }: PairEvidence): boolean =>
  Math.max(likeness, wordShare) >= TEMPLATE && swapped >= SWAPPED
const TEMPLATE = 0.25
/** A copy in which a word at least so rare was exchanged on both sides is about another place. */
const SWAPPED = 0.55

/** What the one says is nearly all in the other: a repost, a quotation, the same text again. */
const isCopy = (evidence: PairEvidence): boolean => {
  const { likeness, contained, unshared, sameCategory, added, strange } = evidence
  if (likeness < LEAST_LIKE || added > LEAST_NAME) return false
  if (likeness >= WHOLLY || contained >= QUOTED) return true
  if (sameCategory === 0 || strange > LEAST_NAME) return false
  return Math.max(likeness, contained - unshared) >= COPY
}

const LEAST_LIKE = 0.3
const WHOLLY = 0.9
const QUOTED = 0.995
const LEAST_NAME = 0.3
/** A hair less: sums in another order must not decide. */
const COPY = 0.7 - 1e-9

function because({ pairs, standing, evidence }: Compared): string {
  const names = [...new Set(pairs.flatMap((pair) => pair.names))].slice(0, 3)
  const words = [...new Set(pairs.flatMap((pair) => pair.words))].slice(0, 3)
  const reasons = [
    ...(evidence.topics >= LEAST_TOPICS ? ['masalah sama'] : []),
    ...(names.length > 0 ? [`tempat sama: ${names.join(', ')}`] : []),
    ...(names.length === 0 && standing === 'within' ? ['di wilayah yang sama'] : []),
    ...(evidence.unplaced > 0 ? ['tempatnya tidak berlawanan'] : []),
    ...(evidence.sameThread > 0 ? ['di utas yang sama'] : []),
    ...(words.length > 0 ? [`kata yang sama: ${words.join(', ')}`] : []),
  ]
  return reasons.join('; ') || 'tidak cukup mirip'
}

const LEAST_TOPICS = 0.5

export type Gatherer = (post: Gatherable) => string

/** Gathers in memory, in input order; returns the case id of each post ("c1", "c2" …). */
export function createGatherer(settings: GatherSettings = GATHERING): Gatherer {
  const index = createGatherIndex()
  let cases = 0
  return (post) => {
    const choice = chooseGroup(post, index.groups(post), settings)
    if (choice.kind === 'new') cases++
    const id = choice.kind === 'join' ? choice.id : `c${cases}`
    index.remember(post, id)
    return id
  }
}
