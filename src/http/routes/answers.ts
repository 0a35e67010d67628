import {
  type AnswerChanged,
  approve,
  confirmLateComers,
  draftAnswer,
  previewAnswer,
  recall,
  reject,
  releaseAnswer,
  viewAnswers,
} from '../../actions/publish-answers.ts'
import { ANSWER_PART_LABELS } from '../../core/qualified-answer.ts'
import type { Api, HttpParts } from '../parts.ts'
import { found, granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import {
  AnswerChangedShape,
  AnswersShape,
  ApproveBody,
  DraftBody,
  LateComersBody,
  PreviewBody,
  PreviewShape,
  RejectBody,
  SendBody,
} from '../schemas/answer.ts'
import { IdParams } from '../schemas/parts.ts'
import { answerShape, targetShape } from '../views/answer.ts'

const changed = (result: AnswerChanged) => ({ answer: answerShape(granted(result).answer) })

/** The answers of a case: seen, tried out, written, and given to those who came late. */
export const answerRoutes = (api: Api, { ports }: HttpParts): void => {
  const read = { params: IdParams, response: { 200: AnswersShape } }
  api.get(
    '/cases/:id/answers',
    { config: { right: 'case:read' }, schema: read },
    async (request) => {
      const view = found(await viewAnswers(ports, viewerOf(request), request.params.id))
      return {
        answers: view.answers.map(answerShape),
        targets: view.targets.map(targetShape),
        late: view.late.map(({ postId, platform, authorHandle, text }) => ({
          postId,
          platform,
          authorHandle,
          text,
        })),
        needsApproval: view.needsApproval,
      }
    },
  )

  const preview = { params: IdParams, body: PreviewBody, response: { 200: PreviewShape } }
  api.post(
    '/cases/:id/answers/preview',
    { config: { right: 'case:work' }, schema: preview },
    async (request) => {
      const { params, body } = request
      const shown = granted(await previewAnswer(ports, viewerOf(request), params.id, body.text))
      const { qualified, because, missing } = shown.quality
      const parts = missing.map((part) => ANSWER_PART_LABELS[part])
      const quality = { qualified, because, missing: parts }
      return { ...shown, quality, pending: shown.pending.map(answerShape) }
    },
  )

  const draft = { params: IdParams, body: DraftBody, response: { 200: AnswerChangedShape } }
  api.post(
    '/cases/:id/answers',
    { config: { right: 'case:work' }, schema: draft },
    async (request) => {
      const { params, body } = request
      const { kind, text } = body
      const said = { id: null, kind, text }
      return changed(await draftAnswer(ports, viewerOf(request), params.id, said))
    },
  )

  const late = { params: IdParams, body: LateComersBody, response: { 200: AnswerChangedShape } }
  api.post(
    '/cases/:id/answers/late',
    { config: { right: 'case:work' }, schema: late },
    async (request) => {
      const { params, body } = request
      const chosen = body.postIds ?? null
      return changed(await confirmLateComers(ports, viewerOf(request), params.id, chosen))
    },
  )
}

/** One answer on its way: written anew, sent, approved or rejected, taken back. */
export const oneAnswerRoutes = (api: Api, { ports }: HttpParts): void => {
  const rewrite = { params: IdParams, body: DraftBody, response: { 200: AnswerChangedShape } }
  api.patch(
    '/answers/:id',
    { config: { right: 'case:work' }, schema: rewrite },
    async (request) => {
      const viewer = viewerOf(request)
      const { id } = request.params
      const caseId = found(await ports.answers.caseOf(viewer, id))
      const { kind, text } = request.body
      return changed(await draftAnswer(ports, viewer, caseId, { id, kind, text }))
    },
  )

  const send = { params: IdParams, body: SendBody, response: { 200: AnswerChangedShape } }
  api.post(
    '/answers/:id/send',
    { config: { right: 'case:work' }, schema: send },
    async (request) => {
      const { params, body } = request
      const supersede = body.supersede ?? null
      return changed(await releaseAnswer(ports, viewerOf(request), params.id, supersede))
    },
  )

  const yes = { params: IdParams, body: ApproveBody, response: { 200: AnswerChangedShape } }
  api.post(
    '/answers/:id/approve',
    { config: { right: 'case:approve' }, schema: yes },
    async (request) => {
      const { params, body } = request
      return changed(await approve(ports, viewerOf(request), params.id, body.others ?? null))
    },
  )

  const no = { params: IdParams, body: RejectBody, response: { 200: AnswerChangedShape } }
  api.post(
    '/answers/:id/reject',
    { config: { right: 'case:approve' }, schema: no },
    async (request) =>
      changed(await reject(ports, viewerOf(request), request.params.id, request.body.note)),
  )

  const back = { params: IdParams, response: { 200: AnswerChangedShape } }
  api.post(
    '/answers/:id/recall',
    { config: { right: 'case:work' }, schema: back },
    async (request) => changed(await recall(ports, viewerOf(request), request.params.id)),
  )
}
