/** What sent a post to its owner, by names that a person can look up: place, name, register, duty. */
import { mentionRule, placeRule } from '../core/rule-name.ts'
import type { RouteChoice, RouteRequest } from './route-choice.ts'

export function ownerRules(
  { analysis, evidence, government }: RouteRequest,
  { route: { agency }, by }: RouteChoice,
): string[] {
  if (agency === null) return []
  const { code, name } = evidence.area
  const place = analysis.where.place?.name ?? name ?? code
  const named = evidence.mentioned.find(({ id }) => id === agency)
  return [
    ...(place && code && isByPlace(agency, code, government) ? [placeRule(place)] : []),
    ...(named ? [mentionRule(named.abbreviation)] : []),
    ...(by ? [by] : []),
  ]
}

/** Elsewhere it would have another owner: out of the area, another government's, a district's own unit. */
function isByPlace(agency: string, code: string, government: RouteRequest['government']): boolean {
  if (agency === 'out-of-area') return true
  const isIn = (area: string) => code === area || code.startsWith(`${area}.`)
  const other = government?.region.find((node) => agency === `government:${node.government}`)
  if (other) return isIn(other.code)
  const unit = government?.agencies.find(({ id }) => id === agency)
  return unit?.districts?.some(isIn) ?? false
}
