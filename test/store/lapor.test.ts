import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laporForm, recordLaporNumber, sentToLapor } from '../../src/actions/copy-to-lapor.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import { importLapor } from '../../src/actions/import-lapor.ts'
import { lapor as laporCommand } from '../../src/commands/lapor.ts'
import type { Case } from '../../src/core/case.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { typeBeside } from '../support/second-terminal.ts'
import {
  asRead,
  caseOf,
  coordinator,
  type House,
  newCaseOf,
  officer,
  openHouse,
  PROVINCE,
} from '../support/seed.ts'

let house: House
let roads: Viewer
let chief: Viewer

beforeAll(async () => {
  house = await openHouse()
  roads = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

const HEADING =
  'Tracking ID,Judul Laporan,Isi Laporan,Tanggal Laporan,Instansi Terdisposisi,Status,Tanggal Status,Tindak Lanjut'

const fileOf = (...rows: string[]) => `${[HEADING, ...rows].join('\r\n')}\r\n`

const seen = (of: Case) => ({ caseId: of.id, version: null })
const viewOf = (of: Case) => house.cases.view(chief, of.id)
const take = (...rows: string[]) => importLapor(house, PROVINCE, fileOf(...rows))

const numbered = async (trackingId: string, post: Record<string, unknown> = {}) => {
  const one = await caseOf(house, { post })
  const recorded = await recordLaporNumber(house, roads, seen(one), trackingId)
  expect(recorded.kind).toBe('changed')
  return one
}

describe('out: a case in the columns of SP4N-LAPOR!', () => {
  it('goes out redacted, with our code, and only once it is said does it count as sent', async () => {
    const text =
      'Jalan depan pasar rusak, hubungi 081234567890 atau @warga_curup, NIK 1771012345678901'
    const one = await caseOf(house, { post: { text, url: 'https://contoh.id/1' }, title: text })
    const form = await laporForm(house, roads, one.id)
    if (form.kind === 'refused') throw new Error(form.code)
    expect(form.cells[0]).toBe('Pengaduan')
    expect(form.cells[2]).toContain(`Kode Tanggap: ${one.code}`)
    expect(form.text).not.toMatch(/081234567890|warga_curup|1771012345678901/)
    expect((await viewOf(one))?.events.map(({ type }) => type)).toEqual(['opened'])
    await sentToLapor(house, roads, seen(one))
    expect((await viewOf(one))?.events.at(-1)?.type).toBe('lapor-sent')
  })

  it('a confidential case does not go there', async () => {
    const secret = await caseOf(house, { confidential: true })
    expect(await laporForm(house, roads, secret.id)).toMatchObject({ code: 'not-public' })
    expect(await sentToLapor(house, roads, seen(secret))).toMatchObject({ code: 'not-public' })
  })

  it('a number belongs to one case, also where two record it at once', async () => {
    const cases = [await caseOf(house), await caseOf(house)]
    const said = await Promise.all(
      cases.map((one) => recordLaporNumber(house, roads, seen(one), '1000001')),
    )
    expect(said.map(({ kind }) => kind).sort()).toEqual(['changed', 'refused'])
    expect(said.find(({ kind }) => kind === 'refused')).toMatchObject({ code: 'tracking-taken' })
  })
})

describe('in: an export moves our cases', () => {
  it('state and history follow with the moments of the export, and a second import moves nothing', async () => {
    const one = await numbered('2000001')
    const rows = [
      '2000001,Jalan,x,,DPUPR,Selesai,2026-11-19 10:00,"Sudah ditambal, terima kasih."',
      '2000001,Jalan,x,,DPUPR,Sedang Diproses,2026-11-18 09:30,',
    ]
    expect(await take(...rows)).toMatchObject({ rows: 2, moved: 2, opened: 0 })
    const after = await viewOf(one)
    expect(after?.case).toMatchObject({
      state: 'resolved',
      answeredAt: new Date('2026-11-19T03:00:00Z'),
      followedUpAt: new Date('2026-11-19T03:00:00Z'),
      endedAt: new Date('2026-11-19T03:00:00Z'),
    })
    const moves = after?.events.filter(({ type }) => type === 'lapor-moved') ?? []
    expect(moves.map(({ at, data }) => [data.status, at.toISOString()])).toContainEqual([
      'Selesai',
      '2026-11-19T03:00:00.000Z',
    ])
    expect(await take(...rows)).toMatchObject({ moved: 0 })
    expect((await viewOf(one))?.case.version).toBe(after?.case.version)
  })

  it('“Selesai” without any answer moves no state: nothing is done by a word', async () => {
    const one = await numbered('2000002')
    await take('2000002,Jalan,x,,,Selesai,2026-11-19 10:00,')
    expect((await viewOf(one))?.case.state).toBe('referred')
    expect((await viewOf(one))?.events.at(-1)?.type).toBe('lapor-moved')
  })

  it('a report that was typed from our case finds it by our code: nobody types the number', async () => {
    const one = await caseOf(house)
    const row = `2000003,Jalan,Rusak. Kode Tanggap: ${one.code},,,Terverifikasi,2026-11-18 08:00,`
    expect(await take(row)).toMatchObject({ moved: 1, opened: 0 })
    const custody = await house.custody.view(chief, one.id)
    expect(custody?.trackingIds).toEqual(['2000003'])
    expect((await viewOf(one))?.events.map(({ type }) => type)).toEqual([
      'opened',
      'lapor-recorded',
      'lapor-moved',
    ])
  })

  it('the code of a confidential case in a file moves nothing, and is answered as one that never was', async () => {
    const secret = await caseOf(house, { confidential: true, agencyId: 'inspektorat' })
    const row = (n: string, code: string) =>
      `${n},Jalan,Kode Tanggap: ${code},,,Selesai,2026-11-18 08:00,Sudah ditangani.`
    const there = await take(row('2000031', secret.code))
    const never = await take(row('2000032', 'BKL-2222222'))
    expect(there).toEqual(never)
    const [kept] = await house.ask('select version, state from cases where id = $1', [secret.id])
    expect(kept).toEqual({ version: secret.version, state: secret.state })
  })

  it('an unknown report is read as a post, and its states follow when its case is there', async () => {
    const row =
      '2000004,Lampu mati,Lampu jalan mati di Curup,2026-11-17 07:00,,Sedang Diproses,2026-11-18 08:00,'
    expect(await take(row)).toMatchObject({ moved: 1, opened: 1 })
    expect(await take(row)).toMatchObject({ moved: 0, opened: 0 })
    const [stored] = await house.ask<{ id: string }>(
      `select id from posts where platform = 'lapor' and external_id = '2000004'`,
    )
    const opened = await read(stored?.id ?? '')
    await expireCustody(house)
    const view = await viewOf(opened)
    expect(view?.case).toMatchObject({ state: 'in-progress' })
    expect(view?.case.firstPostAt.toISOString()).toBe('2026-11-17T00:00:00.000Z')
    expect(await take(row.replace('Sedang Diproses', 'Ditunda'))).toMatchObject({
      opened: 0,
      moved: 1,
    })
  })

  it('broken rows are kept for a person, with their line; the others go on', async () => {
    const one = await numbered('2000005')
    const done = await take(
      'rusak,Jalan,x,,,Selesai,2026-11-19,',
      '2000005,Jalan,x,,,Ditunda,2026-11-19,',
    )
    expect(done).toMatchObject({
      moved: 1,
      quarantined: [{ line: 2, because: 'baris 2: Tracking ID bukan angka' }],
    })
    expect((await viewOf(one))?.events.at(-1)).toMatchObject({ data: { status: 'Ditunda' } })
  })

  it('one file at two desks at once moves each case once', async () => {
    const one = await numbered('2000006')
    const row = '2000006,Jalan,x,,,Sedang Diproses,2026-11-18 09:30,'
    await Promise.all([take(row), take(row), take(row)])
    const moves = (await viewOf(one))?.events.filter(({ type }) => type === 'lapor-moved')
    expect(moves).toHaveLength(1)
  })

  it('is a command as well', async () => {
    await numbered('2000007')
    const dataDir = mkdtempSync(join(tmpdir(), 'tanggap-lapor-'))
    const path = join(dataDir, 'ekspor.csv')
    writeFileSync(path, fileOf('2000007,Jalan,x,,,Ditunda,2026-11-19,', 'x,y,z,,,a,b,'))
    const where = { databaseUrl: house.url, dataDir }
    const ran = await typeBeside(where, laporCommand, 'import', path, '--government', PROVINCE)
    expect(ran).toMatchObject({ status: 0 })
    expect(JSON.parse(ran.stdout)).toEqual({ rows: 2, moved: 1, opened: 0, quarantined: 1 })
  })
})

/** As the reader opens a case of a post. */
const read = async (postId: string): Promise<Case> => {
  const { token, posts } = await house.readingWork.lease([postId])
  let opened: Case | null = null
  await house.gathering.at(PROVINCE, { token, postIds: [postId] }, async (desk) => {
    const [post] = posts
    if (post) opened = await desk.open(asRead(post), newCaseOf(), house.clock.now())
  })
  if (!opened) throw new Error('not opened')
  return opened
}
