import { countHandOvers } from '../../actions/count-hand-overs.ts'
import { recordHandOverOutcome } from '../../actions/hand-over-case.ts'
import type { Api, HttpParts } from '../parts.ts'
import { viewerOf } from '../request-viewer.ts'
import { CustodyChanged } from '../schemas/custody.ts'
import { HandOverStatistics, OutcomeBody } from '../schemas/hand-over.ts'
import { IdParams } from '../schemas/parts.ts'
import { custodyChanged } from '../views/custody.ts'

/** Cases in the hands of bodies outside: what they answered, and how fast. */
export const handOverRoutes = (api: Api, { ports }: HttpParts): void => {
  api.post(
    '/handovers/:id/outcome',
    {
      config: { right: 'case:work' },
      schema: { params: IdParams, body: OutcomeBody, response: { 200: CustodyChanged } },
    },
    async (request) => {
      const viewer = viewerOf(request)
      const { outcome, text, taskId = null } = request.body
      const said = { outcome, text, taskId }
      return custodyChanged(
        viewer,
        await recordHandOverOutcome(ports, viewer, request.params.id, said),
      )
    },
  )

  api.get(
    '/handovers/statistics',
    { config: { right: 'case:read' }, schema: { response: { 200: HandOverStatistics } } },
    async (request) => ({ items: await countHandOvers(ports, viewerOf(request)) }),
  )
}
