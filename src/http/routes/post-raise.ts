import { raisePost } from '../../actions/raise-post.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { IdParams } from '../schemas/parts.ts'
import { PostStatusShape, RaiseBody } from '../schemas/post.ts'

/** "Ini aduan": its case stands once the post was read anew; until then it is asked for by its id. */
export const postRaiseRoutes = (api: Api, { ports }: HttpParts): void => {
  api.post(
    '/posts/:id/complaint',
    {
      config: { right: 'case:work' },
      schema: { params: IdParams, body: RaiseBody, response: { 200: PostStatusShape } },
    },
    async (request) => {
      const { category, kind = 'complaint', reason = null } = request.body
      const verdict = { category, kind, reason }
      return granted(await raisePost(ports, viewerOf(request), request.params.id, verdict)).status
    },
  )
}
