import type { FastifyRequest } from 'fastify'
import type { Api, HttpSettings } from '../parts.ts'
import { refused } from '../refused.ts'
import '../request-viewer.ts'

const READS = ['GET', 'HEAD', 'OPTIONS']

/**
 * A write from another site's page is refused. Browsers always say where a cross-site write comes
 * from; programs without a browser say nothing and carry nobody's cookie.
 */
export const addSameOrigin = (app: Api, settings: HttpSettings): void => {
  app.addHook('onRequest', async (request) => {
    if (READS.includes(request.method) || request.routeOptions.config.tokenIsProof) return
    if (!isOurs(request, settings)) throw refused('no-right', 'Permintaan dari situs lain ditolak.')
  })
}

const isOurs = ({ headers, host }: FastifyRequest, { publicUrl }: HttpSettings): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const { origin } = headers
  if (origin === undefined || origin === new URL(publicUrl).origin) return true
  // An office may open us by several names: the one in the address bar is the one that we were asked by.
  return URL.canParse(origin) && new URL(origin).host === host
}
