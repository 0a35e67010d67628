/**
 * The numbers of gathering, in one place. Points are the weights of a choice model (a logistic over
 * all cases that could be meant and "none of them": D. McFadden, "Conditional logit analysis", 1974),
 * fitted on the corpus' groups and hard negatives, as the reader reads them and as they are labelled,
 * hard negatives twice; pieces that gave nothing on other writers were left out. Likeness of words
 * alone speaks against: who copies the words of another post usually changed the place or the problem.
 * On a writer whom they never saw they reach less than on the corpus: docs/figures.md.
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
  any: -1.94,
  topics: 0.91,
  topicsOfAll: 2.36,
  sameTopic: 0.89,
  sameOwner: 1.58,
  samePlace: 0.9,
  samePlaceTopics: 1.5,
  sameTownTopics: 1.11,
  within: 1.53,
  withinOther: -2.19,
  unplaced: -2.29,
  unplacedWords: 2.57,
  bothUnplaced: 1.13,
  elsewhere: -1.21,
  words: -2.13,
  rarestWord: 1.45,
  likeness: -2.24,
  changed: -3.58,
  borrowed: -1.45,
  placePut: -2.11,
  swapped: -1.08,
  days: -1.76,
  size: 0.43,
  sameThread: 0.56,
  sameOffice: -0.68,
}

export const GATHERING: GatherSettings = { sure: 0.7, perhaps: 0.1, points: POINTS }

export function pointsOf(evidence: GroupEvidence, points: Points): number {
  let sum = 0
  for (const [name, each] of Object.entries(points))
    sum += each * evidence[name as keyof GroupEvidence]
  return sum
}
