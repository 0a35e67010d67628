import { acknowledgeEscalation } from '../../actions/acknowledge-escalation.ts'
import { CLOCK_LABELS } from '../../core/case-clock.ts'
import { toldOn } from '../../core/escalation.ts'
import type { EscalationOfCase } from '../../ports/escalations.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import {
  EscalationAcknowledged,
  EscalationList,
  EscalationQuery,
  EscalationReason,
  type EscalationShape,
} from '../schemas/escalation.ts'
import { IdParams } from '../schemas/parts.ts'
import { iso } from '../views/moments.ts'

export const escalationRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/escalations',
    {
      config: { right: 'escalation:read' },
      schema: { querystring: EscalationQuery, response: { 200: EscalationList } },
    },
    async (request) => {
      const { open = 'true', limit = 50 } = request.query
      const filter = { open: open === 'true', limit }
      const items = await ports.escalations.list(viewerOf(request), filter)
      return { items: items.map(escalationShape) }
    },
  )

  api.post(
    '/escalations/:id/acknowledge',
    {
      config: { right: 'escalation:acknowledge' },
      schema: {
        params: IdParams,
        body: EscalationReason,
        response: { 200: EscalationAcknowledged },
      },
    },
    async (request) => {
      const { body, params } = request
      const viewer = viewerOf(request)
      const result = await acknowledgeEscalation(ports, viewer, params.id, body.reason)
      return { escalation: escalationShape(granted(result).escalation) }
    },
  )
}

const escalationShape = ({ moment, acknowledged, ...it }: EscalationOfCase): EscalationShape => ({
  ...it,
  clockLabel: CLOCK_LABELS[it.clock],
  roles: [...toldOn(it.rung, it.agencyId)],
  moment: iso(moment),
  acknowledged: acknowledged && { ...acknowledged, at: iso(acknowledged.at) },
})
