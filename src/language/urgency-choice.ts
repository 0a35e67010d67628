/** How soon somebody must answer. P1 is for emergencies alone. */
import type { Category } from '../core/configuration.ts'
import { type Kind, URGENCIES, type Urgency } from '../core/reading.ts'
import { URGENT } from './danger.ts'

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
