import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bringUpServices } from '../../src/services/bring-up.ts'
import { askPostgres } from '../../src/services/postgres/ask-postgres.ts'
import { readRunning, removeRunning, writeRunning } from '../../src/services/running.ts'
import { loadSettings, type Settings } from '../../src/settings.ts'
import { quietLog } from '../support/run-log.ts'
import { newDataFolder, processesOf, removeFolder } from './program.ts'

vi.setConfig({ testTimeout: 120_000 })

let settings: Settings

beforeEach(() => {
  const { databaseUrl, redisUrl, queueBackend, ...given } = loadSettings()
  settings = { ...given, dataDir: newDataFolder() }
})

afterEach(() => removeFolder(settings.dataDir))

const answers = (url: string) => askPostgres(url, (db) => db.query('SELECT 1')).then(() => true)

test('a command in a second shell uses the same services, and whoever leaves last stops them', async () => {
  const [program, command] = await Promise.all([
    bringUpServices(settings, quietLog),
    bringUpServices(settings, quietLog),
  ])
  expect(command.databaseUrl).toBe(program.databaseUrl)
  expect(command.queue).toEqual(program.queue)
  await command.release()
  expect(await answers(program.databaseUrl)).toBe(true)
  await program.release()
  expect(processesOf(settings.dataDir)).toEqual([])
})

test('what was stored is there again at the next start', async () => {
  const first = await bringUpServices(settings, quietLog)
  await askPostgres(first.databaseUrl, (db) => db.query('CREATE TABLE kept AS SELECT 42 AS it'))
  await first.release()
  const second = await bringUpServices(settings, quietLog)
  const kept = await askPostgres(second.databaseUrl, (db) => db.query('SELECT it FROM kept'))
  expect(kept.rows).toEqual([{ it: 42 }])
  await second.release()
})

test('our own database counts in UTC, knows every letter and listens on this machine only', async () => {
  const { databaseUrl, release } = await bringUpServices(settings, quietLog)
  const { rows } = await askPostgres(databaseUrl, (db) =>
    db.query(`SELECT current_setting('timezone') AS zone, current_setting('server_encoding') AS letters,
                     current_setting('listen_addresses') AS addresses`),
  )
  expect(rows).toEqual([{ zone: 'UTC', letters: 'UTF8', addresses: '127.0.0.1' }])
  const wrong = new URL(databaseUrl)
  wrong.password = 'tebakan'
  await expect(answers(wrong.href)).rejects.toThrow('password authentication failed')
  await release()
})

test('the command line finds a running installation, and no longer once it has ended', () => {
  const queue = { kind: 'redis' as const, url: 'redis://127.0.0.1:1' }
  const services = { databaseUrl: 'postgres://x', queue, described: [], release: async () => {} }
  expect(readRunning(settings)).toBeUndefined()
  writeRunning(settings, services, { address: 'http://127.0.0.1:3000' })
  expect(readRunning(settings)).toMatchObject({ databaseUrl: 'postgres://x', queue })
  removeRunning(settings)
  expect(readRunning(settings)).toBeUndefined()
})
