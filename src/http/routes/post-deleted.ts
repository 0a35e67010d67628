import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { Done } from '../schemas/case-merge.ts'
import { IdParams } from '../schemas/parts.ts'

/** An officer saw that a citizen took a post back: its words leave our stores, the case stays. */
export const postDeletedRoutes = (api: Api, { ports }: HttpParts): void => {
  api.post(
    '/posts/:id/deleted',
    {
      config: { right: 'case:triage' },
      schema: { params: IdParams, response: { 200: Done } },
    },
    async (request) => {
      granted(await ports.removals.byOfficer(viewerOf(request), request.params.id))
      return { ok: true as const }
    },
  )
}
