import { viewCase } from '../../actions/view-case.ts'
import type { Api, HttpParts } from '../parts.ts'
import { found } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { CaseViewShape } from '../schemas/case-view.ts'
import { IdParams } from '../schemas/parts.ts'
import { caseView } from '../views/case-view.ts'

export const caseViewRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/cases/:id',
    {
      config: { right: 'case:read' },
      schema: { params: IdParams, response: { 200: CaseViewShape } },
    },
    async (request) => {
      const viewer = viewerOf(request)
      const [view, present] = await Promise.all([
        viewCase(ports, viewer, request.params.id),
        ports.presence.of(viewer, request.params.id),
      ])
      return caseView(found(view), present, viewer)
    },
  )
}
