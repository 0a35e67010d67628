import { recordReply, retryReply, skipReply } from '../../actions/change-reply.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { RecordReplyBody, SkipReplyBody, TargetChangedShape } from '../schemas/answer.ts'
import { IdParams } from '../schemas/parts.ts'
import { targetShape } from '../views/answer.ts'

/** Replies that an officer posts with their own hands, lets go, or has tried once more. */
export const answerTargetRoutes = (api: Api, { ports }: HttpParts): void => {
  const record = { params: IdParams, body: RecordReplyBody, response: { 200: TargetChangedShape } }
  api.post(
    '/answer-targets/:id/record',
    { config: { right: 'case:work' }, schema: record },
    async (request) => {
      const { params, body } = request
      const done = granted(await recordReply(ports, viewerOf(request), params.id, body.url))
      return { target: targetShape(done.target) }
    },
  )

  const skip = { params: IdParams, body: SkipReplyBody, response: { 200: TargetChangedShape } }
  api.post(
    '/answer-targets/:id/skip',
    { config: { right: 'case:work' }, schema: skip },
    async (request) => {
      const { params, body } = request
      const done = granted(await skipReply(ports, viewerOf(request), params.id, body.reason))
      return { target: targetShape(done.target) }
    },
  )

  const again = { params: IdParams, response: { 200: TargetChangedShape } }
  api.post(
    '/answer-targets/:id/retry',
    { config: { right: 'case:work' }, schema: again },
    async (request) => {
      const done = granted(await retryReply(ports, viewerOf(request), request.params.id))
      return { target: targetShape(done.target) }
    },
  )
}
