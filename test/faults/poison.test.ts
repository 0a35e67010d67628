import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { importFile } from '../../src/commands/import.ts'
import { readerFolder } from '../../src/reader-files.ts'
import { createPostReader } from '../../src/reading/post-reader.ts'
import type { OwnServer } from '../../src/services/services.ts'
import { loadSettings } from '../../src/settings.ts'
import { type ApiClient, firstAdministrator } from '../support/api-client.ts'
import { ask } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { corpusPosts, postFolder } from '../support/post-files.ts'
import { flushAll, wholeRedis } from '../support/redis.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { typeBeside } from '../support/second-terminal.ts'

vi.setConfig({ testTimeout: 150_000 })

const POISONED_THREAD = new URL('./poisoned-thread.mjs', import.meta.url)
const KILLS = { id: 'racun-mati', text: 'Jl Salak rusak MATIKAN-PEMBACA tolong pak' }
const HANGS = { id: 'racun-gantung', text: 'Jl Salak rusak GANTUNG-PEMBACA tolong pak' }

let app: RunningApp
let admin: ApiClient
let redis: OwnServer
const files = postFolder()

beforeAll(async () => {
  redis = await wholeRedis()
  app = await startApp({
    more: { redisUrl: redis.url },
    readBy: ({ configurations, training }) =>
      createPostReader({
        current: configurations.current,
        models: training.models,
        readerFolder: readerFolder(loadSettings().checkout),
        entry: POISONED_THREAD,
      }),
  })
  admin = await firstAdministrator(app.url, app.setupLink)
})
afterAll(async () => {
  await app.stop()
  await redis.stop()
  files.remove()
})

const typeImport = async (name: string, posts: object[]) => {
  const path = files.writeJsonl(name, posts)
  const beside = { databaseUrl: app.databaseUrl, dataDir: app.settings.dataDir }
  const said = await typeBeside(beside, importFile, path, '--government', 'pemprov-bengkulu')
  expect(said.status, said.stderr).toBe(0)
}

const stages = async (): Promise<Record<string, number>> => {
  const rows = await ask<{ stage: string; n: number }>(
    app,
    'select stage, count(*)::int as n from posts where part_of is null group by 1',
  )
  return Object.fromEntries(rows.map(({ stage, n }) => [stage, n]))
}

test('posts that kill or hang their reader end before a person; their neighbours are read', async () => {
  const innocents = await corpusPosts(60)
  await typeImport('racun.jsonl', [...innocents.slice(0, 30), KILLS, HANGS, ...innocents.slice(30)])
  const ended = await eventually(
    stages,
    ({ received = 0, suspect = 0 }) => received + suspect === 0,
    120_000,
  )
  expect(ended).toEqual({ read: 60, quarantined: 2 })
  const poison = await ask(
    app,
    `select external_id, attempts, outcome, case_id from posts where stage = 'quarantined' order by 1`,
  )
  const gone = { attempts: 4, outcome: null, case_id: null }
  expect(poison).toEqual([
    { external_id: HANGS.id, ...gone },
    { external_id: KILLS.id, ...gone },
  ])
})

test('the ledger shows them with the reason, for somebody to look at', async () => {
  const { body } = await admin.get<{ items: { text: string; because: string[] }[] }>(
    '/ledger?outcome=quarantined&limit=10',
  )
  expect(body.items.map(({ text }) => text).sort()).toEqual([HANGS.text, KILLS.text])
  for (const { because } of body.items)
    expect(because).toEqual([
      'Kiriman ini berulang kali menghentikan pembaca otomatis; perlu dilihat petugas.',
    ])
})

test('a queue that is emptied in the middle loses nothing', async () => {
  const posts = (await corpusPosts(320)).map((post) => ({ ...post, id: `lagi-${post.id}` }))
  await typeImport('banyak.jsonl', posts)
  await eventually(stages, ({ read = 0 }) => read > 60, 60_000)
  const { received = 0 } = await stages()
  await flushAll(redis)
  expect(received, 'nothing was waiting any more').toBeGreaterThan(0)
  // What was told to the queue a minute ago is told again; here a minute is over sooner. Who is
  // being read this very moment is locked, and needs no telling.
  await ask(
    app,
    `update posts set queued_at = now() - interval '2 minutes' where id in
       (select id from posts where stage = 'received' for update skip locked)`,
  )
  const ended = await eventually(
    stages,
    ({ received: left = 0, suspect = 0 }) => left + suspect === 0,
    90_000,
  )
  expect(ended).toEqual({ read: 380, quarantined: 2 })
  const [{ n } = { n: -1 }] = await ask<{ n: number }>(
    app,
    `select (select count(*) from case_events where type in ('opened', 'post-joined'))
       - (select count(*) from posts where case_id is not null) as n`,
  )
  expect(Number(n)).toBe(0)
})
