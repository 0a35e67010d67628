import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { layGround } from '../../src/compose-ports.ts'
import { migrateDatabase } from '../../src/store/migrate.ts'
import { moveDatabase } from '../../src/store/move.ts'
import { type ApiClient, firstAdministrator, newcomer } from '../support/api-client.ts'
import { ask, emptyDatabase, type FreshDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { PEOPLE, pasteCase } from '../support/pastes.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

vi.setConfig({ testTimeout: 60_000 })

const NO_PAIRS = { n: 0, oldRight: 0, newRight: 0, won: 0, lost: 0 }
const NOTHING_MEASURED = {
  taught: 0,
  heldBack: 0,
  corrections: NO_PAIRS,
  category: NO_PAIRS,
  owner: NO_PAIRS,
  kind: NO_PAIRS,
  corpus: NO_PAIRS,
  seconds: 0,
}

/** 1 × 1, white. */
const SCREENSHOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=='

let app: RunningApp
let road: ApiClient
let caseId: string
let target: FreshDatabase
let moved: Awaited<ReturnType<typeof moveDatabase>>

/** A few days of work, so that every table holds something. */
const work = async () => {
  const admin = await firstAdministrator(app.url, app.setupLink)
  road = await newcomer(app.url, admin, { username: 'petugas.pu', ...PEOPLE.road })
  await newcomer(app.url, admin, { username: 'petugas.dua', ...PEOPLE.road })
  const disaster = await newcomer(app.url, admin, { username: 'piket', ...PEOPLE.disaster })
  await admin.post('/channels', {
    kind: 'webhook',
    name: 'Piket',
    enabled: true,
    agencyId: null,
    settings: { url: 'https://127.0.0.1/tanggap' },
  })
  const source = await admin.post('/sources', {
    connector: 'youtube',
    name: 'Kanal resmi',
    enabled: false,
    intervalSeconds: 600,
    settings: { channelId: 'UC-contoh' },
    secrets: { apiKey: 'kunci-rahasia-youtube' },
  })
  expect(source.status, source.text).toBe(201)
  caseId = await pasteCase(road, 'Jl Hibrida depan kampus bolong lagi min, kapan diperbaiki?')
  await road.post(`/cases/${caseId}/note`, { text: 'Ditinjau besok, lihat @petugas.dua.' })
  await road.put(`/cases/${caseId}/presence`, { level: 'viewing' })
  const draft = { text: 'Terima kasih, akan', version: 1, seenEventId: '1' }
  await road.put(`/cases/${caseId}/drafts/answer`, draft)
  await learn()
  await answer(admin)
  await passOn()
  await pasteCase(disaster, 'TOLONG! banjir di Rawa Makmur Bengkulu, nenek kami terjebak di atap')
  const pasted = await road.post('/posts', {
    platform: 'whatsapp',
    text: 'Aspal Jl Salak mengelupas',
    screenshot: { name: 'layar.png', data: SCREENSHOT },
  })
  expect(pasted.status, pasted.text).toBe(201)
  const { audit, posts, ids } = app.room.ground.ports
  await posts.quarantine('pemprov-bengkulu', '{"id":', 'bukan JSON yang utuh')
  const until = new Date(Date.now() + 60_000)
  await app.room.escalation.climb(new Date(Date.now() + 30 * 86_400_000))
  await app.room.pollWork.closeGate('youtube uji', until, `jeda ${ids.next()}`)
  // the sealer is at it as well: whoever comes first
  await eventually(
    async () => {
      await audit.seal(new Date())
      return audit.standing()
    },
    ({ head, open }) => head !== null && open === 0,
    30_000,
  )
}

/** A category that was put right, a model that was trained, a rule that was silenced. */
const learn = async () => {
  const seen = await road.get<{ case: { version: number } }>(`/cases/${caseId}`)
  const { version } = seen.body.case
  const said = await road.post(`/cases/${caseId}/recategorise`, { version, kind: 'suggestion' })
  expect(said.status, said.text).toBe(200)
  const { models, rules } = app.room.training
  const at = new Date()
  await models.add('pemprov-bengkulu', {
    bytes: new Uint8Array([0, 255, 92, 120]),
    base: 'bangunan lain',
    madeAt: at,
    madeBy: 'uji',
    trigger: 'command',
    promotion: { promote: true, because: ['lebih baik'] },
    comparedWith: 0,
    measured: NOTHING_MEASURED,
  })
  const rule = 'jalan.rusak: jalan berlubang'
  await rules.silence('pemprov-bengkulu', { rule, reason: 'uji', by: 'uji', at })
}

/** Offered and taken back, handed to PLN, copied to SP4N-LAPOR! with its number and its news. */
const passOn = async () => {
  const path = `/cases/${caseId}`
  const version = async () =>
    (await road.get<{ case: { version: number } }>(path)).body.case.version
  const why = { reason: 'data-kurang', text: 'uji', proposedOwner: null }
  await road.post(`${path}/offer`, { version: await version(), to: 'desk', ...why })
  const custody = await road.get<{ offers: { id: string }[] }>(`${path}/custody`)
  await road.post(`/offers/${custody.body.offers[0]?.id}/withdraw`, {})
  const number = { version: await version(), trackingId: '7654321' }
  await road.post(`${path}/lapor/number`, number)
  const handed = await road.post(`${path}/hand-over`, {
    version: await version(),
    body: 'pln',
    channel: 'PLN Mobile',
    reference: 'R-1',
    contactRole: 'Manajer ULP',
    text: 'Tiang miring di tepi jalan.',
  })
  expect(handed.status, handed.text).toBe(200)
  const { lapor } = app.room.ground.ports
  const news = { trackingId: '7654321', status: 'Ditunda', answer: null, agency: null }
  await lapor.keep('pemprov-bengkulu', { ...news, at: new Date() }, new Date())
}

/** One case that another one came from, as two governments have it. */
const link = () =>
  ask(
    app,
    `insert into case_links select a.id, a.government_id, b.id, b.government_id, now() from cases a
     join cases b on a.id < b.id limit 1 returning case_id`,
  )

/** An answer with its reply, and what shows that it was true. */
const answer = async (admin: ApiClient) => {
  const text = 'Aspal Jl Salak dikupas dan ditambal regu DPUPR Senin pagi mulai pukul 08.00 WIB.'
  const draft = await road.post<{ answer: { id: string } }>(`/cases/${caseId}/answers`, {
    kind: 'interim',
    text,
  })
  const { id } = draft.body.answer
  const sent = await road.post<{ answer: { state: string } }>(`/answers/${id}/send`, {})
  expect(sent.status, sent.text).toBe(200)
  if (sent.body.answer.state === 'submitted') await admin.post(`/answers/${id}/approve`, {})
  const given = { kind: 'photo-before', photo: SCREENSHOT }
  const kept = await road.post(`/cases/${caseId}/evidence`, given)
  expect(kept.status, kept.text).toBe(200)
}

/** A silent day, a place that complains again, a link for a reporter, a decree that was asked for. */
const remember = async () => {
  const about = `from cases where id = '${caseId}'`
  const day = `select government_id, date '2026-01-05', now(), 1, '{"silent": 1}'::jsonb ${about}`
  await ask(app, `insert into ledger_days ${day}`)
  await ask(
    app,
    `insert into silence_days select government_id, date '2026-01-05', id, agency_id, 1, 1,
       now(), 'no-answer' ${about}`,
  )
  await ask(
    app,
    `insert into reporter_links (token_hash, government_id, case_id, made_at)
     select 'x'::bytea, government_id, id, now() ${about}`,
  )
  await ask(
    app,
    `insert into decree_warnings select gen_random_uuid(), government_id, 2027, 1, now() ${about}`,
  )
  await ask(
    app,
    `with found as (insert into recurring_problems
       select gen_random_uuid(), government_id, category, 'salak', now() ${about} returning id)
     insert into recurring_cases select id, '${caseId}' from found`,
  )
}

/** Two cases that may be the same, as the reader leaves them for an officer to decide. */
const suggest = () =>
  ask(
    app,
    `insert into case_suggestions (government_id, case_id, other_id, points, because, at)
     select a.government_id, a.id, b.id, 0.4, 'uji', now() from cases a
     join cases b on a.government_id = b.government_id and a.id < b.id limit 1 returning case_id`,
  )

beforeAll(async () => {
  app = await startApp({ queue: 'redis' })
  await work()
  await remember()
  expect(await suggest()).toHaveLength(1)
  expect(await link()).toHaveLength(1)
  target = await emptyDatabase()
  await migrateDatabase(target.url)
  moved = await moveDatabase(app.databaseUrl, target.url, () => undefined)
})
afterAll(async () => {
  await app.stop()
  await target.drop()
})

/** The index of the search, which every house makes for itself. */
const MADE_ANEW = ['case_texts', 'search_waiting', 'search_words']

/** All rows of all tables as text; a transaction's number means nothing in another cluster. */
const everything = async (databaseUrl: string): Promise<Record<string, string[]>> => {
  const tables = await ask<{ name: string }>(
    { databaseUrl },
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables.filter((table) => !MADE_ANEW.includes(table.name))) {
    const question = `select (to_jsonb(t) - 'tx' - 'last_tx')::text as row from "${name}" t order by 1`
    const rows = await ask<{ row: string }>({ databaseUrl }, question)
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

test('what is moved is every row of every table', async () => {
  expect(moved.kind).toBe('moved')
  const [before, after] = await Promise.all([app.databaseUrl, target.url].map(everything))
  expect(after).toEqual(before)
  const empty = Object.entries(before ?? {}).filter(([, rows]) => rows.length === 0)
  expect(empty.map(([table]) => table)).toEqual([])
})

test('people go on working there: a new step stands behind the old ones', async () => {
  const ground = layGround(target.url, { secretKey: app.settings.secretKey ?? '' })
  const { cases, users } = ground.ports
  const user = await users.byUsername('petugas.pu')
  if (!user) throw new Error('the officer was not moved')
  const viewer = { ...user, userId: user.id }
  const before = await cases.view(viewer, caseId)
  const changed = await cases.change(viewer, caseId, null, () => ({
    kind: 'changed',
    patch: {},
    event: { type: 'noted', data: { text: 'Dari rumah baru.' } },
  }))
  expect(changed.kind).toBe('changed')
  const after = await cases.view(viewer, caseId)
  await ground.close()
  const types = (view: typeof before) => view?.events.map(({ type }) => type)
  expect(types(after)).toEqual([...(types(before) ?? []), 'noted'])
})

test('the account goes on there, in one chain with what was written before', async () => {
  const ground = layGround(target.url, { secretKey: app.settings.secretKey ?? '' })
  const { audit } = ground.ports
  await eventually(
    () => audit.seal(new Date()),
    (sealed) => sealed > 0,
  )
  expect(await audit.verify(null)).toMatchObject({ open: 0, faults: [] })
  await ground.close()
})

test('credentials of sources are opened by the same key', async () => {
  const { secrets, id } = (
    await ask<{ id: string; secrets: Record<string, string> }>(
      { databaseUrl: target.url },
      `select id, secrets from sources where name = 'Kanal resmi'`,
    )
  )[0] as { id: string; secrets: Record<string, string> }
  expect(JSON.stringify(secrets)).not.toContain('kunci-rahasia')
  const { box, close } = layGround(target.url, { secretKey: app.settings.secretKey ?? '' })
  expect(box.open(secrets, id)).toEqual({ apiKey: 'kunci-rahasia-youtube' })
  await close()
})

test('a second move says that the house is inhabited, and touches nothing', async () => {
  const before = await everything(target.url)
  expect(await moveDatabase(app.databaseUrl, target.url, () => undefined)).toEqual({
    kind: 'not-empty',
  })
  expect(await everything(target.url)).toEqual(before)
})
