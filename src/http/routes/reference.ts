import { EVENT_LABELS, FOLLOW_UP_LABELS } from '../../core/case-event.ts'
import { OPEN_STATES, STATE_LABELS } from '../../core/case-state.ts'
import { isConfidential } from '../../core/confidential-category.ts'
import type { Configuration, Government, Taxonomy } from '../../core/configuration.ts'
import { decreeWarning, missingDecree } from '../../core/missing-decree.ts'
import { OUTCOME_LABELS, PLATFORM_LABELS } from '../../core/post.ts'
import { KIND_LABELS, URGENCY_LABELS } from '../../core/reading.ts'
import { RISK_FORMULA } from '../../core/risk.ts'
import { ROLE_LABELS, type Viewer } from '../../core/roles.ts'
import type { Api, HttpParts } from '../parts.ts'
import { found } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { Reference } from '../schemas/reference.ts'

/** All names of things in one call. */
export const referenceRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/reference',
    { config: { right: 'account:own' }, schema: { response: { 200: Reference } } },
    async (request) => {
      const configuration = found(await ports.configurations.current())
      const viewer = viewerOf(request)
      const notices = noticesFor(viewer, configuration, ports.clock.now())
      return { ...ofGovernment(configuration, viewer.governmentId), ...OF_CODE, notices }
    },
  )
}

const labelled = (labels: Record<string, string>) =>
  Object.entries(labels).map(([id, label]) => ({ id, label }))

const OF_CODE = {
  kinds: labelled(KIND_LABELS),
  urgencies: labelled(URGENCY_LABELS),
  states: labelled(STATE_LABELS),
  openStates: [...OPEN_STATES],
  platforms: labelled(PLATFORM_LABELS),
  events: labelled(EVENT_LABELS),
  followUps: labelled(FOLLOW_UP_LABELS),
  outcomes: labelled(OUTCOME_LABELS),
  roles: labelled(ROLE_LABELS),
  riskFormula: RISK_FORMULA,
}

const noticesFor = (
  { roles, governmentId }: Viewer,
  { calendars, governments }: Configuration,
  now: Date,
): string[] => {
  const government = governments.find(({ id }) => id === governmentId)
  if (!government || !roles.includes('coordinator')) return []
  const year = missingDecree(calendars, now, government.timezone)
  return year === null ? [] : [decreeWarning(year)]
}

const bodiesOf = ({ external }: Taxonomy) =>
  Object.entries(external).map(([code, { name }]) => ({ code, name }))

/** Other governments that a case may be proposed to, by the code that a reading gives them. */
const neighboursOf = ({ region }: Government) =>
  region.map(({ government, name }) => ({ code: `government:${government}`, name }))

const ofGovernment = ({ governments, taxonomy }: Configuration, governmentId: string) => {
  const government = found(governments.find(({ id }) => id === governmentId))
  return {
    agencies: government.agencies.map(({ id, name, abbreviation }) => ({ id, name, abbreviation })),
    external: [...bodiesOf(taxonomy), ...neighboursOf(government)],
    categories: taxonomy.categories.map(({ id, label, group }) => ({
      ...{ id, label, group },
      confidential: isConfidential(id, taxonomy),
    })),
  }
}
