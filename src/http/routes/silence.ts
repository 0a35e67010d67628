import { listSilence } from '../../actions/list-silence.ts'
import { SILENCE_LABELS } from '../../core/silence.ts'
import type { SilentCase } from '../../ports/ledger.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { SilenceQuery, SilenceShape } from '../schemas/silence.ts'
import { iso, isoOrNull } from '../views/moments.ts'

const CASES_SHOWN = 500

const silentCase = ({ caseId, since, ...it }: SilentCase) => ({
  id: caseId,
  ...it,
  since: iso(since),
  whyLabel: SILENCE_LABELS[it.why],
})

/** The list of what is left silent: today's, or that of a day that is over. */
export const silenceRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/ledger/silent',
    {
      config: { right: 'escalation:read' },
      schema: { querystring: SilenceQuery, response: { 200: SilenceShape } },
    },
    async (request) => {
      const { day = null } = request.query
      const list = granted(await listSilence(ports, viewerOf(request), day))
      return {
        day: list.day,
        closedAt: isoOrNull(list.closedAt),
        agencies: list.agencies.map((sum) => ({ ...sum, since: iso(sum.since) })),
        cases: list.cases.slice(0, CASES_SHOWN).map(silentCase),
      }
    },
  )
}
