import { handOverCase } from '../../actions/hand-over-case.ts'
import { offerCase } from '../../actions/offer-case.ts'
import { viewCustody } from '../../actions/view-custody.ts'
import { openCaseTask } from '../../actions/work-tasks.ts'
import { caseWrite, seenCase } from '../case-write.ts'
import type { Api, HttpParts } from '../parts.ts'
import { found } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { CustodyChanged, CustodyShape } from '../schemas/custody.ts'
import { HandOverBody } from '../schemas/hand-over.ts'
import { OfferBody } from '../schemas/offer.ts'
import { IdParams } from '../schemas/parts.ts'
import { TaskBody } from '../schemas/task.ts'
import { custodyChanged, handOverShape, offerShape, taskShape } from '../views/custody.ts'
import { iso } from '../views/moments.ts'

const ANSWER = { response: { 200: CustodyChanged } }

/** Whom a case is offered, who helps with it, and who outside has it. */
export const caseCustodyRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/cases/:id/custody',
    {
      config: { right: 'case:read' },
      schema: { params: IdParams, response: { 200: CustodyShape } },
    },
    async (request) => {
      const view = found(await viewCustody(ports, viewerOf(request), request.params.id))
      return {
        offers: view.offers.map(offerShape),
        tasks: view.tasks.map(({ it, dueAt, late }) => taskShape(it, dueAt, late)),
        handOvers: view.handOvers.map((it) => handOverShape(it, view.nextCheckAt)),
        linked: view.linked.map(({ lastAnswer, ...status }) => ({
          ...status,
          lastAnswer: lastAnswer && { ...lastAnswer, at: iso(lastAnswer.at) },
        })),
        cameFrom: view.cameFrom,
        trackingIds: view.trackingIds,
      }
    },
  )

  const offerRoute = caseWrite('case:transfer', OfferBody)
  api.post(
    '/cases/:id/offer',
    { ...offerRoute, schema: { ...offerRoute.schema, ...ANSWER } },
    async (request) => {
      const viewer = viewerOf(request)
      const { to, reason, text, proposedOwner } = request.body
      const wish = { to, reason, text, proposedOwner }
      return custodyChanged(viewer, await offerCase(ports, viewer, seenCase(request), wish))
    },
  )

  const handOverRoute = caseWrite('case:transfer', HandOverBody)
  api.post(
    '/cases/:id/hand-over',
    { ...handOverRoute, schema: { ...handOverRoute.schema, ...ANSWER } },
    async (request) => {
      const viewer = viewerOf(request)
      const { version: _seen, nextCheckAt, calledFirst = null, ...said } = request.body
      const next = nextCheckAt ? new Date(nextCheckAt) : null
      const wish = { ...said, calledFirst, nextCheckAt: next }
      return custodyChanged(viewer, await handOverCase(ports, viewer, seenCase(request), wish))
    },
  )

  const taskRoute = caseWrite('case:work', TaskBody)
  api.post(
    '/cases/:id/tasks',
    { ...taskRoute, schema: { ...taskRoute.schema, ...ANSWER } },
    async (request) => {
      const viewer = viewerOf(request)
      const { kind, agencyId, assigneeId = null, title, target } = request.body
      const wish = { kind, agencyId, assigneeId, title, target }
      return custodyChanged(viewer, await openCaseTask(ports, viewer, seenCase(request), wish))
    },
  )
}
