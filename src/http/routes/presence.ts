import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { IdParams } from '../schemas/parts.ts'
import { PresenceBody, PresentShape } from '../schemas/queue-work.ts'
import { onlookerShape } from '../views/case-view.ts'

/** Who has a case open: told by each open page, forgotten when it falls silent. */
export const presenceRoutes = (api: Api, { ports }: HttpParts): void => {
  const config = { right: 'case:read' as const }
  const response = { 200: PresentShape }

  api.put(
    '/cases/:id/presence',
    { config, schema: { params: IdParams, body: PresenceBody, response } },
    async (request) => {
      const { level } = request.body
      const told = await ports.presence.report(viewerOf(request), request.params.id, level)
      return { people: granted(told).people.map(onlookerShape) }
    },
  )

  api.delete(
    '/cases/:id/presence',
    { config, schema: { params: IdParams, response } },
    async (request) => {
      const told = await ports.presence.report(viewerOf(request), request.params.id, null)
      return { people: granted(told).people.map(onlookerShape) }
    },
  )
}
