import { askCaseReporter, recordReporterReply, verifyCase } from '../../actions/ask-reporter.ts'
import { caseWrite, changedCase, seenCase } from '../case-write.ts'
import type { Api, HttpParts } from '../parts.ts'
import { viewerOf } from '../request-viewer.ts'
import { AskReporterBody, ReporterRepliedBody, VerifyBody } from '../schemas/case-reporter.ts'

/** Confirming what was read, and asking the one who wrote it. */
export const caseReporterRoutes = (api: Api, { ports }: HttpParts): void => {
  api.post('/cases/:id/verify', caseWrite('case:triage', VerifyBody), async (request) => {
    const viewer = viewerOf(request)
    const { category, kind, place } = request.body
    const read = { category, kind, place }
    return changedCase(viewer, await verifyCase(ports, viewer, seenCase(request), read))
  })

  const askRoute = caseWrite('case:work', AskReporterBody)
  api.post('/cases/:id/ask-reporter', askRoute, async (request) => {
    const viewer = viewerOf(request)
    const { question, url } = request.body
    const asked = { question, url }
    return changedCase(viewer, await askCaseReporter(ports, viewer, seenCase(request), asked))
  })

  const repliedRoute = caseWrite('case:work', ReporterRepliedBody)
  api.post('/cases/:id/reporter-replied', repliedRoute, async (request) => {
    const viewer = viewerOf(request)
    const { text } = request.body
    return changedCase(viewer, await recordReporterReply(ports, viewer, seenCase(request), text))
  })
}
