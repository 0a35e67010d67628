import { claimCase } from '../../actions/claim-case.ts'
import { releaseCase } from '../../actions/release-case.ts'
import { renewClaim } from '../../actions/renew-claim.ts'
import { caseWrite, changedCase, seenCase } from '../case-write.ts'
import type { Api, HttpParts } from '../parts.ts'
import { viewerOf } from '../request-viewer.ts'
import { HeartbeatBody, VersionBody } from '../schemas/case-action.ts'

/** Taking a case in hand, keeping it, and letting it go. */
export const caseClaimRoutes = (api: Api, { ports }: HttpParts): void => {
  api.post('/cases/:id/claim', caseWrite('case:work', VersionBody), async (request) => {
    const viewer = viewerOf(request)
    return changedCase(viewer, await claimCase(ports, viewer, seenCase(request)))
  })

  api.post('/cases/:id/heartbeat', caseWrite('case:work', HeartbeatBody), async (request) => {
    const viewer = viewerOf(request)
    return changedCase(viewer, await renewClaim(ports, viewer, request.params.id))
  })

  api.post('/cases/:id/release', caseWrite('case:work', VersionBody), async (request) => {
    const viewer = viewerOf(request)
    return changedCase(viewer, await releaseCase(ports, viewer, seenCase(request)))
  })
}
