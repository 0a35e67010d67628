import { pastePost } from '../../actions/paste-post.ts'
import type { Api, HttpParts } from '../parts.ts'
import { found, granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { IdParams } from '../schemas/parts.ts'
import { PasteBody, Pasted, PostStatusShape } from '../schemas/post.ts'
import { screenshotOf } from '../screenshot.ts'
import { instant } from '../views/moments.ts'

/** Room for a screenshot in base64; every other route stays at 64 KB. */
const PASTE_LIMIT = 5 * 1024 * 1024

export const postRoutes = (api: Api, { ports }: HttpParts): void => {
  api.post(
    '/posts',
    {
      bodyLimit: PASTE_LIMIT,
      config: { right: 'post:paste' },
      schema: { body: PasteBody, response: { 200: Pasted, 201: Pasted } },
    },
    async (request, reply) => {
      const { platform, url, text, authorHandle, postedAt, screenshot } = request.body
      const pasted = granted(
        await pastePost(ports, viewerOf(request), {
          platform,
          url: url ?? null,
          text,
          authorHandle: authorHandle?.trim().replace(/^@/, '') || null,
          postedAt: postedAt ? instant(postedAt, ports.clock.now()) : null,
          screenshot: screenshot ? screenshotOf(screenshot) : null,
        }),
      )
      const { postId, duplicate, caseId } = pasted
      return reply.code(duplicate ? 200 : 201).send({ postId, duplicate, caseId })
    },
  )

  api.get(
    '/posts/:id',
    {
      config: { right: 'post:paste' },
      schema: { params: IdParams, response: { 200: PostStatusShape } },
    },
    async (request) => found(await ports.posts.status(viewerOf(request), request.params.id)),
  )
}
