import { expect, it } from 'vitest'
import { HAND_OVER_OUTCOME_LABELS, HAND_OVER_OUTCOMES } from '../../src/core/hand-over.ts'
import {
  OFFER_REASON_LABELS,
  OFFER_REASONS,
  OFFER_STATE_LABELS,
  OFFER_STATES,
} from '../../src/core/offer.ts'
import {
  TASK_KIND_LABELS,
  TASK_KINDS,
  TASK_STATE_LABELS,
  TASK_STATES,
} from '../../src/core/task.ts'

it.each([
  [OFFER_REASONS, OFFER_REASON_LABELS],
  [OFFER_STATES, OFFER_STATE_LABELS],
  [TASK_KINDS, TASK_KIND_LABELS],
  [TASK_STATES, TASK_STATE_LABELS],
  [HAND_OVER_OUTCOMES, HAND_OVER_OUTCOME_LABELS],
])('every word of custody has one name on screen, and no two have the same', (words, labels) => {
  const names = words.map((word) => (labels as Record<string, string>)[word])
  expect(names.every(Boolean)).toBe(true)
  expect(new Set(names).size).toBe(words.length)
})
