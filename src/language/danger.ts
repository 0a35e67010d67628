/** Danger to life or safety now: read apart from the topic, and able to override it. */
import type { Category } from '../core/configuration.ts'
import type { Analysis } from './post-analysis.ts'
import { firstHeard, heardUpTo, logOdds, sumOf } from './weighing.ts'

export interface Danger {
  /** Points; from `EMERGENCY` on the post is an emergency. */
  points: number
  because: string[]
}

export const EMERGENCY = -0.4

/** With so much danger a post is answered as urgent, though it may not be an emergency. */
export const URGENT = -3

/** A model that never read such words is silent, not sure: its doubt counts so far and no further. */
const SILENT = -3

/** Each cue, by how much it moves the odds, and how many of its phrases count. */
const CUE_WEIGHTS: [string, number, number][] = [
  ['danger.body', 0.55, 2],
  ['danger.caught', 0.4, 2],
  ['danger.trapped', 1.2, 2],
  ['danger.missing', 0.9, 2],
  ['danger.stranded', 2.4, 2],
  ['danger.depth', 0.2, 2],
  ['danger.working', 0.6, 2],
  ['danger.help', 0.25, 2],
  ['danger.now', 0.4, 2],
  ['noise.news', -0.8, 2],
]

const REASONS = [
  'danger.body',
  'danger.caught',
  'danger.trapped',
  'danger.missing',
  'danger.care',
  'danger.stranded',
  'danger.depth',
  'danger.working',
  'danger.event',
]
const HAPPENING = ['danger.body', 'danger.caught', 'danger.trapped', 'danger.missing']

/**
 * Weighs the cues of danger in log-odds, fitted writer against writer. The model knows best how an
 * emergency sounds; the cues know the words that it never read.
 * @param category the likeliest topic: one that is P1 by itself needs fewer cues
 * @param probability the model's probability that the post is an emergency, 0 to 1
 */
export function weighDanger(analysis: Analysis, category: Category, probability: number): Danger {
  const { heard, topics, text } = analysis
  const now = heard.has('danger.now')
  const weak = heard.has('danger.weak')
  const caught = heard.has('danger.caught')
  const happens = HAPPENING.some((cue) => heard.has(cue))
  const cues = CUE_WEIGHTS.map(([cue, weight, most]) => weight * heardUpTo(heard, cue, most))
  const points =
    1.25 * Math.max(SILENT, logOdds(probability)) -
    0.5 +
    cues.reduce((sum, each) => sum + each, 0) +
    sumOf([
      [category.urgency === 'P1', 1.4],
      [now && happens, 1.5],
      // whose treatment falls out tomorrow cannot wait for the next working day
      [heard.has('danger.care') && (now || heard.has('danger.plea')), 4],
      [weak && heard.has('danger.trapped'), 0.4],
      // a child in the smoke: what burns or leaks has reached somebody who cannot walk away
      [heard.has('danger.body') && heard.has('danger.working') && heard.has('violence.weak'), 1.5],
      [heard.has('danger.weapon') && (now || weak || caught), 0.7],
      // who beats a child beats it again, and the one who sees it is afraid to say so
      [heard.has('violence') && heard.has('child') && heard.has('danger.fear'), 2.6],
      [text.includes('!'), 0.25],
    ])
  const escalations = topics.escalations.get(category.id) ?? []
  const words = firstHeard(heard, REASONS)
  return { points, because: [...new Set([...words, ...escalations])] }
}
