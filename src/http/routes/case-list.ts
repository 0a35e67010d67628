import type { Api, HttpParts } from '../parts.ts'
import { mustHaveQueue, QUEUE_LABELS, queuesOf } from '../queue-menu.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { CaseListPage, CaseListQuery, QueueCounts } from '../schemas/case-list.ts'
import { caseRow } from '../views/case.ts'

export const caseListRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/queues',
    { config: { right: 'case:read' }, schema: { response: { 200: QueueCounts } } },
    async (request) => {
      const viewer = viewerOf(request)
      const counts = await ports.cases.counts(viewer)
      return {
        queues: queuesOf(viewer).map((name) => ({
          name,
          label: QUEUE_LABELS[name],
          count: Math.min(counts[name], 1_000),
        })),
      }
    },
  )

  api.get(
    '/cases',
    {
      config: { right: 'case:read' },
      schema: { querystring: CaseListQuery, response: { 200: CaseListPage } },
    },
    async (request) => {
      const viewer = viewerOf(request)
      const { q, agency, sort = 'due', limit = 50, ...query } = request.query
      mustHaveQueue(viewer, query.queue)
      const filter = { ...query, search: q, agencyId: agency, sort, limit }
      const page = granted(await ports.cases.list(viewer, filter))
      return { items: page.items.map((item) => caseRow(item, viewer)), next: page.next }
    },
  )
}
