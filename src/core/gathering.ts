/**
 * Which case a post is about, or none of those there are. The same words about another place never
 * join; below the sure threshold a person decides. Rules: docs/glossary.md "case"; numbers:
 * gathering-points.ts.
 */
import { createGatherIndex } from './gather-index.ts'
import type { Gatherable, Group } from './gatherable.ts'
import { GATHERING, type GatherSettings, MEMBERS_COMPARED, pointsOf } from './gathering-points.ts'
import {
  asMember,
  intent,
  isCopy,
  isDoubtful,
  reasonAgainst,
  reasonElsewhere,
} from './gathering-rules.ts'
import { type Compared, compareWith, type GroupEvidence } from './group-evidence.ts'

/** What one case looks like from a post. */
interface Judged {
  /** Log odds against being a case of its own; NEVER where it cannot be. */
  points: number
  because: string
  /** Nearly its words: whatever else there is, it is this one. */
  copy: boolean
  /** The post is secret, and the case is not. */
  secret: boolean
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
  const judged = meantBy(post, groups)
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

/** Who answers in a thread and names no place speaks of its cases, or of something new. */
function meantBy<Id>({ thread, telling }: Gatherable, groups: Group<Id>[]): Group<Id>[] {
  if (thread === null || telling.names.length > 0) return groups
  const own = groups.filter(({ members }) => members.some((member) => member.thread === thread))
  return own.length > 0 ? own : groups
}

const MOST_SUGGESTED = 3

/** Of all cases that could be meant, and a new one, that it is this one. */
function chance(points: number, all: number[]): number {
  const others = all.reduce((sum, other) => sum + Math.exp(other - points), 0)
  return 1 / (Math.exp(-points) + others)
}

function zoneOf(
  { points, copy, doubted, secret }: Judged,
  likely: number,
  { sure, perhaps }: GatherSettings,
): SameProblem['kind'] {
  if (points === NEVER) return 'different'
  if (!doubted && (copy || likely >= sure)) return 'same'
  // nobody is told of what is secret by what is open
  return likely >= perhaps && !secret ? 'suggest' : 'different'
}

function judge(post: Gatherable, newest: Gatherable[], settings: GatherSettings): Judged {
  const compared = comparedWith(post, newest)
  if (typeof compared === 'string') return never(compared)
  const noise = intent(post) === 'irrelevant'
  const points = pointsOf(compared.evidence, settings.points)
  const copied = compared.pairs.find(isCopy)
  if (copied) {
    const alike = Math.max(points, COPIED + copied.likeness)
    const said = 'kata-katanya hampir sama'
    return { secret: compared.feared, points: alike, because: said, copy: true, doubted: noise }
  }
  const doubted = noise || isDoubtful(post, compared)
  return { secret: compared.feared, points, because: because(compared), copy: false, doubted }
}

/** The evidence, or the sentence why it cannot be this case. */
function comparedWith(post: Gatherable, newest: Gatherable[]): Compared | string {
  const reasons = newest.slice(0, MEMBERS_COMPARED).map((one) => ({
    one,
    against: reasonAgainst(post, one),
  }))
  const members = reasons.flatMap(({ one, against }) => (against === null ? [one] : []))
  if (members.length === 0) return reasons[0]?.against ?? 'tidak cukup mirip'
  const compared = compareWith(post, members)
  return reasonElsewhere(compared) ?? compared
}

/** What is weighed of a case that could be meant; null: it cannot. The points are fitted on it. */
export function weigh(post: Gatherable, newest: Gatherable[]): GroupEvidence | null {
  const compared = comparedWith(post, newest)
  return typeof compared === 'string' ? null : compared.evidence
}

const COPIED = 4
const never = (because: string): Judged => ({
  points: NEVER,
  because,
  copy: false,
  secret: false,
  doubted: true,
})

function because({ pairs, standing, evidence, feared }: Compared): string {
  const names = [...new Set(pairs.flatMap((pair) => pair.names))].slice(0, 3)
  const words = [...new Set(pairs.flatMap((pair) => pair.words))].slice(0, 3)
  const reasons = [
    ...(evidence.topics >= LEAST_TOPICS ? ['masalah sama'] : []),
    ...(names.length > 0 ? [`tempat sama: ${names.join(', ')}`] : []),
    ...(names.length === 0 && standing === 'within' ? ['di wilayah yang sama'] : []),
    ...(evidence.unplaced > 0 ? ['tempatnya tidak berlawanan'] : []),
    ...(feared ? ['dugaan rahasianya lemah, yang lain terbuka'] : []),
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
  const secret = new Map<string, boolean>()
  return (post) => {
    const choice = chooseGroup(post, index.groups(post), settings)
    const id = choice.kind === 'join' ? choice.id : `c${secret.size + 1}`
    if (choice.kind === 'new') secret.set(id, post.confidential)
    index.remember(asMember(post, secret.get(id) ?? false), id)
    return id
  }
}
