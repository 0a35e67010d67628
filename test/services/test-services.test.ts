import { expect, test, vi } from 'vitest'
import { askPostgres } from '../../src/services/postgres/ask-postgres.ts'
import { askRedis } from '../../src/services/redis/ask-redis.ts'
import { freshDatabase } from '../support/database.ts'
import { freshRedis, wholeRedis } from '../support/redis.ts'

vi.setConfig({ testTimeout: 120_000 })

test('each test gets a database of its own that is empty and migrated', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()])
  expect(one.url).not.toBe(two.url)
  await askPostgres(one.url, (db) => db.query('CREATE TABLE mine (id int)'))
  const seen = await askPostgres(two.url, (db) => db.query("SELECT to_regclass('mine') AS mine"))
  expect(seen.rows[0].mine).toBeNull()
  await Promise.all([one.drop(), two.drop()])
})

test('each test gets an empty part of Redis of its own', async () => {
  const [one, two] = await Promise.all([freshRedis(), freshRedis()])
  await askRedis(one.url, (redis) => redis.set('mine', '1'))
  expect(await askRedis(two.url, (redis) => redis.get('mine'))).toBeNull()
})

test('a test may have a whole Redis to kill', async () => {
  const redis = await wholeRedis()
  process.kill(redis.pid, 'SIGKILL')
  await redis.revive()
  expect(await askRedis(redis.url, (it) => it.ping())).toBe('PONG')
  await redis.stop()
})
