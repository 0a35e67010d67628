import type { Api } from '../parts.ts'

/** One line a request, with the route's pattern: real addresses hold tokens of links. */
export const addAccessLog = (app: Api): void => {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        user: request.viewer?.userId,
      },
      'request',
    )
  })
}
