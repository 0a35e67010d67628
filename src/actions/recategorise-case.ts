import type { Case } from '../core/case.ts'
import { hasCases } from '../core/case-category.ts'
import { type NewCategory, recategorise } from '../core/case-rules.ts'
import { isConfidential } from '../core/confidential-category.ts'
import { mayOwnConfidential } from '../core/confidential-owner.ts'
import type { Configuration, Government } from '../core/configuration.ts'
import { refuse } from '../core/errors.ts'
import type { Kind } from '../core/reading.ts'
import type { Viewer } from '../core/roles.ts'
import type { Ports } from '../ports/ports.ts'
import { type CaseChanged, type CasePorts, changeCase, type SeenCase } from './change-case.ts'

export interface RecategoriseRequest {
  /** Null: stays. */
  category: string | null
  kind: Kind | null
  reason: string | null
}

/** An officer puts right what the case is about, or what the citizen wants. */
export const recategoriseCase = async (
  ports: CasePorts & Pick<Ports, 'configurations'>,
  viewer: Viewer,
  seen: SeenCase,
  to: RecategoriseRequest,
): Promise<CaseChanged> => {
  const configuration = await ports.configurations.current()
  const government = configuration?.governments.find(({ id }) => id === viewer.governmentId)
  if (!configuration || !government) return refuse('unknown-category')
  if (!isCaseCategory(to, configuration)) return refuse('unknown-category')
  return changeCase(ports, viewer, seen, (current, now) =>
    recategorise(current, viewer, now, wantedOf(to, current, viewer, configuration, government)),
  )
}

/** What is no service has a verb of its own. */
export const isCaseCategory = (
  { category, kind }: Pick<RecategoriseRequest, 'category' | 'kind'>,
  { taxonomy }: Configuration,
): boolean =>
  kind !== 'irrelevant' &&
  (category === null ||
    (hasCases(category) && taxonomy.categories.some(({ id }) => id === category)))

const wantedOf = (
  to: RecategoriseRequest,
  current: Case,
  viewer: Viewer,
  { taxonomy }: Configuration,
  government: Government,
): NewCategory => {
  const category = to.category ?? current.category
  const owner = government.agencies.find(({ id }) => id === current.agencyId)
  return {
    category,
    kind: to.kind ?? current.kind,
    reason: to.reason,
    confidential: isConfidential(category, taxonomy),
    ownerMayKeep: !owner || mayOwnConfidential(owner, category, government, taxonomy),
    mayDeclassify: viewer.roles.includes('inspectorate'),
  }
}
