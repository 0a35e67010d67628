/** How soon somebody must answer. P1 is for emergencies alone. */
import type { Category } from '../core/configuration.ts'
import { type Kind, URGENCIES, type Urgency } from '../core/reading.ts'

export interface UrgencyQuestion {
  kind: Kind
  category: Category
  /** Escalation cues of the category that were heard. */
  escalations: string[]
  /** Points of danger, see danger.ts. */
  danger: number
}

/** A complaint with this much danger is answered as urgent though it is no emergency. */
const URGENT_DANGER = 1.6

export function chooseUrgency(question: UrgencyQuestion): Urgency {
  const { kind, category } = question
  if (kind === 'emergency') return 'P1'
  if (kind === 'irrelevant' || kind === 'praise' || kind === 'suggestion') return 'P4'
  if (kind === 'question') return category.id === 'gov.hoaks_klarifikasi' ? 'P2' : 'P4'
  const raised = URGENCIES.indexOf(category.urgency) - question.escalations.length
  const level = question.danger >= URGENT_DANGER ? Math.min(raised, 1) : raised
  // below P1: only an emergency is one
  return URGENCIES[Math.max(1, level)] ?? 'P3'
}
