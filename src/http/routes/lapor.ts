import { laporForm, recordLaporNumber, sentToLapor } from '../../actions/copy-to-lapor.ts'
import { importLapor } from '../../actions/import-lapor.ts'
import { caseWrite, seenCase } from '../case-write.ts'
import { csvLine } from '../csv.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { VersionBody } from '../schemas/case-action.ts'
import { CustodyChanged } from '../schemas/custody.ts'
import {
  LaporFormShape,
  LaporImportBody,
  LaporImported,
  LaporNumberBody,
} from '../schemas/lapor.ts'
import { IdParams, TextFile } from '../schemas/parts.ts'
import { custodyChanged } from '../views/custody.ts'

const MOST_BYTES = 6 * 1024 * 1024
const ANSWER = { response: { 200: CustodyChanged } }

/** To SP4N-LAPOR! and back without its API: nobody types a complaint twice. */
export const laporRoutes = (api: Api, { ports }: HttpParts): void => {
  api.get(
    '/cases/:id/lapor',
    {
      config: { right: 'case:export' },
      schema: { params: IdParams, response: { 200: LaporFormShape } },
    },
    async (request) => {
      const form = granted(await laporForm(ports, viewerOf(request), request.params.id))
      const { code, columns, cells, text } = form
      return { code, columns: [...columns], cells, text }
    },
  )

  api.get(
    '/cases/:id/lapor.csv',
    {
      config: { right: 'case:export' },
      schema: { params: IdParams, produces: ['text/csv'], response: { 200: TextFile } },
    },
    async (request, reply) => {
      const form = granted(await laporForm(ports, viewerOf(request), request.params.id))
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="lapor-${form.code}.csv"`)
        .send(`\uFEFF${csvLine(form.columns)}${csvLine(form.cells)}`)
    },
  )

  const sentRoute = caseWrite('case:transfer', VersionBody)
  api.post(
    '/cases/:id/lapor/sent',
    { ...sentRoute, schema: { ...sentRoute.schema, ...ANSWER } },
    async (request) => {
      const viewer = viewerOf(request)
      return custodyChanged(viewer, await sentToLapor(ports, viewer, seenCase(request)))
    },
  )

  const numberRoute = caseWrite('case:transfer', LaporNumberBody)
  api.post(
    '/cases/:id/lapor/number',
    { ...numberRoute, schema: { ...numberRoute.schema, ...ANSWER } },
    async (request) => {
      const viewer = viewerOf(request)
      const { trackingId } = request.body
      return custodyChanged(
        viewer,
        await recordLaporNumber(ports, viewer, seenCase(request), trackingId),
      )
    },
  )

  api.post(
    '/lapor/import',
    {
      bodyLimit: MOST_BYTES,
      config: { right: 'case:triage', rateLimit: { max: 10, timeWindow: 60_000 } },
      schema: { body: LaporImportBody, response: { 200: LaporImported } },
    },
    async (request) => {
      const { governmentId } = viewerOf(request)
      const { kind: _kind, ...told } = granted(
        await importLapor(ports, governmentId, request.body.file),
      )
      return told
    },
  )
}
