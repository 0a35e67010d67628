import { explainPost } from '../../actions/explain-post.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { IdParams } from '../schemas/parts.ts'
import { PostWhyShape } from '../schemas/post-why.ts'
import { iso } from '../views/moments.ts'

/** Each answer is a reading: a person asks now and then, a script all the time. */
const ASKING_LIMIT = { rateLimit: { max: 120, timeWindow: 60_000 } }
const WORDS_SHOWN = 1_000

export const postWhyRoutes = (api: Api, { ports, explainer }: HttpParts): void => {
  api.get(
    '/posts/:id/why',
    {
      config: { right: 'case:read', ...ASKING_LIMIT },
      schema: { params: IdParams, response: { 200: PostWhyShape } },
    },
    async (request) => {
      const parts = { ...ports, explainer }
      const asked = await explainPost(parts, viewerOf(request), request.params.id)
      const { explanation, similar } = granted(asked)
      return {
        ...explanation,
        words: explanation.words.slice(0, WORDS_SHOWN),
        similar: similar.map((each) => ({ ...each, endedAt: iso(each.endedAt) })),
      }
    },
  )
}
