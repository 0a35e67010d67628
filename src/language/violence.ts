/** Violence against people, said outright or only told around. */
import type { KindProbabilities } from './kind-choice.ts'
import type { Analysis } from './post-analysis.ts'
import { firstHeard, heardUpTo, logOdds, sumOf, type Weight } from './weighing.ts'

/** From so many points on a post is closed. */
export const VIOLENCE_FEARED = -3.2
/** From so many on it is let in, though it sounds like noise. */
export const VIOLENCE_SUSPECTED = -2.2

/**
 * Log-odds fitted writer against writer: the model's belief, what is said outright, and a hurt with
 * one who cannot defend themselves or one who is known to do it.
 * @param probability of the topics of violence together, 0 to 1
 */
export function weighViolence(
  { heard }: Analysis,
  probability: number,
  kinds: KindProbabilities,
): Weight {
  const hurt = heard.has('violence.hint') || heard.has('violence.school')
  const weak = heard.has('violence.weak')
  const doer = heard.has('violence.doer')
  const points =
    1.8 +
    1.77 * logOdds(probability) +
    0.21 * logOdds(kinds.allegation) +
    1.2 * heardUpTo(heard, 'violence', 2) +
    sumOf([
      // no word of it at all: the topic alone is less than it seems to be
      [!hurt && !heard.has('violence'), -0.5],
      [hurt && weak, 0.7],
      [hurt && doer, 0.6],
      [hurt && weak && doer, 0.6],
    ])
  const parts = ['violence', 'violence.school', ...(hurt ? ['violence.hint', 'violence.doer'] : [])]
  return { points, because: firstHeard(heard, parts) }
}
