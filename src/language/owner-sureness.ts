/** How surely the owner is right, whichever of the likely topics it is. */
import type { Category } from '../core/configuration.ts'
import { asIf, chooseRoute, type RouteChoice, type RouteRequest } from './route-choice.ts'
import type { Ranked } from './topic-choice.ts'
import { logOdds } from './weighing.ts'

/** Few topics beyond these have any weight. */
const RIVALS = 5
const LEAST = 0.02

/** Odds (logarithmic) fitted on posts with known owners, writer against writer. */
const CONSTANT = 0.32
const SHARE = 0.66
const UNSURE_DUTY = -0.79
const AMBIGUOUS = -0.5
const OUTSIDE = -1.8

/**
 * @param topical topics with their probabilities, best first, noise left out
 * @returns 0 to 1: the probability of all topics that lead to this owner, less where it hangs on a
 *   place or a duty that is not sure
 */
export function ownerSureness(
  request: RouteRequest,
  chosen: RouteChoice,
  topical: Ranked[],
  categories: ReadonlyMap<string, Category>,
): number {
  // words for a bribe send it to the inspectorate, whatever the topic
  if (request.secret.category !== null) return 1
  const { analysis } = request
  const odds =
    CONSTANT +
    SHARE * logOdds(shareOf(request, chosen, topical, categories)) +
    (chosen.unsure ? UNSURE_DUTY : 0) +
    (analysis.where.place?.ambiguous ? AMBIGUOUS : 0) +
    (chosen.route.agency === 'out-of-area' ? OUTSIDE : 0)
  return 1 / (1 + Math.exp(-odds))
}

function shareOf(
  request: RouteRequest,
  chosen: RouteChoice,
  topical: Ranked[],
  categories: ReadonlyMap<string, Category>,
): number {
  let all = 0
  let same = 0
  for (const { category: id, probability } of topical.slice(0, RIVALS)) {
    const category = categories.get(id)
    if (!category || (all > 0 && probability < LEAST)) continue
    all += probability
    const isOwn = id === request.category.id
    const other = isOwn ? chosen : chooseRoute(asIf(request, category))
    if (ownerOf(other) === ownerOf(chosen)) same += probability
  }
  return all > 0 ? same / all : 0
}

/** Without a government most topics have a duty and no agency. */
const ownerOf = ({ route }: RouteChoice) => route.agency ?? route.function
