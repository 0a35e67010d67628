import { acknowledgeAlert } from '../../actions/acknowledge-alert.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { AlertAcknowledged, AlertList, AlertQuery } from '../schemas/alert.ts'
import { IdParams } from '../schemas/parts.ts'
import { alertShape } from '../views/alert.ts'

export const alertRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/alerts',
    {
      config: { right: 'alert:read' },
      schema: { querystring: AlertQuery, response: { 200: AlertList } },
    },
    async (request) => {
      const { open, limit = 50 } = request.query
      const filter = { open: open === 'true', limit }
      return { items: (await ports.alerts.list(viewerOf(request), filter)).map(alertShape) }
    },
  )

  api.post(
    '/alerts/:id/acknowledge',
    {
      config: { right: 'alert:acknowledge' },
      schema: { params: IdParams, response: { 200: AlertAcknowledged } },
    },
    async (request) => {
      const result = await acknowledgeAlert(ports, viewerOf(request), request.params.id)
      return { alert: alertShape(granted(result).alert) }
    },
  )
}
