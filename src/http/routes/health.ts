import type { Api, HttpParts } from '../parts.ts'
import { Live, Ready } from '../schemas/health.ts'

/** Live: the loop turns. Ready: we can do work; each part says so or why not. */
export const healthRoutes = (app: Api, { ports }: HttpParts): void => {
  const config = { right: 'public' } as const

  app.get('/health/live', { config, schema: { response: { 200: Live } } }, async () => ({
    ok: true,
  }))

  app.get(
    '/health/ready',
    { config, schema: { response: { 200: Ready, 503: Ready } } },
    async (_request, reply) => {
      const { ok, parts } = await ports.health.ready()
      return reply.code(ok ? 200 : 503).send({ ok, parts })
    },
  )
}
