/**
 * Whether two posts speak of one real problem. The same words about another place never do;
 * below the sure threshold a person decides. Rules: docs/glossary.md "case"; numbers:
 * gathering-points.ts.
 */
import { createGatherIndex } from './gather-index.ts'
import type { Gatherable, Group } from './gatherable.ts'
import {
  GATHERING,
  type GatherSettings,
  isBroad,
  isTemplate,
  LEAST_TEMPLATE,
  MEMBERS_COMPARED,
  pointsOf,
  windowOf,
} from './gathering-points.ts'
import { type PairEvidence, pairEvidence } from './pair-evidence.ts'

export interface SameProblem {
  kind: 'same' | 'suggest' | 'different'
  because: string
  /** Log odds; how sure. */
  points: number
  /** Written after the other post's words, and not surely of the same place. */
  borrowed?: boolean
}

const NEVER = -99

/** Decides for one pair; `candidate` is the older. */
export function sameProblem(
  post: Gatherable,
  candidate: Gatherable,
  settings: GatherSettings = GATHERING,
): SameProblem {
  const against = reasonAgainst(post, candidate)
  if (against) return { kind: 'different', because: against, points: NEVER }
  const evidence = pairEvidence(post, candidate)
  const elsewhere = reasonElsewhere(evidence, settings)
  if (elsewhere) return elsewhere
  const sameThread = post.thread !== null && post.thread === candidate.thread
  if (isCopy(evidence, settings))
    return { kind: 'same', because: 'kata-katanya hampir sama', points: 4 + evidence.likeness }
  const points = pointsOf(evidence, post.category) + (sameThread ? SAME_THREAD : 0)
  const kind = kindOf(points, settings)
  const unsure = kind === 'same' && isUnsure(post, evidence, settings)
  return {
    kind: unsure ? 'suggest' : kind,
    because: because(evidence, sameThread),
    points,
    borrowed: isTemplate(evidence) && (unsure || kind !== 'same'),
  }
}

const SAME_THREAD = 1.5

/**
 * Noise is nobody's problem; one of an office's many complaints needs its office named; and words
 * borrowed from another post prove nothing of the place, the less where a place was put to them.
 */
function isUnsure(post: Gatherable, evidence: PairEvidence, settings: GatherSettings): boolean {
  if (intent(post) === 'irrelevant') return true
  const placed = evidence.finePlace > 0 || evidence.widePlace > 0
  if (!placed && isBroad(post.category)) return true
  if (evidence.likeness >= LEAST_TEMPLATE && evidence.added >= settings.swapped) return true
  return isTemplate(evidence) && !placed
}

const kindOf = (points: number, { sure, perhaps }: GatherSettings): SameProblem['kind'] => {
  if (points >= sure) return 'same'
  return points >= perhaps ? 'suggest' : 'different'
}

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
function reasonElsewhere(evidence: PairEvidence, settings: GatherSettings): SameProblem | null {
  const likeness = Math.max(evidence.likeness, evidence.wordShare)
  if (likeness >= TEMPLATE && evidence.swapped >= settings.swapped) return TEMPLATE_ELSEWHERE
  if (evidence.otherPlace >= settings.swapped) return different('tempatnya lain')
  return evidence.otherMark > 0 ? different('nomornya lain') : null
}

const different = (because: string): SameProblem => ({ kind: 'different', because, points: NEVER })
const TEMPLATE = 0.25
const TEMPLATE_ELSEWHERE = different('kata-katanya mirip, tempatnya lain')

/** What the one says is nearly all in the other: a repost, a quotation, the same text again. */
const isCopy = (evidence: PairEvidence, { copy }: GatherSettings) => {
  const { likeness, contained, unshared, sameCategory, added, strange } = evidence
  if (likeness < LEAST_LIKE || added > LEAST_NAME) return false
  if (likeness >= WHOLLY || contained >= QUOTED) return true
  if (sameCategory === 0 || strange > LEAST_NAME) return false
  return Math.max(likeness, contained - unshared) >= copy
}

const LEAST_LIKE = 0.3
const WHOLLY = 0.9
const QUOTED = 0.995
const LEAST_NAME = 0.3

function because({ names, words, sameCategory }: PairEvidence, sameThread: boolean): string {
  const reasons = [
    ...(sameCategory ? ['masalah sama'] : []),
    ...(names.length > 0 ? [`tempat sama: ${names.slice(0, 3).join(', ')}`] : []),
    ...(sameThread ? ['di utas yang sama'] : []),
    ...(words.length > 0 ? [`kata yang sama: ${words.slice(0, 3).join(', ')}`] : []),
  ]
  return reasons.join('; ') || 'tidak cukup mirip'
}

export type Choice<Id> =
  | { kind: 'join'; id: Id; because: string }
  | { kind: 'new'; perhaps: { id: Id; because: string; points: number }[] }

/** The likeliest of the cases that could be meant; one post about another place speaks against it. */
export function chooseGroup<Id>(
  post: Gatherable,
  groups: Group<Id>[],
  settings: GatherSettings = GATHERING,
): Choice<Id> {
  const judged = groups
    .map(({ id, members }) => ({ id, ...judge(post, members, settings) }))
    .sort((a, b) => b.points - a.points)
  const [best] = judged
  if (best?.kind === 'same') return { kind: 'join', id: best.id, because: best.because }
  const perhaps = judged.filter(({ kind }) => kind === 'suggest').slice(0, MOST_SUGGESTED)
  return {
    kind: 'new',
    perhaps: perhaps.map(({ id, because, points }) => ({ id, because, points })),
  }
}

const MOST_SUGGESTED = 3

function judge(post: Gatherable, members: Gatherable[], settings: GatherSettings): SameProblem {
  const each = members
    .slice(0, MEMBERS_COMPARED)
    .map((member) => sameProblem(post, member, settings))
  if (each.includes(TEMPLATE_ELSEWHERE)) return TEMPLATE_ELSEWHERE
  const best = each.reduce((most, one) => (one.points > most.points ? one : most), NOTHING)
  const elsewhere = each.filter(({ points }) => points === NEVER).length
  const doubted = elsewhere * 2 > each.length || each.some(({ borrowed }) => borrowed)
  return best.kind === 'same' && doubted ? { ...best, kind: 'suggest' } : best
}

const NOTHING: SameProblem = { kind: 'different', because: 'tidak cukup mirip', points: NEVER }

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
