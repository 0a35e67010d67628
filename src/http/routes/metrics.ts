import type { FastifyRequest } from 'fastify'
import type { Api, HttpParts } from '../parts.ts'
import { refused } from '../refused.ts'
import { TextFile } from '../schemas/parts.ts'

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

/** Prometheus, from this machine unless the settings say otherwise. */
export const metricsRoutes = (
  app: Api,
  { settings }: HttpParts,
  read: () => Promise<string>,
): void => {
  app.get(
    '/metrics',
    {
      config: { right: 'public' },
      schema: { produces: ['text/plain'], response: { 200: TextFile } },
    },
    async (request, reply) => {
      if (settings.metricsFrom !== 'anywhere' && !isLocal(request)) throw refused('not-found')
      return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await read())
    },
  )
}

/** A proxy on this machine stands for the whole world, whether we trust it or not. */
const isLocal = ({ socket, headers }: FastifyRequest): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined
