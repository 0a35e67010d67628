import { acceptOffer, returnOffer, withdrawOffer } from '../../actions/answer-offer.ts'
import { decideOffer } from '../../actions/decide-offer.ts'
import type { Right } from '../../core/roles.ts'
import type { Api, HttpParts } from '../parts.ts'
import { viewerOf } from '../request-viewer.ts'
import { CustodyChanged } from '../schemas/custody.ts'
import { AcceptBody, DecideBody, OfferBoxQuery, OfferList, ReturnBody } from '../schemas/offer.ts'
import { IdParams, Nothing } from '../schemas/parts.ts'
import { custodyChanged, offerShape } from '../views/custody.ts'
import { iso } from '../views/moments.ts'

const answering = <Body>(right: Right, body: Body) => ({
  config: { right },
  schema: { params: IdParams, body, response: { 200: CustodyChanged } },
})

/** Offers that came in, that were made, and that wait for the coordinators. */
export const offerRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/offers',
    {
      config: { right: 'case:transfer' },
      schema: { querystring: OfferBoxQuery, response: { 200: OfferList } },
    },
    async (request) => {
      const listed = await ports.custody.offers(viewerOf(request), request.query.box)
      return {
        items: listed.map(({ offer, firstPostAt, ...about }) => ({
          ...about,
          offer: offerShape(offer),
          firstPostAt: iso(firstPostAt),
        })),
      }
    },
  )

  api.post('/offers/:id/accept', answering('case:transfer', AcceptBody), async (request) => {
    const viewer = viewerOf(request)
    const { agencyId } = request.body
    return custodyChanged(viewer, await acceptOffer(ports, viewer, request.params.id, agencyId))
  })

  api.post('/offers/:id/return', answering('case:transfer', ReturnBody), async (request) => {
    const viewer = viewerOf(request)
    return custodyChanged(viewer, await returnOffer(ports, viewer, request.params.id, request.body))
  })

  api.post('/offers/:id/withdraw', answering('case:transfer', Nothing), async (request) => {
    const viewer = viewerOf(request)
    return custodyChanged(viewer, await withdrawOffer(ports, viewer, request.params.id))
  })

  api.post('/offers/:id/decide', answering('custody:decide', DecideBody), async (request) => {
    const viewer = viewerOf(request)
    return custodyChanged(viewer, await decideOffer(ports, viewer, request.params.id, request.body))
  })
}
