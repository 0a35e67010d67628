/** Danger to life or safety now: read apart from the topic, and able to override it. */
import type { Category } from '../core/configuration.ts'
import type { Analysis } from './post-analysis.ts'

export interface Danger {
  /** Points; from `EMERGENCY` on the post is an emergency. */
  points: number
  because: string[]
}

export const EMERGENCY = 1.8

/** With so much danger a post passes the gate and is answered as urgent, whatever else it seems. */
export const URGENT = 0.6

/**
 * Weighs the cues of danger.
 * @param category the likeliest topic: one that is P1 by itself needs fewer cues
 * @param probability the model's probability that the post is an emergency, 0 to 1
 */
export function weighDanger(analysis: Analysis, category: Category, probability: number): Danger {
  const { heard, topics } = analysis
  const strong = heard.get('danger.strong') ?? []
  const care = heard.get('danger.care') ?? []
  const escalations = topics.escalations.get(category.id) ?? []
  const because = [...new Set([...strong, ...care, ...escalations])]
  let points = Math.min(2, strong.length) * 1.1 + Math.min(1, care.length) * 1.2
  points += Math.min(2, escalations.length) * 0.6
  if (heard.has('danger.stranded')) points += 1.4
  if (strong.length > 0 && heard.has('child')) points += 0.6
  if (category.urgency === 'P1') points += 0.8
  if (heard.has('danger.now')) points += 0.5
  if (heard.has('danger.plea') && strong.length > 0 && analysis.text.includes('!')) points += 0.5
  if (heard.has('danger.past')) points -= 1
  if (heard.has('danger.fear')) points -= 0.6
  points += 2.4 * (probability - 0.3)
  return { points, because }
}
