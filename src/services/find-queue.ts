import { join } from 'node:path'
import { checkRedis, whereIs } from './redis/check-redis.ts'
import { findRedis, type RedisProgram } from './redis/find-redis.ts'
import { bringUpOwnRedis } from './redis/own-redis.ts'
import type { Queue } from './services.ts'

type FoundQueue = { queue: Queue; described: string }

import type { Surroundings } from './surroundings.ts'

/**
 * The given Redis, else a private one from PATH, else BullMQ's PostgreSQL backend. A given one that
 * does not answer is an error: going elsewhere would split the jobs over two stores.
 */
export async function findQueue(around: Surroundings, databaseUrl: string): Promise<FoundQueue> {
  const { redisUrl, queueBackend, searchPath } = around.settings
  if (redisUrl) return givenRedis(redisUrl)
  if (queueBackend) return onPostgres(databaseUrl, 'TANGGAP_QUEUE=postgres')
  const program = await findRedis(searchPath, around.user)
  if (!program) return onPostgres(databaseUrl, 'redis-server tidak terpasang')
  return privateRedis(around, program, databaseUrl)
}

async function givenRedis(url: string): Promise<FoundQueue> {
  const { version } = await checkRedis(url)
  const described = `Redis ${version} dari REDIS_URL (${whereIs(url)})`
  return { queue: { kind: 'redis', url }, described }
}

async function privateRedis(
  around: Surroundings,
  program: RedisProgram,
  databaseUrl: string,
): Promise<FoundQueue> {
  try {
    const tuning = around.options.redisTuning ?? []
    const own = await bringUpOwnRedis({ ...around, program, tuning })
    around.own.push(own)
    return { queue: { kind: 'redis', url: own.url }, described: own.described }
  } catch (error) {
    // Postgres is the truth and the queue is rebuilt from it, so this machine can still serve.
    around.log.error({ err: error }, 'the private Redis does not start, the queue runs on Postgres')
    const why = `redis-server tidak mau menyala, lihat ${join(around.home, 'redis', 'log')}`
    return onPostgres(databaseUrl, why)
  }
}

const onPostgres = (url: string, why: string): FoundQueue => ({
  queue: { kind: 'postgres', url },
  described: `di PostgreSQL (${why})`,
})
