import { dismissCase } from '../../actions/dismiss-case.ts'
import { reopenCase } from '../../actions/reopen-case.ts'
import { resolveCase } from '../../actions/resolve-case.ts'
import { caseWrite, changedCase, seenCase } from '../case-write.ts'
import type { Api, HttpParts } from '../parts.ts'
import { viewerOf } from '../request-viewer.ts'
import { ReasonBody, ResolveBody } from '../schemas/case-action.ts'

/** How a case ends, and how an ended one comes back. */
export const caseEndRoutes = (api: Api, { ports }: HttpParts): void => {
  api.post('/cases/:id/resolve', caseWrite('case:work', ResolveBody), async (request) => {
    const viewer = viewerOf(request)
    const { text, privateReason, evidenceReason = null } = request.body
    const said = { text, privateReason, evidenceReason }
    return changedCase(viewer, await resolveCase(ports, viewer, seenCase(request), said))
  })

  api.post('/cases/:id/dismiss', caseWrite('case:work', ReasonBody), async (request) => {
    const viewer = viewerOf(request)
    const { reason } = request.body
    return changedCase(viewer, await dismissCase(ports, viewer, seenCase(request), reason))
  })

  api.post('/cases/:id/reopen', caseWrite('case:reopen', ReasonBody), async (request) => {
    const viewer = viewerOf(request)
    const { reason } = request.body
    return changedCase(viewer, await reopenCase(ports, viewer, seenCase(request), reason))
  })
}
