/**
 * The numbers of gathering, in one place. Points are the weights of a choice model (a logistic over
 * all cases that could be meant and "none of them": D. McFadden, "Conditional logit analysis", 1974),
 * as `npx tsx test/eval/gathering-fit.ts` prints them: fitted on the corpus' groups and hard
 * negatives, as the reader reads them and as they are labelled, hard negatives twice. Likeness of
 * words alone speaks against: who copies the words of another post usually changed the place or the
 * problem. On a writer whom they never saw they reach less than on the corpus: docs/figures.md.
 */
import type { GroupEvidence } from './group-evidence.ts'

export type Points = Record<keyof GroupEvidence, number>

export interface GatherSettings {
  /** Chance of being meant, against all others and none, from which a post joins. */
  sure: number
  /** From which people are asked. */
  perhaps: number
  /** What each piece of evidence adds to the log odds. */
  points: Points
}

/** Posts of one case that a new one is compared with, newest first. */
export const MEMBERS_COMPARED = 6
/** Cases that a new post is compared with: those that share most keys. */
export const GROUPS_COMPARED = 24

const POINTS: Points = {
  any: -0.88,
  topics: 0.63,
  topicsOfAll: 1.78,
  sameTopic: -0.35,
  sameOwner: 1.07,
  samePlace: -0.46,
  samePlaceTopics: 2.73,
  sameTownTopics: 1.33,
  within: 1.32,
  withinOther: -1.68,
  unplaced: -0.69,
  unplacedWords: 3.09,
  bothUnplaced: 0.53,
  elsewhere: -1.97,
  words: -2.49,
  rarestWord: 1.4,
  likeness: -0.85,
  changed: -2.88,
  borrowed: -0.68,
  placePut: -1.94,
  swapped: -1.1,
  days: -0.76,
  size: 0.17,
  sameThread: 0.13,
  sameOffice: -0.04,
}

export const GATHERING: GatherSettings = { sure: 0.63, perhaps: 0.1, points: POINTS }

export function pointsOf(evidence: GroupEvidence, points: Points): number {
  let sum = 0
  for (const [name, each] of Object.entries(points))
    sum += each * evidence[name as keyof GroupEvidence]
  return sum
}
