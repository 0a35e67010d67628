import { changeCaseUrgency } from '../../actions/change-urgency.ts'
import { nextCase } from '../../actions/next-case.ts'
import { skipCase } from '../../actions/skip-case.ts'
import { snoozeCase } from '../../actions/snooze-case.ts'
import { takeOverCase } from '../../actions/take-over-case.ts'
import { caseWrite, changedCase, seenCase } from '../case-write.ts'
import type { Api, HttpParts } from '../parts.ts'
import { mustHaveQueue } from '../queue-menu.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { ReasonBody } from '../schemas/case-action.ts'
import {
  NextCaseShape,
  QueueParams,
  SkipList,
  SkipsQuery,
  type SnoozeBody,
  SnoozeBody as SnoozeBodyShape,
  UrgencyBody,
} from '../schemas/queue-work.ts'
import { caseFull } from '../views/case.ts'
import { iso } from '../views/moments.ts'

/** Working a queue off: what it hands out, what is passed by, put off, or weighed anew. */
export const queueWorkRoutes = (api: Api, { ports }: HttpParts): void => {
  api.post(
    '/queues/:name/next',
    {
      config: { right: 'case:work' },
      schema: { params: QueueParams, response: { 200: NextCaseShape } },
    },
    async (request) => {
      const viewer = viewerOf(request)
      mustHaveQueue(viewer, request.params.name)
      const given = granted(await nextCase(ports, viewer, request.params.name))
      return given.kind === 'empty'
        ? { case: null, skipped: given.skipped }
        : { case: caseFull(given.case, viewer), skipped: 0 }
    },
  )

  api.get(
    '/skips',
    {
      config: { right: 'escalation:read' },
      schema: { querystring: SkipsQuery, response: { 200: SkipList } },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query
      const page = granted(await ports.queueWork.skips(viewerOf(request), { cursor, limit }))
      return { items: page.items.map((skip) => ({ ...skip, at: iso(skip.at) })), next: page.next }
    },
  )

  api.post('/cases/:id/take-over', caseWrite('case:approve', ReasonBody), async (request) => {
    const viewer = viewerOf(request)
    const { reason } = request.body
    return changedCase(viewer, await takeOverCase(ports, viewer, seenCase(request), reason))
  })

  api.post('/cases/:id/skip', caseWrite('case:work', ReasonBody), async (request) => {
    const viewer = viewerOf(request)
    const { reason } = request.body
    return changedCase(viewer, await skipCase(ports, viewer, seenCase(request), reason))
  })

  api.post('/cases/:id/snooze', caseWrite('case:work', SnoozeBodyShape), async (request) => {
    const viewer = viewerOf(request)
    const wish = wishOf(request.body)
    return changedCase(viewer, await snoozeCase(ports, viewer, seenCase(request), wish))
  })

  api.post('/cases/:id/urgency', caseWrite('case:work', UrgencyBody), async (request) => {
    const viewer = viewerOf(request)
    const { urgency, reason } = request.body
    const to = { urgency, reason }
    return changedCase(viewer, await changeCaseUrgency(ports, viewer, seenCase(request), to))
  })
}

const wishOf = (body: SnoozeBody) => {
  if ('again' in body) return null
  const { until, forReply, reason } = body
  return { until: until === null ? null : new Date(until), forReply, reason }
}
