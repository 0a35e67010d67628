import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { askPostgres } from '../../src/services/postgres/ask-postgres.ts'
import { type ApiClient, firstAdministrator, newcomer } from '../support/api-client.ts'
import { ask } from '../support/database.ts'
import { type EventLine, listenLive } from '../support/event-line.ts'
import { eventually } from '../support/eventually.ts'
import { PEOPLE, pasteCase } from '../support/pastes.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

vi.setConfig({ testTimeout: 120_000 })

interface CaseBody {
  case: { id: string; version: number; state: string; agencyId: string | null }
}

let app: RunningApp
let admin: ApiClient
let road: ApiClient
let roadToo: ApiClient
let health: ApiClient
let leaver: ApiClient
let lines: { road: EventLine; roadToo: EventLine; health: EventLine; leaver: EventLine }

beforeAll(async () => {
  app = await startApp()
  admin = await firstAdministrator(app.url, app.setupLink)
  const come = (username: string, person: (typeof PEOPLE)[keyof typeof PEOPLE]) =>
    newcomer(app.url, admin, { username, ...person, roles: [...person.roles] })
  road = await come('petugas.pu', PEOPLE.road)
  roadToo = await come('petugas.pu.dua', PEOPLE.roadToo)
  health = await come('petugas.dinkes', PEOPLE.health)
  leaver = await come('petugas.pindah', PEOPLE.roadToo)
  lines = {
    road: await listenLive(app.url, road),
    roadToo: await listenLive(app.url, roadToo),
    health: await listenLive(app.url, health),
    leaver: await listenLive(app.url, leaver),
  }
})
afterAll(async () => {
  for (const line of Object.values(lines)) line.hangUp()
  await app.stop()
})

const heardBy = (line: EventLine, caseId: string, last: string) =>
  eventually(
    async () => line.typesOf(caseId),
    (types) => types.includes(last),
  )

const versionOf = async (caseId: string) =>
  (await road.get<CaseBody>(`/cases/${caseId}`)).body.case.version

const act = async (person: ApiClient, caseId: string, verb: string, body: object = {}) => {
  const version = await versionOf(caseId)
  const answer = await person.post<CaseBody>(`/cases/${caseId}/${verb}`, { version, ...body })
  expect(answer.status, answer.text).toBe(200)
}

const LAMP = 'Jl Hibrida depan kampus bolong lagi min, sudah dua motor jatuh'
const WHOLE_STORY = ['opened', 'claimed', 'noted', 'answered', 'resolved']
let caseId: string

test('somebody who leaves is locked out at once', async () => {
  const { body } = await admin.get<{ items: { id: string; username: string }[] }>('/users')
  const id = body.items.find(({ username }) => username === 'petugas.pindah')?.id
  expect((await admin.post(`/users/${id}/disable`)).status).toBe(200)
  expect((await leaver.get('/cases?queue=agency')).status).toBe(401)
})

describe('two officers of one agency', () => {
  test('each sees every step of the other on a line that stays open', async () => {
    caseId = await pasteCase(road, LAMP)
    await act(road, caseId, 'claim')
    await heardBy(lines.roadToo, caseId, 'claimed')
  })

  test('somebody who was locked out hears none of it: their line ends', async () => {
    await eventually(
      async () => lines.leaver.ended(),
      (ended) => ended,
    )
    expect(lines.leaver.heard).toEqual([])
    await expect(listenLive(app.url, leaver)).rejects.toThrow('no line: 401')
  })

  test('one whose line breaks goes on where it broke, without loss or repeat', async () => {
    const missedFrom = lines.roadToo.lastId()
    const before = lines.roadToo
    before.hangUp()
    await act(road, caseId, 'note', { text: 'Menunggu alat berat.' })
    const text = 'Terima kasih, lubang di depan pasar ditambal regu kami sore ini pukul 15.00 WIB.'
    await act(road, caseId, 'answer', { text, url: null, final: true })
    const after = await listenLive(app.url, roadToo, missedFrom)
    lines.roadToo = after
    const closing = { text: 'Sudah ditambal.', privateReason: null, evidenceReason: 'lisan' }
    await act(road, caseId, 'resolve', closing)
    await heardBy(after, caseId, 'resolved')

    const heard = [...before.heard, ...after.heard].filter((event) => event.caseId === caseId)
    expect(heard.map(({ type }) => type)).toEqual(WHOLE_STORY)
    expect(new Set(heard.map(({ id }) => id)).size).toBe(WHOLE_STORY.length)
    expect(heard.slice(1).every(({ actor }) => actor === 'Petugas PU')).toBe(true)
  })

  test('the one whose line never broke heard the same', async () => {
    await heardBy(lines.road, caseId, 'resolved')
    expect(lines.road.typesOf(caseId)).toEqual(WHOLE_STORY)
  })

  test('an officer of another agency heard nothing of it', () => {
    expect(lines.health.heard).toEqual([])
  })
})

