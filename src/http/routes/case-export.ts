import { Readable } from 'node:stream'
import { exportQueue, tellExport } from '../../actions/export-queue.ts'
import { caseSheet } from '../case-sheet.ts'
import type { Api, HttpParts } from '../parts.ts'
import { mustHaveQueue } from '../queue-menu.ts'
import { found } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { CaseExportQuery } from '../schemas/case-list.ts'
import { TextFile } from '../schemas/parts.ts'

/** A queue as a file that opens in the office's spreadsheet, row by row. */
export const caseExportRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/cases.csv',
    {
      // HEAD would read the whole of it to say nothing.
      exposeHeadRoute: false,
      config: { right: 'case:export', rateLimit: { max: 20, timeWindow: 60_000 } },
      schema: {
        querystring: CaseExportQuery,
        produces: ['text/csv'],
        response: { 200: TextFile },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request)
      const { q, agency, sort = 'due', ...query } = request.query
      mustHaveQueue(viewer, query.queue)
      const configuration = found(await ports.configurations.current())
      await tellExport(ports, viewer, request.query)
      const cases = exportQueue(ports, viewer, { ...query, search: q, agencyId: agency, sort })
      const sheet = caseSheet(cases, configuration, viewer.governmentId)
      const day = ports.clock.now().toISOString().slice(0, 10)
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="kasus-${query.queue}-${day}.csv"`)
        .send(Readable.from(sheet))
    },
  )
}
