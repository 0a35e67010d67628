import { hasRight } from '../../core/roles.ts'
import type { Api, HttpParts } from '../parts.ts'
import { refused } from '../refused.ts'
import '../request-viewer.ts'

/** Deny by default: a route that names no right stops the boot, one that does is checked here. */
export const addRights = (app: Api, { ports }: HttpParts): void => {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.right) throw new Error(`Route ${method} ${url} does not say which right it needs`)
  })
  app.addHook('onRequest', async (request) => {
    const right = request.routeOptions.config.right
    if (request.is404 || right === 'public') return
    const session = request.sessionToken && (await ports.sessions.viewer(request.sessionToken))
    if (!session) throw refused('not-signed-in')
    request.viewer = session.viewer
    if (!right || !hasRight(session.viewer.roles, right)) throw refused('no-right')
  })
}
