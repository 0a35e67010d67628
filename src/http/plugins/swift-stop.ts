import type { Api } from '../parts.ts'

const GRACE_MS = 2_000

/** Browsers open sockets in advance and say nothing on them: a stop must not wait for those. */
export const addSwiftStop = (app: Api): void => {
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), GRACE_MS).unref()
  })
}
