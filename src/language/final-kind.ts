/** The kind that stands: danger before the rules, the rules before the model. */
import type { Category } from '../core/configuration.ts'
import { KINDS, type Kind } from '../core/reading.ts'
import { type Danger, EMERGENCY } from './danger.ts'
import type { KindProbabilities } from './kind-choice.ts'
import { NOISE } from './topic-choice.ts'

export function finalKind(
  kinds: KindProbabilities,
  danger: Danger,
  forced: Kind | null,
  category: Category,
): Kind {
  if (forced === 'irrelevant') return forced
  if (danger.points >= EMERGENCY && category.id !== NOISE) return 'emergency'
  if (forced) return forced
  const best = likeliestOf(kinds)
  return kinds.emergency > 0.6 && danger.points >= EMERGENCY - 1.2 ? 'emergency' : best
}

/** Noise was the gate's to find, danger the detector's. */
const WANTED = KINDS.filter((kind) => kind !== 'emergency' && kind !== 'irrelevant')

function likeliestOf(kinds: KindProbabilities): Kind {
  let best = WANTED[0] as Kind
  for (const kind of WANTED) if (kinds[kind] > kinds[best]) best = kind
  return best
}
