import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { askRedis } from '../../src/services/redis/ask-redis.ts'
import { findRedis } from '../../src/services/redis/find-redis.ts'
import { bringUpOwnRedis } from '../../src/services/redis/own-redis.ts'
import { findServiceUser } from '../../src/services/service-user.ts'
import type { OwnServer } from '../../src/services/services.ts'
import { loadSettings } from '../../src/settings.ts'
import { withRedis } from './install-redis.ts'
import { quietLog } from './run-log.ts'

/** An empty database of its own on the run's Redis. Do not FLUSHALL it: others use the rest. */
export async function freshRedis(): Promise<{ url: string }> {
  const shared = inject('redisUrl')
  const number = await askRedis(shared, (redis) => redis.incr('tanggap-test:given'))
  const url = new URL(shared)
  // Database 0 keeps the counter.
  url.pathname = `/${1 + (number % 999)}`
  await askRedis(url.href, (redis) => redis.flushdb())
  return { url: url.href }
}

/** A whole Redis of its own, to be killed, filled or flushed. `tuning`: lines of redis.conf. */
export async function wholeRedis(tuning: string[] = []): Promise<OwnServer> {
  const { searchPath, checkout } = loadSettings()
  const cache = join(checkout, 'node_modules', '.cache', 'tanggap-test')
  const program = await findRedis(await withRedis(searchPath, cache))
  if (!program) throw new Error('no redis-server')
  const user = await findServiceUser('/nowhere', () => undefined, quietLog)
  const home = mkdtempSync(join(tmpdir(), 'tanggap-redis-'))
  // The lent user must be able to pass through.
  chmodSync(home, 0o711)
  const redis = await bringUpOwnRedis({ home, user, program, tuning, log: quietLog })
  const stop = async () => {
    await redis.stop()
    rmSync(home, { recursive: true, force: true })
  }
  return { ...redis, stop }
}

/** Takes everything out of a Redis of one's own. */
export const flushAll = ({ url }: Pick<OwnServer, 'url'>): Promise<unknown> =>
  askRedis(url, (redis) => redis.flushall())
