import type { Logger } from 'pino'
import { isAlive } from './process-mark.ts'
import type { OwnServer } from './services.ts'

/** Our own servers have nobody else to restart them: a dead one comes back on the same port. */
export function keepAlive(servers: OwnServer[], log: Logger): () => Promise<void> {
  const pids = new Map(servers.map((server) => [server, server.pid]))
  let round: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    round = round.then(() => lookAfter(pids, log))
  }, 2_000)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await round
  }
}

async function lookAfter(pids: Map<OwnServer, number>, log: Logger): Promise<void> {
  for (const [server, pid] of pids) {
    if (isAlive(pid)) continue
    log.error({ server: server.described }, 'a service died, starting it again')
    try {
      pids.set(server, await server.revive())
    } catch (error) {
      log.error({ err: error, server: server.described }, 'the service does not come back yet')
    }
  }
}
