import type { FastifyRequest } from 'fastify'
import type { Acting } from '../../core/audit.ts'
import type { Api, HttpParts } from '../parts.ts'
import '../request-viewer.ts'

/**
 * What a request writes into the account is said to be done by its viewer. After the body was
 * read: what reads a body forgets who asked.
 */
export const addActing = (app: Api, { ports }: HttpParts): void => {
  app.addHook('preHandler', (request, _reply, done) => ports.audit.as(actingOf(request), done))
}

const actingOf = ({ viewer, id, routeOptions }: FastifyRequest): Acting => ({
  actor: viewer && { userId: viewer.userId, name: viewer.name },
  via: routeOptions.config.byLink ? 'link' : 'console',
  requestId: id,
})
