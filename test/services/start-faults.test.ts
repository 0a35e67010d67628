import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { freePort } from '../../src/services/free-port.ts'
import { askPostgres } from '../../src/services/postgres/ask-postgres.ts'
import { emptyDatabase, type FreshDatabase } from '../support/database.ts'
import { wholeRedis } from '../support/redis.ts'
import { newDataFolder, processesOf, removeFolder, startProgram } from './program.ts'

vi.setConfig({ testTimeout: 120_000 })

let folder: string
let database: FreshDatabase

beforeEach(async () => {
  folder = newDataFolder()
  database = await emptyDatabase()
})

afterEach(async () => {
  removeFolder(folder)
  await database.drop()
})

/** The whole output of a start that must fail: one sentence, and nothing left over. */
async function refusal(env: Record<string, string>): Promise<string> {
  const program = await startProgram({ TANGGAP_DATA: folder, ...env })
  expect(await program.exit).toBe(1)
  expect(processesOf(folder)).toEqual([])
  const lines = program.output().trim().split('\n')
  expect(lines, 'one sentence, no stack').toHaveLength(1)
  return lines[0] ?? ''
}

const changed = (url: string, change: (it: URL) => void) => {
  const it = new URL(url)
  change(it)
  return it.href
}

test('a port in use is one sentence that names another port', async () => {
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  expect(await refusal({ PORT: String(port) })).toBe(
    `Port ${port} di 127.0.0.1 sudah dipakai program lain: hentikan program itu atau pilih port lain, misalnya PORT=${port + 1} npm start.`,
  )
  other.close()
})

test('a host that is not this machine is one sentence', async () => {
  expect(await refusal({ HOST: '203.0.113.9' })).toContain('HOST=203.0.113.9')
})

test('a DATABASE_URL that does not answer is an error, not a reason to look elsewhere', async () => {
  const port = await freePort()
  const said = await refusal({ DATABASE_URL: `postgres://a:rahasia@127.0.0.1:${port}/tanggap` })
  expect(said).toContain(`DATABASE_URL tidak menjawab di 127.0.0.1:${port}/tanggap (ECONNREFUSED)`)
  expect(said).not.toContain('rahasia')
})

test('a wrong password of the database is one sentence without the password', async () => {
  const url = changed(database.url, (it) => {
    it.password = 'rahasia-salah'
  })
  const said = await refusal({ DATABASE_URL: url })
  expect(said).toContain('menolak nama atau kata sandi: periksa DATABASE_URL')
  expect(said).not.toContain('rahasia-salah')
})

test('a database that was never made is one sentence', async () => {
  const url = changed(database.url, (it) => {
    it.pathname = '/tidak_ada'
  })
  expect(await refusal({ DATABASE_URL: url })).toContain('belum ada: buat dahulu')
})

test('a database role without CREATE is one sentence with the GRANT that mends it', async () => {
  const admin = inject('adminUrl')
  const name = new URL(database.url).pathname.slice(1)
  const role = `lemah_${name}`
  await askPostgres(admin, (db) => db.query(`CREATE ROLE ${role} LOGIN PASSWORD 'lemah'`))
  const url = changed(database.url, (it) => {
    it.username = role
    it.password = 'lemah'
  })
  expect(await refusal({ DATABASE_URL: url })).toContain(
    `GRANT CREATE ON DATABASE "${name}" TO "${role}"`,
  )
  await askPostgres(admin, (db) => db.query(`GRANT CREATE ON DATABASE ${name} TO ${role}`))
  expect(await refusal({ DATABASE_URL: url })).toContain(
    `GRANT CREATE ON SCHEMA public TO "${role}"`,
  )
  await askPostgres(admin, (db) =>
    db.query(`REVOKE ALL ON DATABASE ${name} FROM ${role}; DROP ROLE ${role}`),
  )
})

test('a database that cannot hold every letter is one sentence', async () => {
  const name = new URL(database.url).pathname.slice(1)
  await askPostgres(inject('adminUrl'), async (db) => {
    await db.query(`DROP DATABASE ${name}`)
    await db.query(`CREATE DATABASE ${name} ENCODING 'SQL_ASCII' TEMPLATE template0`)
  })
  expect(await refusal({ DATABASE_URL: database.url })).toContain('memakai encoding SQL_ASCII')
})

test('a REDIS_URL that does not answer is an error, not a reason to look elsewhere', async () => {
  const port = await freePort()
  const said = await refusal({
    DATABASE_URL: database.url,
    REDIS_URL: `redis://:rahasia@127.0.0.1:${port}`,
  })
  expect(said).toContain(`REDIS_URL tidak menjawab di 127.0.0.1:${port} (ECONNREFUSED)`)
  expect(said).not.toContain('rahasia')
})

test('a Redis that throws jobs away when it is full is one sentence', async () => {
  const redis = await wholeRedis(['maxmemory-policy allkeys-lru'])
  const said = await refusal({ DATABASE_URL: database.url, REDIS_URL: redis.url })
  expect(said).toContain('memakai maxmemory-policy allkeys-lru')
  expect(said).toContain('ubah menjadi noeviction')
  await redis.stop()
})

test('a wrong password of Redis is one sentence', async () => {
  const redis = await wholeRedis()
  const url = changed(redis.url, (it) => {
    it.password = 'salah'
  })
  expect(await refusal({ DATABASE_URL: database.url, REDIS_URL: url })).toContain(
    'menolak nama atau kata sandi: periksa REDIS_URL',
  )
  await redis.stop()
})

test('data of another Postgres is one sentence, and the data stays', async () => {
  mkdirSync(join(folder, 'postgres', 'data'), { recursive: true })
  writeFileSync(join(folder, 'postgres', 'data', 'PG_VERSION'), '13\n')
  expect(await refusal({})).toContain('dibuat oleh Postgres 13')
})

test('a data folder that cannot be written is one sentence', async () => {
  writeFileSync(join(folder, 'berkas'), '')
  expect(await refusal({ TANGGAP_DATA: join(folder, 'berkas', 'data') })).toContain(
    'isi TANGGAP_DATA dengan folder lain',
  )
})