test('a step made while long work was under way is told soon after that work is done', async () => {
  const standing = await pasteCase(
    road,
    'Jembatan jalan provinsi di Talo papannya lepas, tolong PU',
  )
  await heardBy(lines.road, standing, 'opened')
  await askPostgres(app.databaseUrl, async (db) => {
    // Whoever imports, reads or moves holds a transaction open for seconds.
    await db.query('begin')
    await db.query('select pg_current_xact_id()')
    const text = 'Dicatat di tengah pekerjaan lain.'
    expect((await road.post(`/cases/${standing}/note`, { text })).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    expect(lines.road.typesOf(standing)).not.toContain('noted')
    await db.query('commit')
  })
  await eventually(
    async () => lines.road.typesOf(standing),
    (types) => types.includes('noted'),
    6_000,
  )
})

describe('two edit one case at the same time', () => {
  let shared: string

  test('the slower one is told what it has become meanwhile', async () => {
    shared = await pasteCase(road, 'Jl Salak aspalnya ngelupas semua, tolong diperbaiki pak PU')
    const version = await versionOf(shared)
    const [one, other] = await Promise.all(
      [road, roadToo].map((person) =>
        person.post<CaseBody & { code: string; current: CaseBody['case'] }>(
          `/cases/${shared}/claim`,
          { version },
        ),
      ),
    )
    const [won, lost] = one?.status === 200 ? [one, other] : [other, one]
    expect(won?.status).toBe(200)
    expect(lost?.status).toBe(409)
    expect(lost?.body.code).toBe('stale-version')
    expect(lost?.body.current).toMatchObject({
      id: shared,
      state: 'accepted',
      version: version + 1,
    })
  })

  test('a write that is sent again with its key is done once', async () => {
    const [body, key] = [{ text: 'Sudah ditelepon.' }, 'kunci-yang-sama-1']
    const first = await road.post<CaseBody>(`/cases/${shared}/note`, body, key)
    const again = await road.post<CaseBody>(`/cases/${shared}/note`, body, key)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    const other = { text: 'Bukan yang tadi.' }
    expect((await road.post(`/cases/${shared}/note`, other, key)).status).toBe(422)
    const noted = `select id from case_events where case_id = $1 and type = 'noted'`
    expect(await ask(app, noted, [shared])).toHaveLength(1)
  })

  test('a case that is given to another agency leaves the one line and comes up on the other', async () => {
    const { body } = await road.get<{ case: { claim: { mine: boolean } } }>(`/cases/${shared}`)
    const holder = body.case.claim.mine ? road : roadToo
    await act(holder, shared, 'release')
    const version = await versionOf(shared)
    const given = await admin.post(`/cases/${shared}/transfer`, {
      version,
      agencyId: PEOPLE.health.agencyId,
      reason: 'Halaman puskesmas, bukan jalan umum.',
    })
    expect(given.status, given.text).toBe(200)
    await heardBy(lines.health, shared, 'transferred')
    await heardBy(lines.road, shared, 'case-left')
    const left = lines.road.heard.find(({ type }) => type === 'case-left')
    expect(left).toMatchObject({ caseId: shared, agencyId: null, urgency: null, actor: null })
  })
})
