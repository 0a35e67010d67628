import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { importFile } from '../../src/commands/import.ts'
import { type ApiClient, firstAdministrator } from '../support/api-client.ts'
import { ask } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { letPass } from '../support/let-pass.ts'
import { corpusPosts, postFolder } from '../support/post-files.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'
import { typeBeside } from '../support/second-terminal.ts'

vi.setConfig({ testTimeout: 120_000 })

const GOVERNMENT = ['--government', 'pemprov-bengkulu']
const DANGER =
  'TOLONG! banjir di Rawa Makmur Bengkulu sudah setinggi dada, nenek kami terjebak di atap'

let app: RunningApp
let admin: ApiClient
let bulk: string
const files = postFolder()

beforeAll(async () => {
  app = await startApp()
  admin = await firstAdministrator(app.url, app.setupLink)
  bulk = files.writeJsonl('laporan.jsonl', await corpusPosts(320))
})
afterAll(async () => {
  await app.stop()
  files.remove()
})

const typeImport = async (path: string, ...more: string[]) => {
  const { databaseUrl, settings } = app
  const { dataDir } = settings
  const said = await typeBeside({ databaseUrl, dataDir }, importFile, path, ...more)
  const lines = said.stdout.trim().split('\n')
  const count = said.status === 0 ? JSON.parse(lines.at(-1) ?? '') : null
  return { ...said, lines, count }
}

const number = async (question: string): Promise<number> =>
  (await ask<{ n: number }>(app, `select count(*)::int as n from ${question}`))[0]?.n ?? -1

const everythingRead = () =>
  eventually(
    () => number(`posts where stage in ('received', 'suspect')`),
    (unread) => unread === 0,
    90_000,
  )

/** `tanggap_posts{outcome="case"} 12` → 12, for all outcomes. */
const outcomesMeasured = async (): Promise<Record<string, number>> => {
  const text = await (await fetch(`${app.url}/metrics`)).text()
  const lines = text.matchAll(/^tanggap_posts\{outcome="([^"]+)"\} (\d+)$/gm)
  return Object.fromEntries([...lines].map(([, outcome, n]) => [outcome, Number(n)]))
}

const sumOf = (counts: Record<string, number>) =>
  Object.values(counts).reduce((sum, n) => sum + n, 0)

describe('320 posts that an office has collected', () => {
  test('are all stored, and the last line says so', async () => {
    const { count, lines } = await typeImport(bulk, ...GOVERNMENT)
    expect(count).toEqual({ read: 320, stored: 320, duplicates: 0, quarantined: 0, deleted: 0 })
    expect(lines).toHaveLength(1)
    expect(await number('posts where part_of is null')).toBe(320)
  })

  test('are each in exactly one case or have one stated outcome', async () => {
    await everythingRead()
    const measured = await outcomesMeasured()
    expect(sumOf(measured)).toBe(320)
    expect(Object.keys(measured)).toEqual(
      expect.arrayContaining(['case', 'out-of-area', 'not-a-service']),
    )
    expect(await number(`posts where outcome is null or cardinality(because) = 0`)).toBe(0)
    expect(await number(`posts where (outcome = 'case') <> (case_id is not null)`)).toBe(0)
    const miscounted = `cases c where post_count <> (select count(*) from posts where case_id = c.id)`
    expect(await number(miscounted)).toBe(0)
    const told = `case_events where type in ('opened', 'post-joined')`
    expect(await number(told)).toBe(await number('posts where case_id is not null'))
    expect(await number('posts where case_id is not null and part_of is null')).toBe(measured.case)
  })

  test('raise no alert and no escalation: they are history', async () => {
    const open = await ask<{ id: string }>(app, 'select id from cases where is_open')
    await letPass(
      app,
      open.map(({ id }) => id),
    )
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    expect(await number('alerts')).toBe(0)
    expect(await number('deliveries')).toBe(0)
    expect(await number(`case_events where type in ('escalated', 'alert-raised')`)).toBe(0)
    expect(await number('cases where not history')).toBe(0)
    expect(await number('cases where due_at is not null')).toBe(0)
  })

  test('that are from elsewhere say which place shows it', async () => {
    const { body } = await admin.get<{ items: { because: string[] }[] }>(
      '/ledger?outcome=out-of-area&limit=100',
    )
    expect(body.items.length).toBeGreaterThan(10)
    for (const { because } of body.items) expect(because.join(' ')).toMatch(/luar wilayah|bukan/i)
  })

  test('are known already when the file is imported once more', async () => {
    const { count } = await typeImport(bulk, ...GOVERNMENT)
    expect(count).toEqual({ read: 320, stored: 0, duplicates: 320, quarantined: 0, deleted: 0 })
    expect(await number('posts where part_of is null')).toBe(320)
  })
})

