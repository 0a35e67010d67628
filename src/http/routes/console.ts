import fastifyStatic from '@fastify/static'
import { Type } from 'typebox'
import type { Api } from '../parts.ts'
import { refused } from '../refused.ts'

/** The console's files; every other address of a page gets its index, which knows the way. */
export const consoleRoutes = async (app: Api, webRoot: string): Promise<void> => {
  await app.register(fastifyStatic, { root: webRoot, serve: false, cacheControl: false })
  app.get(
    '/*',
    {
      config: { right: 'public' },
      schema: { hide: true, querystring: Type.Object({}, { additionalProperties: true }) },
    },
    async (request, reply) => {
      const path = (request.params as { '*': string })['*']
      if (/^(api|health)(\/|$)/.test(path)) throw refused('not-found')
      if (!isFile(path)) return reply.header('cache-control', 'no-cache').sendFile('index.html')
      return reply.header('cache-control', cachingOf(path)).sendFile(path)
    },
  )
}

const isFile = (path: string): boolean => /\.[a-z0-9]{2,11}$/i.test(path)

/** The build names what is under assets/ by its content: it can never be stale. */
const cachingOf = (path: string): string =>
  path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
