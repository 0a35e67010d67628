import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { LedgerPage, LedgerQuery } from '../schemas/post.ts'
import { ledgerEntry } from '../views/post.ts'

/** The silence ledger: every post that became no case, and why. */
export const ledgerRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/ledger',
    {
      config: { right: 'ledger:read' },
      schema: { querystring: LedgerQuery, response: { 200: LedgerPage } },
    },
    async (request) => {
      const { limit = 50, ...filter } = request.query
      const page = granted(await ports.posts.ledger(viewerOf(request), { ...filter, limit }))
      return { items: page.items.map(ledgerEntry), next: page.next }
    },
  )
}
