import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bringUpServices } from '../../src/services/bring-up.ts'
import { askPostgres } from '../../src/services/postgres/ask-postgres.ts'
import { findServiceHome } from '../../src/services/service-home.ts'
import { findServiceUser } from '../../src/services/service-user.ts'
import { loadSettings } from '../../src/settings.ts'
import { quietLog } from '../support/run-log.ts'
import { newDataFolder, removeFolder } from './program.ts'

vi.setConfig({ testTimeout: 120_000 })

/** Only root has to lend Postgres another user; as anybody else the folder is simply our own. */
const asRoot = process.getuid?.() === 0

let closed: string
let made: string[]

beforeEach(() => {
  closed = newDataFolder()
  chmodSync(closed, 0o700)
  made = []
})

afterEach(() => {
  removeFolder(closed)
  for (const folder of made) removeFolder(folder)
})

const homeOf = async (dataDir: string) => {
  mkdirSync(dataDir, { recursive: true })
  const user = await findServiceUser(dataDir, () => undefined, quietLog)
  const home = await findServiceHome(dataDir, user)
  if (home.startsWith('/var/lib/tanggap/')) made.push(home)
  return home
}

test('in a checkout that only its owner can read, everything comes up all the same', async () => {
  const { databaseUrl, redisUrl, queueBackend, ...settings } = loadSettings()
  const dataDir = join(closed, '.data')
  const services = await bringUpServices({ ...settings, dataDir }, quietLog)
  const answer = await askPostgres(services.databaseUrl, (db) => db.query('SELECT 1 AS it'))
  expect(answer.rows).toEqual([{ it: 1 }])
  await services.release()
  const note = join(dataDir, 'system-folder')
  expect(existsSync(note)).toBe(asRoot)
  if (asRoot) made.push(readFileSync(note, 'utf8'))
})

test('a closed folder finds its data again, also after it was moved', async () => {
  const home = await homeOf(join(closed, 'a'))
  expect(await homeOf(join(closed, 'a'))).toBe(home)
  renameSync(join(closed, 'a'), join(closed, 'b'))
  expect(await homeOf(join(closed, 'b'))).toBe(asRoot ? home : join(closed, 'b'))
})

test('a copied folder gets data of its own, and so does one that was deleted and made again', async () => {
  const home = await homeOf(join(closed, 'a'))
  cpSync(join(closed, 'a'), join(closed, 'b'), { recursive: true })
  expect(await homeOf(join(closed, 'b'))).not.toBe(home)
  rmSync(join(closed, 'a'), { recursive: true })
  const again = await homeOf(join(closed, 'a'))
  expect(again === home).toBe(!asRoot)
})
