import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { importFile } from '../../src/commands/import.ts'
import { type ApiClient, firstAdministrator, newcomer } from '../support/api-client.ts'
import { ask } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { letPass } from '../support/let-pass.ts'
import { PEOPLE, pasteCase } from '../support/pastes.ts'
import { postFolder } from '../support/post-files.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { typeBeside } from '../support/second-terminal.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Row {
  id: string
  urgency: string
  openedAt: string
  dueAt: string | null
  escalatedAt: string | null
  version: number
}

let app: RunningApp
let admin: ApiClient
let road: ApiClient
let roadHead: ApiClient
let healthHead: ApiClient
let disaster: ApiClient

beforeAll(async () => {
  app = await startApp()
  admin = await firstAdministrator(app.url, app.setupLink)
  const come = (username: string, person: (typeof PEOPLE)[keyof typeof PEOPLE]) =>
    newcomer(app.url, admin, { username, ...person, roles: [...person.roles] })
  road = await come('petugas.pu', PEOPLE.road)
  roadHead = await come('kabid.pu', PEOPLE.roadHead)
  healthHead = await come('kabid.dinkes', PEOPLE.healthHead)
  disaster = await come('piket.bpbd', PEOPLE.disaster)
})
afterAll(() => app.stop())

const caseOf = async (person: ApiClient, caseId: string): Promise<Row> =>
  (await person.get<{ case: Row }>(`/cases/${caseId}`)).body.case

const lateOf = async (person: ApiClient): Promise<string[]> =>
  (await person.get<{ items: Row[] }>('/cases?queue=late&sort=due')).body.items.map(({ id }) => id)

const escalations = async (caseId: string): Promise<number> =>
  (
    await ask(
      app,
      `select 1 from case_events where type = 'escalated' and case_id = $1
       and data ->> 'clock' = 'answer' and data ->> 'rung' = '100'`,
      [caseId],
    )
  ).length

const ROUGH = 'Jl Salak aspalnya ngelupas semua, tolong diperbaiki pak PU'
const MINUTE = 60_000
const JAKARTA = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Jakarta',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

describe('every case has a time by which the citizen is answered', () => {
  test('danger counts by the clock on the wall, at night and on Sundays too', async () => {
    const caseId = await pasteCase(
      disaster,
      'TOLONG! banjir di Rawa Makmur Bengkulu sudah setinggi dada, nenek kami terjebak di atap',
    )
    const { urgency, openedAt, dueAt } = await caseOf(disaster, caseId)
    expect(urgency).toBe('P1')
    expect(Date.parse(dueAt ?? '') - Date.parse(openedAt)).toBe(30 * MINUTE)
  })

  test('the rest counts working time: due on a working day, while the office is open', async () => {
    const caseId = await pasteCase(
      road,
      'Jl Salak aspalnya ngelupas semua, tolong diperbaiki pak PU',
    )
    const { urgency, openedAt, dueAt } = await caseOf(road, caseId)
    expect(['P2', 'P3', 'P4']).toContain(urgency)
    const working = { P2: 120, P3: 450, P4: 900 }[urgency] ?? 0
    const waited = Date.parse(dueAt ?? '') - Date.parse(openedAt)
    expect(waited).toBeGreaterThanOrEqual(working * MINUTE)
    const at = JAKARTA.format(new Date(dueAt ?? ''))
    expect(at).toMatch(/^(Mon|Tue|Wed|Thu|Fri)/)
    expect(at.slice(-5) >= '07:00' && at.slice(-5) <= '17:00', at).toBe(true)
  })
})

describe('a case whose time has passed', () => {
  let caseId: string

  test('is on the list of its supervisor within seconds, and on no other agency’s', async () => {
    caseId = await pasteCase(road, 'Jl Hibrida depan kampus bolong lagi min, kapan diperbaiki?')
    expect(await lateOf(roadHead)).not.toContain(caseId)
    await letPass(app, [caseId])
    await eventually(
      () => lateOf(roadHead),
      (late) => late.includes(caseId),
      5_000,
    )
    expect(await lateOf(admin)).toContain(caseId)
    expect(await lateOf(healthHead)).toEqual([])
    expect((await road.get('/cases?queue=late')).status).toBe(403)
  })

  test('is escalated once, however often anybody looks', async () => {
    await eventually(
      () => escalations(caseId),
      (n) => n > 0,
    )
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    expect(await escalations(caseId)).toBe(1)
    expect((await caseOf(roadHead, caseId)).escalatedAt).not.toBeNull()
  })

  test('is off the list once the citizen was answered', async () => {
    const { version } = await caseOf(road, caseId)
    const said = {
      text: 'Lubang di Jl. Hibrida ditambal regu DPUPR sore ini mulai pukul 15.00 WIB.',
      url: null,
      final: false,
    }
    expect((await road.post(`/cases/${caseId}/answer`, { version, ...said })).status).toBe(200)
    expect(await lateOf(roadHead)).not.toContain(caseId)
    expect(await escalations(caseId)).toBe(1)
  })
})

test('imported history and the shipped sample escalate nothing', async () => {
  const files = postFolder()
  const old = { id: 'lama-1', text: 'Jalan depan Pasar Minggu Bengkulu berlubang, tolong pak PU' }
  const path = files.writeJsonl('lama.jsonl', [old])
  const beside = { databaseUrl: app.databaseUrl, dataDir: app.settings.dataDir }
  await typeBeside(beside, importFile, path, '--government', 'pemprov-bengkulu')
  await app.room.ground.ports.posts.receive(
    [
      {
        platform: 'x',
        externalId: 'contoh-1',
        text: 'Lampu jalan di Jl Salak mati sudah sebulan, gelap sekali',
        author: { id: null, handle: 'contoh_warga' },
        postedAt: null,
        url: null,
        context: null,
        engagement: null,
        language: null,
      },
    ],
    {
      governmentId: 'pemprov-bengkulu',
      sourceId: null,
      receivedBy: null,
      sample: true,
      history: false,
      receivedAt: new Date(),
    },
  )
  const opened = await eventually(
    () => ask<{ id: string }>(app, 'select id from cases where history or sample'),
    (rows) => rows.length === 2,
  )
  const control = await pasteCase(road, ROUGH)
  await letPass(app, [...opened.map(({ id }) => id), control])
  // The living case among them shows that somebody has looked.
  await eventually(
    () => escalations(control),
    (n) => n === 1,
  )
  expect(await Promise.all(opened.map(({ id }) => escalations(id)))).toEqual([0, 0])
  files.remove()
})
