import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { postgresFault } from '../../src/services/postgres/check-postgres.ts'
import { checkRedis, newEnough } from '../../src/services/redis/check-redis.ts'

const good = {
  number: 150018,
  version: '15.18',
  encoding: 'UTF8',
  standby: false,
  role: 'tanggap',
  database: 'tanggap',
  createInDatabase: true,
  createInSchema: true,
}

test('Postgres 15 is new enough', () => {
  expect(postgresFault(good)).toBeUndefined()
})

test('Postgres 14 is too old, and the sentence says what is needed', () => {
  expect(postgresFault({ ...good, number: 140012, version: '14.12' })).toBe(
    'Postgres di DATABASE_URL terlalu lama (14.12): Tanggap memerlukan Postgres 15 atau lebih baru.',
  )
})

test('a standby that can only be read is refused', () => {
  expect(postgresFault({ ...good, standby: true })).toContain('hanya bisa dibaca')
})

test.each([
  ['6.0.16', false],
  ['6.2.0', true],
  ['7.0.15', true],
  ['10.1.0', true],
  ['5.9.9', false],
])('Redis %s is new enough: %s', (version, enough) => {
  expect(newEnough(version)).toBe(enough)
})

test('a Redis that is too old is refused with the version that is needed', async () => {
  const info = 'redis_version:6.0.16\r\nmaxmemory_policy:noeviction\r\nrole:master\r\nloading:0\r\n'
  const server = createServer((socket) => {
    socket.on('data', (asked) => {
      const commands = asked.toString().match(/\*\d+\r\n/g) ?? []
      for (const _ of commands) socket.write(`$${info.length}\r\n${info}\r\n`)
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  await expect(checkRedis(`redis://127.0.0.1:${port}`)).rejects.toThrow(
    'Redis di REDIS_URL terlalu lama (6.0.16)',
  )
  server.close()
})
