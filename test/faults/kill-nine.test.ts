import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { importFile } from '../../src/commands/import.ts'
import { layGround } from '../../src/compose-ports.ts'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import { freePort } from '../../src/services/free-port.ts'
import { isAlive, isGone } from '../../src/services/process-mark.ts'
import { loadSettings } from '../../src/settings.ts'
import { newDataFolder, removeFolder } from '../services/program.ts'
import { ask, type FreshDatabase, freshDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { corpusPosts, postFolder } from '../support/post-files.ts'
import { freshRedis } from '../support/redis.ts'
import { typeBeside } from '../support/second-terminal.ts'

vi.setConfig({ testTimeout: 240_000 })

const PROGRAM = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const WAITING = `posts where stage in ('received', 'suspect')`

interface Program {
  pid: number
  exit: Promise<number | null>
}

const dataDir = newDataFolder()
const files = postFolder()
let database: FreshDatabase
let env: Record<string, string>
let program: Program
let path: string
const pids: number[] = []

/** The program itself, as `npm run dev` runs it, on the services of this test run. */
const start = async (): Promise<Program> => {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, PORT: String(port) },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await eventually(
    async () => said,
    (text) => text.includes('Ctrl-C') || child.exitCode !== null,
    90_000,
  )
  if (child.exitCode !== null) throw new Error(said)
  pids.push(child.pid as number)
  return { pid: child.pid as number, exit }
}

const workerPid = async (): Promise<number> => {
  const pid = await eventually(
    async () => JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')).workerPid as number,
    (found) => found !== undefined && isAlive(found),
    60_000,
  )
  if (!pids.includes(pid)) pids.push(pid)
  return pid
}

const number = async (question: string): Promise<number> =>
  (
    await ask<{ n: number }>(
      { databaseUrl: database.url },
      `select count(*)::int as n from ${question}`,
    )
  )[0]?.n ?? -1

const typeImport = async () => {
  const beside = { databaseUrl: database.url, dataDir }
  const said = await typeBeside(beside, importFile, path, '--government', 'pemprov-bengkulu')
  expect(said.status, said.stderr).toBe(0)
  return JSON.parse(said.stdout)
}

/** Processes that were given our data folder, whoever started them. */
const ours = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`TANGGAP_DATA=${dataDir}\0`)
      } catch {
        return false
      }
    })

/** 600 posts, and forty of them once more in the same words by somebody else. */
const posts = async () => {
  const first = await corpusPosts(600)
  const copies = first
    .filter((_post, at) => at % 15 === 0)
    .map((post) => ({ ...post, id: `salinan-${post.id}`, author: `tetangga-${post.author}` }))
  return [...first, ...copies]
}

beforeAll(async () => {
  database = await freshDatabase()
  env = {
    PATH: loadSettings().searchPath.join(':'),
    HOME: dataDir,
    TANGGAP_DATA: dataDir,
    DATABASE_URL: database.url,
    REDIS_URL: (await freshRedis()).url,
  }
  path = files.writeJsonl('laporan.jsonl', await posts())
  // Without the sample: only what is imported shall be there.
  const ground = layGround(database.url, { secretKey: 'tidak dipakai' })
  const { configuration } = await loadConfiguration(loadSettings().configDir)
  const governments = configuration.governments.map((each) => ({ ...each, sources: [] }))
  await ground.ports.configurations.apply({ ...configuration, governments }, 'uji')
  await ground.close()
  program = await start()
})

afterAll(async () => {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
  await database.drop()
  files.remove()
  removeFolder(dataDir)
})

test('a worker that is killed in the middle of an import is replaced', async () => {
  const worker = await workerPid()
  const importing = typeImport()
  await eventually(
    () => number(`posts where stage = 'read'`),
    (read) => read > 0,
    60_000,
  )
  process.kill(worker, 'SIGKILL')
  expect(await number(WAITING), 'all was read before the kill').toBeGreaterThan(0)
  expect(await importing).toMatchObject({ read: 640, stored: 640 })
  const before = await number(`posts where stage = 'read'`)
  await eventually(
    () => number(`posts where stage = 'read'`),
    (read) => read > before,
    90_000,
  )
})

test('everything is killed, and the next start goes on where it was', async () => {
  const worker = await workerPid()
  expect(await number(WAITING), 'nothing was left to do').toBeGreaterThan(0)
  for (const pid of [program.pid, worker]) process.kill(pid, 'SIGKILL')
  await program.exit
  expect(await isGone(worker, 10_000)).toBe(true)
  program = await start()
  expect(await typeImport()).toMatchObject({ stored: 0, duplicates: 640 })
  await eventually(
    () => number(WAITING),
    (left) => left === 0,
    120_000,
  )
})

test('all 640 are there, each in one case or with one stated outcome', async () => {
  expect(await number('posts where part_of is null')).toBe(640)
  expect(
    await number(`posts where part_of is null and stage = 'read' and cardinality(because) > 0`),
  ).toBe(640)
  expect(await number(`posts where (outcome = 'case') <> (case_id is not null)`)).toBe(0)
  expect(await number('posts where lease_token is not null')).toBe(0)
})

test('no case was opened twice, and none counts a post twice', async () => {
  const told = `case_events where type in ('opened', 'post-joined')`
  expect(await number(told)).toBe(await number('posts where case_id is not null'))
  expect(await number(`case_events where type = 'opened'`)).toBe(await number('cases'))
  const wrong = `cases c where post_count <> (select count(*) from posts where case_id = c.id)
    or author_count <> (select count(*) from case_authors where case_id = c.id)`
  expect(await number(wrong)).toBe(0)
  // The same words by a neighbour ended where the first ones did.
  const apart = `posts copy join posts first on 'salinan-' || first.external_id = copy.external_id
    where copy.case_id is distinct from first.case_id or copy.outcome <> first.outcome`
  expect(await number(apart)).toBe(0)
  expect(
    await number(`posts where external_id like 'salinan-%' and case_id is not null`),
  ).toBeGreaterThan(0)
})

test('Ctrl-C ends it cleanly and leaves no process', async () => {
  process.kill(program.pid, 'SIGINT')
  expect(await program.exit).toBe(0)
  expect(ours()).toEqual([])
  expect(pids.filter(isAlive)).toEqual([])
})