test('a table from a spreadsheet is read by the names that offices give their columns', async () => {
  const path = files.write(
    'rekap.CSV',
    [
      '\ufeffsep=;',
      'Nomor Laporan;KANAL;Nama_Akun;Tanggal-Laporan;Isi Laporan;Permalink;Keterangan',
      'R-1;Facebook;Ibu Rumah;21/11/2026 08.30;"Lampu jalan di Jl Salak mati; sudah sebulan";;lama',
      '',
      'R-2;WhatsApp;;2026-11-21 09:15;Jalan depan Pasar Minggu berlubang;;',
    ].join('\r\n'),
  )
  const { count } = await typeImport(path, ...GOVERNMENT)
  expect(count).toEqual({ read: 2, stored: 2, duplicates: 0, quarantined: 0, deleted: 0 })
  const rows = await ask(
    app,
    `select external_id, platform, author_handle, text, posted_at from posts
     where external_id in ('R-1', 'R-2') order by external_id`,
  )
  expect(rows[0]).toEqual({
    external_id: 'R-1',
    platform: 'facebook',
    author_handle: 'Ibu Rumah',
    text: 'Lampu jalan di Jl Salak mati; sudah sebulan',
    posted_at: new Date('2026-11-21T01:30:00Z'),
  })
  expect(rows[1]).toMatchObject({ platform: 'whatsapp', author_handle: null })
})

test('a broken line stops nobody else, and is kept as it came', async () => {
  const broken = '{"id":"putus","text":"Jalan rusak di dep'
  const path = files.write(
    'putus.jsonl',
    `{"id":"utuh-1","text":"Jalan Salak rusak"}\n${broken}\n{"id":"utuh-2","text":"PDAM mati"}\n`,
  )
  const { count, stderr } = await typeImport(path, ...GOVERNMENT)
  expect(count).toEqual({ read: 3, stored: 2, duplicates: 0, quarantined: 1, deleted: 0 })
  expect(stderr).toContain('Baris 2 dikarantina: bukan JSON yang utuh')
  const kept = await ask(
    app,
    `select convert_from(raw, 'utf8') as raw, reason, government_id from quarantined_rows`,
  )
  expect(kept).toEqual([
    { raw: broken, reason: 'bukan JSON yang utuh', government_id: 'pemprov-bengkulu' },
  ])
})

test('danger of long ago is a case without an alert; danger of today rings', async () => {
  const past = files.writeJsonl('lama.jsonl', [{ id: 'lama', text: DANGER }])
  const now = files.writeJsonl('kini.jsonl', [
    { id: 'kini', text: DANGER.replace('Rawa Makmur', 'Kampung Kelawi'), author: 'warga' },
  ])
  await typeImport(past, ...GOVERNMENT)
  await everythingRead()
  expect(await number(`cases where urgency = 'P1' and history`)).toBeGreaterThan(0)
  expect(await number('alerts')).toBe(0)

  await typeImport(now, ...GOVERNMENT, '--live')
  const seen = await eventually(
    async () => (await admin.get<{ items: { kind: string }[] }>('/alerts?open=true')).body.items,
    (items) => items.length > 0,
    30_000,
  )
  expect(seen).toMatchObject([{ kind: 'p1', level: 'siaga', sample: false }])
})

test('a government that is not known here is one sentence with those that are', async () => {
  const { status, stdout, stderr } = await typeImport(bulk, '--government', 'pemkot-lain')
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain('"pemkot-lain" tidak dikenal; yang ada: ')
  expect(stderr).toContain('pemprov-bengkulu')
})
