import { viewAttachment } from '../../actions/view-attachment.ts'
import type { Api, HttpParts } from '../parts.ts'
import { found } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { Binary, IdParams } from '../schemas/parts.ts'
import { IMAGE_TYPES } from '../screenshot.ts'

/** Screenshots that officers pasted. */
export const attachmentRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/attachments/:id',
    {
      config: { right: 'case:read' },
      schema: { params: IdParams, produces: [...IMAGE_TYPES], response: { 200: Binary } },
    },
    async (request, reply) => {
      const file = found(await viewAttachment(ports, viewerOf(request), request.params.id))
      const shown = IMAGE_TYPES.includes(file.mediaType)
      return reply
        .type(shown ? file.mediaType : 'application/octet-stream')
        .header('content-disposition', shown ? 'inline' : 'attachment')
        .header('cache-control', 'private, max-age=3600')
        .send(Buffer.from(file.bytes))
    },
  )
}
