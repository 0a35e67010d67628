/** What speaks for and against a post being of the problem that a case's posts speak of. */
import type { Gatherable } from './gatherable.ts'
import { isBroad } from './gathering-windows.ts'
import { type PairEvidence, pairEvidence } from './pair-evidence.ts'

/** Numbers of about 0 to 1; the table of their points is in gathering-points.ts. */
export interface GroupEvidence {
  /** Always 1: how rare it is that a case has one more post. */
  any: number
  /** How far the topics agree, with the best of the posts, and on average. */
  topics: number
  topicsOfAll: number
  sameTopic: number
  sameOwner: number
  /** The same road, school or village is named: by how rare its name is. */
  samePlace: number
  samePlaceTopics: number
  /** Only the same district or town, as far as the topics agree. */
  sameTownTopics: number
  /** One names a village, the other its district. */
  within: number
  /** … and both a place of their own beside it. */
  withinOther: number
  /** No place that could be compared. */
  unplaced: number
  unplacedWords: number
  bothUnplaced: number
  /** Share of the posts that lie elsewhere. */
  elsewhere: number
  words: number
  rarestWord: number
  likeness: number
  /** Written after another post's words, and something else complained of. */
  changed: number
  /** … and no place in common. */
  borrowed: number
  /** … and a place put to them. */
  placePut: number
  swapped: number
  /** Logarithm of the days between. */
  days: number
  /** Logarithm of the posts that the case has. */
  size: number
  sameThread: number
  sameOffice: number
}

/** How the places stand to each other, the surest first. */
export type Standing = 'same' | 'within' | 'town' | 'elsewhere' | 'unplaced'

export interface Compared {
  evidence: GroupEvidence
  standing: Standing
  pairs: PairEvidence[]
  /** It was closed on a small suspicion, and they are open. */
  feared: boolean
}

const DAY = 86_400_000
const MOST_DAYS = 60
/** Where nobody knows when it was written. */
const UNKNOWN_DAYS = 2
/** A name rarer than that tells a place. */
const LEAST_NAME = 0.15

/** @param members posts that the new one may be joined with, one at least */
export function compareWith(post: Gatherable, members: Gatherable[]): Compared {
  const pairs = members.map((member) => pairEvidence(post, member))
  const standing = standingOf(pairs)
  const sameThread = members.some(({ thread }) => thread !== null && thread === post.thread)
  const evidence = {
    any: 1,
    ...ofTopics(pairs),
    ...ofPlaces({ post, members, pairs, standing }),
    ...ofWords(pairs),
    // who answers in a thread means what it is about, however late
    days: sameThread ? 0 : Math.log1p(daysBetween(post, members)),
    size: Math.log(members.length),
    sameThread: sameThread ? 1 : 0,
  }
  const feared = members.some(({ confidential }) => confidential !== post.confidential)
  return { standing, pairs, evidence, feared }
}

type Measure = (pair: PairEvidence) => number
const most = (pairs: PairEvidence[], measure: Measure) => Math.max(...pairs.map(measure))
const mean = (pairs: PairEvidence[], measure: Measure) =>
  pairs.reduce((sum, pair) => sum + measure(pair), 0) / pairs.length

const ofTopics = (pairs: PairEvidence[]) => ({
  topics: most(pairs, ({ topics }) => topics),
  topicsOfAll: mean(pairs, ({ topics }) => topics),
  sameTopic: most(pairs, ({ sameCategory }) => sameCategory),
  sameOwner: most(pairs, ({ sameOwner }) => sameOwner),
})

interface Placing extends Pick<Compared, 'pairs' | 'standing'> {
  post: Gatherable
  members: Gatherable[]
}

function ofPlaces({ post, members, pairs, standing }: Placing) {
  const all = [post, ...members]
  const office = all.some(({ category }) => isBroad(category))
  const unnamed = all.every(({ telling }) => telling.names.length === 0)
  const topics = most(pairs, (pair) => pair.topics)
  const where = (wanted: Standing, value: number) => (standing === wanted ? value : 0)
  return {
    samePlace: where('same', 0.5 + most(pairs, ({ finePlace }) => finePlace)),
    samePlaceTopics: where('same', topics),
    sameOffice: where('same', office ? 1 : 0),
    within: where('within', 1),
    withinOther: where('within', Math.min(...pairs.map(({ otherPlace }) => otherPlace))),
    sameTownTopics: where('town', topics),
    unplaced: where('unplaced', 1),
    unplacedWords: where(
      'unplaced',
      most(pairs, ({ wordCosine }) => wordCosine),
    ),
    bothUnplaced: where('unplaced', unnamed ? 1 : 0),
    elsewhere: mean(pairs, (pair) => (isElsewhere(pair) ? 1 : 0)),
  }
}

const ofWords = (pairs: PairEvidence[]) => ({
  words: most(pairs, ({ wordCosine }) => wordCosine),
  rarestWord: most(pairs, ({ rarestWord }) => rarestWord),
  likeness: most(pairs, ({ likeness }) => likeness),
  changed: most(pairs, (pair) => (isTemplate(pair) ? pair.unshared : 0)),
  borrowed: most(pairs, (pair) => (isTemplate(pair) && !isPlaced(pair) ? 1 : 0)),
  placePut: most(pairs, ({ likeness, added }) =>
    likeness >= LEAST_TEMPLATE && added >= PUT ? 1 : 0,
  ),
  swapped: Math.min(...pairs.map(({ swapped }) => swapped)),
})

const PUT = 0.55
const isPlaced = ({ finePlace, widePlace }: PairEvidence) => finePlace > 0 || widePlace > 0

function standingOf(pairs: PairEvidence[]): Standing {
  if (pairs.some(({ finePlace }) => finePlace > LEAST_NAME)) return 'same'
  if (pairs.some(({ within }) => within > 0)) return 'within'
  if (pairs.some(({ widePlace }) => widePlace > 0)) return 'town'
  return pairs.some(isElsewhere) ? 'elsewhere' : 'unplaced'
}

/** Another place, another number, or an area that excludes the other's. */
function isElsewhere({ otherPlace, within, otherMark, otherArea, finePlace }: PairEvidence) {
  if (otherMark > 0) return true
  if (otherPlace >= LEAST_OTHER && within === 0) return true
  return otherArea > 0 && finePlace === 0
}

const LEAST_OTHER = 0.55

/** So alike that it was written after another post, and not alike enough to be a copy of it. */
const isTemplate = ({ likeness }: PairEvidence) => likeness >= LEAST_TEMPLATE && likeness < 0.75
const LEAST_TEMPLATE = 0.2

function daysBetween(post: Gatherable, members: Gatherable[]): number {
  const days = members.flatMap(({ postedAt }) =>
    postedAt === null || post.postedAt === null ? [] : [Math.abs(post.postedAt - postedAt) / DAY],
  )
  return days.length > 0 ? Math.min(MOST_DAYS, ...days) : UNKNOWN_DAYS
}
