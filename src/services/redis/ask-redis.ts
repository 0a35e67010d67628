import { Redis } from 'ioredis'

/** Speaks with a Redis on a connection of its own: one attempt, a deadline, no endless retries. */
export async function askRedis<T>(url: string, ask: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 5_000,
    commandTimeout: 5_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  // The reason of a failed connection comes by this event only; connect() says "closed".
  let reason: Error | undefined
  redis.on('error', (error: Error) => {
    reason ??= error
  })
  try {
    await redis.connect()
    return await ask(redis)
  } catch (error) {
    throw reason ?? error
  } finally {
    redis.disconnect()
  }
}
