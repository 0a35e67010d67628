import rateLimit from '@fastify/rate-limit'
import type { Api } from '../parts.ts'
import { refused } from '../refused.ts'

const MINUTE = 60_000
/** A whole office often stands behind one address. */
const PER_ADDRESS = 6_000
/** Links and sign-ins of one address: an office at eight in the morning, not a guesser. */
export const GUESSING_LIMIT = { rateLimit: { max: 60, timeWindow: MINUTE } }

/** Counted in this process: a limit that needs Redis would fall with it. */
export const addRateLimits = async (app: Api): Promise<void> => {
  await app.register(rateLimit, {
    global: false,
    ipv6Subnet: 64,
    cache: 20_000,
    errorResponseBuilder: () => refused('too-many-attempts'),
  })
  const check = app.createRateLimit({ max: PER_ADDRESS, timeWindow: MINUTE })
  // A hook of the root, so that a flood is turned away before its session is looked up.
  app.addHook('onRequest', async (request, reply) => {
    const counted = await check(request)
    if (counted.isAllowed || !counted.isExceeded) return
    reply.header('retry-after', counted.ttlInSeconds)
    throw refused('too-many-attempts')
  })
}
