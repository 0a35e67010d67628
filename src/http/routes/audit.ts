import { createHash } from 'node:crypto'
import { exportAudit } from '../../actions/export-audit.ts'
import { headText } from '../../core/audit.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { AuditExportQuery, AuditPage, AuditQuery } from '../schemas/audit.ts'
import { Binary } from '../schemas/parts.ts'
import { auditLine } from '../views/audit.ts'
import { type ZippedFile, zipOf } from '../zip.ts'

const moments = ({ from, to }: { from?: string; to?: string }) => ({
  from: from ? new Date(from) : undefined,
  to: to ? new Date(to) : undefined,
})

/** Who did what to what, when, and what it was before and after: for the inspectorate. */
export const auditRoutes = (api: Api, { ports }: HttpParts): void => {
  const config = { right: 'audit:read' } as const

  api.get(
    '/audit',
    { config, schema: { querystring: AuditQuery, response: { 200: AuditPage } } },
    async (request) => {
      const { limit = 50, from, to, ...query } = request.query
      const filter = { ...query, ...moments({ ...(from && { from }), ...(to && { to }) }), limit }
      const page = granted(await ports.audit.list(viewerOf(request), filter))
      const { head, open } = await ports.audit.standing()
      const items = page.items.map(auditLine)
      return { items, next: page.next, head: head && headText(head), open }
    },
  )

  api.get(
    '/audit/export',
    {
      exposeHeadRoute: false,
      config: { ...config, rateLimit: { max: 10, timeWindow: 60_000 } },
      schema: {
        querystring: AuditExportQuery,
        produces: ['application/zip'],
        response: { 200: Binary },
      },
    },
    async (request, reply) => {
      const { from, to, ...query } = request.query
      const filter = { ...query, from: new Date(from), to: new Date(to) }
      const { entries } = granted(await exportAudit(ports, viewerOf(request), filter))
      const { head } = await ports.audit.standing()
      const lines = entries.map((entry) => `${JSON.stringify(auditLine(entry))}\n`)
      const chain = head ? `${headText(head)}\n` : 'belum ada segel\n'
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="audit-${from.slice(0, 10)}.zip"`)
        .send(
          withManifest([
            { name: 'audit.jsonl', text: lines.join('') },
            { name: 'ujung-rantai.txt', text: chain },
          ]),
        )
    },
  )
}

/** `sha256sum -c manifest.sha256` says whether a file is still what left the house. */
const withManifest = (files: ZippedFile[]): Buffer => {
  const sums = files.map(
    ({ name, text }) => `${createHash('sha256').update(text).digest('hex')}  ${name}\n`,
  )
  return zipOf([...files, { name: 'manifest.sha256', text: sums.join('') }])
}
