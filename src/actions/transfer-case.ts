import type { Case } from '../core/case.ts'
import { transfer } from '../core/case-rules.ts'
import { mayOwnConfidential } from '../core/confidential-owner.ts'
import type { Configuration, Government } from '../core/configuration.ts'
import { refuse } from '../core/errors.ts'
import { hasRight, type Viewer } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

export interface TransferRequest {
  agencyId: string | null
  reason: string
}

/** A coordinator gives the case to an agency; an officer gives it back and proposes an owner. */
export const transferCase = async (
  ports: CasePorts & Pick<Ports, 'configurations'>,
  viewer: Viewer,
  seen: SeenCase,
  to: TransferRequest,
): Promise<CaseChanged> => {
  const configuration = await ports.configurations.current()
  const government = configuration?.governments.find(({ id }) => id === viewer.governmentId)
  if (!configuration || !government) return refuse('unknown-agency')
  const mayTriage = hasRight(viewer.roles, 'case:triage')
  if (!isTarget(to.agencyId, mayTriage, government, configuration)) return refuse('unknown-agency')
  return changeCase(ports, viewer, seen, (current, now) =>
    transfer(current, viewer, now, {
      ...to,
      mayTriage,
      accused: isBarred(current, to.agencyId, government, configuration),
    }),
  )
}

/** Only an agency of ours can own a case; a body outside can be proposed, never be given one. */
const isTarget = (
  to: string | null,
  mayTriage: boolean,
  { agencies, region }: Government,
  { taxonomy }: Configuration,
): boolean =>
  to === null ||
  agencies.some(({ id }) => id === to) ||
  (!mayTriage &&
    (Object.hasOwn(taxonomy.external, to) ||
      region.some(({ government }) => to === `government:${government}`)))

/**
 * Which agency a confidential post accuses is not known for sure, so it may go only to those whose
 * duty such cases are: nobody else's desk is safe to show it to.
 */
export const isBarred = (
  current: Case,
  to: string | null,
  government: Government,
  { taxonomy }: Configuration,
): boolean => {
  const agency = government.agencies.find(({ id }) => id === to)
  return (
    current.confidential &&
    agency !== undefined &&
    !mayOwnConfidential(agency, current.category, government, taxonomy)
  )
}
