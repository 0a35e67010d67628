import type { Case } from '../core/case.ts'
import { type ClockRules, clockRulesOf } from '../core/clock-rules.ts'
import type { Configuration, Government } from '../core/configuration.ts'
import type { CustodyDecision, CustodyRecords } from '../core/custody-change.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import type { OfferTarget } from '../core/offer.ts'
import type { Viewer } from '../core/roles.ts'
import type { CustodyChanged } from '../ports/custody.ts'
import type { Ports } from '../ports/ports.ts'
import { mayWork, type SeenCase } from './change-case.ts'

export type CustodyPorts = Pick<Ports, 'custody' | 'clock' | 'configurations' | 'ids'>

/** What a verb of custody knows of the government in whose name it works. */
export interface Desk {
  configuration: Configuration
  government: Government
  /** Hours of an agency of it; null: of the government. */
  workingOf: ClockRules['workingOf']
}

export const deskOf = async (
  { configurations }: Pick<Ports, 'configurations'>,
  governmentId: string,
): Promise<Desk | null> => {
  const configuration = await configurations.current()
  const government = configuration?.governments.find(({ id }) => id === governmentId)
  if (!configuration || !government) return null
  const { workingOf } = clockRulesOf(configuration, government)
  return { configuration, government, workingOf }
}

/** As `changeCase`, with all that hangs on the case: only its owner or the coordinator works on it. */
export const changeCustody = (
  ports: Pick<Ports, 'custody' | 'clock'>,
  viewer: Viewer,
  { caseId, version }: SeenCase,
  decide: (current: Case, records: CustodyRecords, now: Date) => CustodyDecision,
): Promise<CustodyChanged> =>
  ports.custody.change(viewer, { by: 'case', caseId }, version, (current, records) =>
    mayWork(viewer, current) ? decide(current, records, ports.clock.now()) : refuse('no-right'),
  )

/** `desk`, an agency of ours, or a government that works with Tanggap; the rest cannot accept. */
export const targetOf = (
  to: string,
  { configuration, government }: Desk,
): { kind: 'target'; target: OfferTarget } | Refusal => {
  if (to === 'desk') return target({ toKind: 'desk', toAgencyId: null, toGovernmentId: null })
  if (government.agencies.some(({ id }) => id === to))
    return target({ toKind: 'agency', toAgencyId: to, toGovernmentId: null })
  const slug = governmentIn(to)
  if (slug && slug !== government.id && isTenant(slug, configuration))
    return target({ toKind: 'government', toAgencyId: null, toGovernmentId: slug })
  return isOutside(to, { configuration, government })
    ? refuse('body-outside')
    : refuse('unknown-target')
}

const target = (of: OfferTarget) => ({ kind: 'target' as const, target: of })

const PREFIX = 'government:'

const governmentIn = (to: string): string | null =>
  to.startsWith(PREFIX) ? to.slice(PREFIX.length) : null

const isTenant = (slug: string, { governments }: Configuration): boolean =>
  governments.some(({ id }) => id === slug)

/** A government here accepts by itself; it is offered the case, not handed it. */
export const isGovernmentHere = (body: string, { configuration, government }: Desk): boolean => {
  const slug = governmentIn(body)
  return slug !== null && slug !== government.id && isTenant(slug, configuration)
}

/** A body of the taxonomy, or a government of the region that does not work with Tanggap. */
export const isOutside = (
  body: string,
  { configuration, government }: Pick<Desk, 'configuration' | 'government'>,
): boolean => {
  const slug = governmentIn(body)
  return (
    Object.hasOwn(configuration.taxonomy.external, body) ||
    (slug !== null && government.region.some((node) => node.government === slug))
  )
}

export const bodyName = (body: string, { configuration, government }: Desk): string => {
  const slug = governmentIn(body)
  const node = government.region.find((each) => each.government === slug)
  return configuration.taxonomy.external[body]?.name ?? node?.name ?? body
}
