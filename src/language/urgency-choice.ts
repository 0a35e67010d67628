/** How soon somebody must answer. P1 is for emergencies alone. */
import type { Category } from '../core/configuration.ts'
import { type Kind, URGENCIES, type Urgency } from '../core/reading.ts'
import { URGENT } from './danger.ts'
import type { Analysis } from './post-analysis.ts'
import type { Ranked } from './topic-choice.ts'

export interface UrgencyQuestion {
  kind: Kind
  category: Category
  /** How many escalation cues were heard: the category's own, and accidents. */
  escalations: number
  /** Points of danger, see danger.ts. */
  danger: number
  /** Probability of all topics together that are P1 by themselves. */
  peril: number
}

/** One chance in eight of a danger: a post that is read too soon costs little. */
const PERILOUS = 0.12

export function chooseUrgency(question: UrgencyQuestion): Urgency {
  const { kind, category } = question
  if (kind === 'emergency') return 'P1'
  if (kind === 'irrelevant' || kind === 'praise' || kind === 'suggestion') return 'P4'
  if (kind === 'question') return category.id === 'gov.hoaks_klarifikasi' ? 'P2' : 'P4'
  const raised = URGENCIES.indexOf(category.urgency) - question.escalations
  const urgent = question.danger >= URGENT || question.peril >= PERILOUS
  const level = urgent ? Math.min(raised, 1) : raised
  // below P1: only an emergency is one; a breach is never of low urgency
  const lowest = kind === 'allegation' ? 2 : 3
  return URGENCIES[Math.min(lowest, Math.max(1, level))] ?? 'P3'
}

/** How much of what is likely is P1 by itself. */
export function perilOf(topical: Ranked[], categories: Map<string, Category>): number {
  let all = 0
  let perilous = 0
  for (const { category, probability } of topical) {
    all += probability
    if (categories.get(category)?.urgency === 'P1') perilous += probability
  }
  return all > 0 ? perilous / all : 0
}

/** How many escalation cues of the category, and of accidents, were heard. */
export function escalationsOf({ topics, heard }: Analysis, category: string): number {
  const own = topics.escalations.get(category)?.length ?? 0
  return own + (heard.has('danger.accidents') ? 1 : 0)
}
