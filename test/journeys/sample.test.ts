import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { config } from '../../src/commands/config.ts'
import { sample } from '../../src/commands/sample.ts'
import { type ApiClient, firstAdministrator, newcomer } from '../support/api-client.ts'
import { ask } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { letPass } from '../support/let-pass.ts'
import { PEOPLE, pasteCase } from '../support/pastes.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { typeBeside } from '../support/second-terminal.ts'

vi.setConfig({ testTimeout: 120_000 })

interface Row {
  id: string
  sample: boolean
  version: number
}

let app: RunningApp
let admin: ApiClient
let officer: ApiClient
let outside: Server
let calls = 0

beforeAll(async () => {
  outside = createServer((_request, response) => {
    calls += 1
    response.end()
  }).listen(0, '127.0.0.1')
  app = await startApp({ sample: true, more: { allowPrivate: ['127.0.0.1'] } })
  admin = await firstAdministrator(app.url, app.setupLink)
  officer = await newcomer(app.url, admin, { username: 'petugas.pu', ...PEOPLE.road })
  const { port } = outside.address() as AddressInfo
  await admin.post('/channels', {
    kind: 'webhook',
    name: 'Piket',
    enabled: true,
    agencyId: null,
    settings: { url: `http://127.0.0.1:${port}/` },
  })
})
afterAll(async () => {
  await app.stop()
  outside.close()
})

const number = async (question: string): Promise<number> =>
  (await ask<{ n: number }>(app, `select count(*)::int as n from ${question}`))[0]?.n ?? -1

const casesOf = async (person: ApiClient, queue: string): Promise<Row[]> =>
  (await person.get<{ items: Row[] }>(`/cases?queue=${queue}&sort=newest&limit=100`)).body.items

/** The show lasts ten minutes; as if it had begun twenty minutes ago. */
const showTheRest = () =>
  ask(
    app,
    `update sources set next_poll_at = now(),
       cursor = jsonb_set(cursor, '{anchor}', to_jsonb(now() - interval '20 minutes'))
     where connector = 'sample'`,
  )

const allRead = (atLeast: number) =>
  eventually(
    async () => [
      await number('posts where sample'),
      await number(`posts where stage in ('received', 'suspect')`),
    ],
    ([stored = 0, unread]) => stored >= atLeast && unread === 0,
    90_000,
  )

test('a newcomer sees the first posts at once, and the rest as the show goes on', async () => {
  await allRead(60)
  await showTheRest()
  await allRead(300)
  expect((await casesOf(officer, 'agency')).length).toBeGreaterThan(5)
})

test('they are marked as a sample in the list, in the case and in the file', async () => {
  const seen = await casesOf(admin, 'all')
  expect(seen.length).toBeGreaterThan(20)
  expect(seen.filter((row) => !row.sample)).toEqual([])
  const { body } = await admin.get<{ case: Row; posts: { sample: boolean }[] }>(
    `/cases/${seen[0]?.id}`,
  )
  expect(body.case.sample).toBe(true)
  expect(body.posts.every((post) => post.sample)).toBe(true)

  const [heading = '', ...lines] = (await admin.get('/cases.csv?queue=all')).text
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
  const column = heading.split(',').indexOf('Contoh') - heading.split(',').length
  expect(lines.map((line) => line.split(',').at(column)).filter((cell) => cell !== 'ya')).toEqual(
    [],
  )
})

test('they count for nothing in the figures of the installation', async () => {
  const text = await (await fetch(`${app.url}/metrics`)).text()
  expect(text).toContain('tanggap_oldest_unread_seconds')
  expect(text).not.toMatch(/^tanggap_posts\{/m)
})

test('danger in the sample rings in the console and nowhere else', async () => {
  const { body } = await admin.get<{ items: { sample: boolean }[] }>('/alerts?open=true')
  expect(body.items.length).toBeGreaterThan(0)
  expect(body.items.every((alert) => alert.sample)).toBe(true)
  expect(await number('deliveries')).toBe(0)
  expect(calls).toBe(0)
})

test('a sample never escalates, however late', async () => {
  const open = await ask<{ id: string }>(app, 'select id from cases where is_open')
  await letPass(
    app,
    open.map(({ id }) => id),
  )
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect(await number(`case_events where type = 'escalated'`)).toBe(0)
})

test('what a citizen really wrote joins no sample, though the words are the same', async () => {
  const [like] = await ask<{ text: string }>(
    app,
    `select p.text from posts p join cases c on c.id = p.case_id
     where c.agency_id = 'bengkulu.dpupr' and c.post_count > 1 order by p.external_id limit 1`,
  )
  const caseId = await pasteCase(officer, like?.text ?? '')
  const { body } = await officer.get<{ case: Row; posts: unknown[] }>(`/cases/${caseId}`)
  expect(body.case.sample).toBe(false)
  expect(body.posts).toHaveLength(1)
  const text = await (await fetch(`${app.url}/metrics`)).text()
  expect(text).toMatch(/^tanggap_posts\{outcome="case"\} 1$/m)
})

/**
 * Every row of every table as text, but the configuration, whose handles are examples on purpose, and
 * the account: that somebody practised is no trace of what was practised on.
 */
const everything = async (): Promise<{ table: string; row: string }[]> => {
  const tables = await ask<{ name: string }>(
    app,
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_name not in ('configuration_documents', 'audit_entries')`,
  )
  const rows = await Promise.all(
    tables.map(async ({ name }) =>
      (await ask<{ row: string }>(app, `select to_jsonb(t)::text as row from "${name}" t`)).map(
        ({ row }) => ({ table: name, row }),
      ),
    ),
  )
  return rows.flat()
}

test('is removed without a trace, also what people did with it, and does not come back', async () => {
  const [touched] = (await casesOf(officer, 'agency')).filter((row) => row.sample)
  const { version } = touched as Row
  expect((await officer.post(`/cases/${touched?.id}/claim`, { version })).status).toBe(200)
  expect((await officer.post(`/cases/${touched?.id}/note`, { text: 'Coba-coba.' })).status).toBe(
    200,
  )
  const { body } = await admin.get<{ items: { id: string }[] }>('/alerts?open=true')
  await admin.post(`/alerts/${body.items[0]?.id}/acknowledge`)

  const known = await ask<{ id: string }>(
    app,
    `select id from posts where sample union select id from cases where sample
     union select id from alerts where sample union select id from sources where connector = 'sample'`,
  )
  expect(known.length).toBeGreaterThan(400)
  const { databaseUrl, settings } = app
  const beside = { databaseUrl, dataDir: settings.dataDir }
  // At this very moment the sample is polled once more.
  await ask(app, `update sources set next_poll_at = now() where connector = 'sample'`)
  const said = await typeBeside(beside, sample, 'remove')
  expect(said.stdout).toMatch(/^Contoh dihapus: 3\d\d kiriman, \d+ kasus\.\n$/)
  expect((await typeBeside(beside, config, 'apply')).status).toBe(0)
  await new Promise((resolve) => setTimeout(resolve, 3_000))

  const marks = [...known.map(({ id }) => id), 'contoh_', '"sample-', '"connector": "sample"']
  const left = (await everything()).filter(({ row }) => marks.some((mark) => row.includes(mark)))
  expect(left).toEqual([])
  expect(await number('cases')).toBe(1)
  expect(await number('posts')).toBe(1)
})
