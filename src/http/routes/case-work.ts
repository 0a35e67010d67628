import { answerCase } from '../../actions/answer-case.ts'
import { noteCase } from '../../actions/note-case.ts'
import { recategoriseCase } from '../../actions/recategorise-case.ts'
import { recordFollowUp } from '../../actions/record-follow-up.ts'
import { transferCase } from '../../actions/transfer-case.ts'
import { caseWrite, changedCase, seenCase } from '../case-write.ts'
import type { Api, HttpParts } from '../parts.ts'
import { viewerOf } from '../request-viewer.ts'
import {
  AnswerBody,
  FollowUpBody,
  NoteBody,
  RecategoriseBody,
  TransferBody,
} from '../schemas/case-action.ts'
import { instant } from '../views/moments.ts'

/** What an officer does between taking a case and ending it. */
export const caseWorkRoutes = (api: Api, { ports }: HttpParts): void => {
  api.post('/cases/:id/note', caseWrite('case:work', NoteBody), async (request) => {
    const viewer = viewerOf(request)
    return changedCase(viewer, await noteCase(ports, viewer, seenCase(request), request.body.text))
  })

  api.post('/cases/:id/transfer', caseWrite('case:transfer', TransferBody), async (request) => {
    const viewer = viewerOf(request)
    const { agencyId, reason } = request.body
    const to = { agencyId, reason }
    return changedCase(viewer, await transferCase(ports, viewer, seenCase(request), to))
  })

  const recategoriseRoute = caseWrite('case:work', RecategoriseBody)
  api.post('/cases/:id/recategorise', recategoriseRoute, async (request) => {
    const viewer = viewerOf(request)
    const { category = null, kind = null, reason = null } = request.body
    const to = { category, kind, reason }
    return changedCase(viewer, await recategoriseCase(ports, viewer, seenCase(request), to))
  })

  api.post('/cases/:id/answer', caseWrite('case:work', AnswerBody), async (request) => {
    const viewer = viewerOf(request)
    const { text, url, final, answeredAt } = request.body
    const at = answeredAt ? instant(answeredAt, ports.clock.now()) : null
    const said = { text, url, final, answeredAt: at }
    return changedCase(viewer, await answerCase(ports, viewer, seenCase(request), said))
  })

  api.post('/cases/:id/follow-up', caseWrite('case:work', FollowUpBody), async (request) => {
    const viewer = viewerOf(request)
    const { type, text } = request.body
    const done = { type, text }
    return changedCase(viewer, await recordFollowUp(ports, viewer, seenCase(request), done))
  })
}
