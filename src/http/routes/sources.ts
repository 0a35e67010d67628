import { addSource, changeSource, removeSource } from '../../actions/manage-sources.ts'
import type { Api, HttpParts } from '../parts.ts'
import { granted } from '../refused.ts'
import { viewerOf } from '../request-viewer.ts'
import { IdParams, Nobody } from '../schemas/parts.ts'
import { SourceBody, SourceList, SourcePatch, SourceSaved } from '../schemas/source.ts'
import { sourceShape } from '../views/source.ts'

/** Secrets go in and never come out. */
export const sourceRoutes = (api: Api, { ports, connectors }: HttpParts): void => {
  const config = { right: 'source:manage' } as const

  api.get(
    '/sources',
    { config: { right: 'source:read' }, schema: { response: { 200: SourceList } } },
    async (request) => ({
      items: (await ports.sources.list(viewerOf(request).governmentId)).map(sourceShape),
    }),
  )

  api.post(
    '/sources',
    { config, schema: { body: SourceBody, response: { 201: SourceSaved } } },
    async (request, reply) => {
      const { governmentId } = viewerOf(request)
      const asked = { secrets: {}, ...request.body, governmentId }
      const { source } = granted(await addSource(ports, connectors, asked))
      return reply.code(201).send({ source: sourceShape(source) })
    },
  )

  api.patch(
    '/sources/:id',
    { config, schema: { params: IdParams, body: SourcePatch, response: { 200: SourceSaved } } },
    async (request) => {
      const { governmentId } = viewerOf(request)
      const { id } = request.params
      const result = await changeSource(ports, connectors, governmentId, id, request.body)
      return { source: sourceShape(granted(result).source) }
    },
  )

  api.delete(
    '/sources/:id',
    { config, schema: { params: IdParams, response: { 204: Nobody } } },
    async (request, reply) => {
      granted(await removeSource(ports, viewerOf(request).governmentId, request.params.id))
      return reply.code(204).send()
    },
  )
}
