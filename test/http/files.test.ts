import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../src/http/csv.ts'
import { startApp } from './app-under-test.ts'
import { aCase, CASE_ID, FOREIGN_ID } from './fake-ports.ts'

describe('a queue as a file', () => {
  it('opens in a spreadsheet, with the words and hours of the office', async () => {
    const { as, house } = await startApp()
    house.stored.set(CASE_ID, aCase({ title: '=HYPERLINK("http://jahat.example")' }))
    const answer = await as('desk-officer', { url: '/api/cases.csv?queue=agency' })
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="kasus-agency-2026-03-02.csv"',
    )
    const [head, row] = answer.body.split('\r\n')
    expect(head).toMatch(/^\uFEFFKode,Status,/)
    expect(row).toContain('CTH-2345678,Diteruskan ke OPD,Keluhan,Jalan rusak,P3,DPU')
    expect(row).toContain(`"'=HYPERLINK(""http://jahat.example"")"`)
    expect(row).toContain('2026-03-02 10:00')
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+62812', "'+62812"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t'=1"`],
    ['\r=1', `"'\r'=1"`],
    ['＝1+1', "'＝1+1"],
    ['  =1', "'  =1"],
    ['a "b", c', '"a ""b"", c"'],
    ['dua\nbaris', '"dua\nbaris"'],
    ['jalan;=1+1;', `"jalan;'=1+1;"`],
    ['jalan; @SUM(A1)\n+1', `"jalan; '@SUM(A1)\n'+1"`],
    ['jalan = rusak; parah', '"jalan = rusak; parah"'],
    [7, '7'],
    [-7, '-7'],
    [null, ''],
    [true, 'ya'],
  ])('the cell %j is written %j', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`)
  })
})

describe('a pasted post', () => {
  const paste = (over: object) => ({
    method: 'POST' as const,
    url: '/api/posts',
    payload: { platform: 'tiktok', text: 'Lampu jalan mati di Simpang Lima', ...over },
  })
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100_000)])

  it('with a link has the id that a later discovery will have', async () => {
    const { as, house } = await startApp()
    const url = 'https://www.tiktok.com/@warga/video/7301234567890123456?_t=8h'
    const answer = await as('desk-officer', paste({ url, platform: 'other' }))
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toEqual({ postId: CASE_ID, duplicate: false, caseId: null })
    expect(house.asked).toEqual(['received 7301234567890123456'])
  })

  it('of words alone is the same post when it is pasted again that day', async () => {
    const { as, house } = await startApp()
    await as('desk-officer', paste({ platform: 'phone' }))
    await as(
      'desk-officer',
      paste({ platform: 'phone', text: ' lampu  jalan MATI di simpang lima' }),
    )
    await as('desk-officer', paste({ platform: 'phone', text: 'Lampu jalan mati di Kampung Bali' }))
    const [first, again, other] = house.asked
    expect(first).toMatch(/^received text-[0-9a-f]{32}$/)
    expect(again).toBe(first)
    expect(other).not.toBe(first)
  })

  it('without a link is another post where another citizen says the same', async () => {
    const { as, house } = await startApp()
    for (const authorHandle of ['@rina', 'RINA', '@budi'])
      await as('desk-officer', paste({ platform: 'whatsapp', authorHandle }))
    const [rina, again, budi] = house.asked
    expect([again === rina, budi === rina]).toEqual([true, false])
  })

  it('two comments under one video are two posts', async () => {
    const { as, house } = await startApp()
    const url = 'https://www.tiktok.com/@infobengkulu/video/7301234567890123456'
    await as('desk-officer', paste({ url, authorHandle: '@rina', text: 'Jalan kami juga' }))
    await as('desk-officer', paste({ url, authorHandle: '@budi', text: 'Kapan diperbaiki?' }))
    expect(new Set(house.asked).size).toBe(2)
  })

  it('with a screenshot over 64 KB is taken, by what the file is', async () => {
    const { as, house } = await startApp()
    const screenshot = { name: 'layar.jpg', data: png.toString('base64') }
    expect((await as('desk-officer', paste({ screenshot }))).statusCode).toBe(201)
    expect(house.asked[0]).toBe('stored image/png')
  })

  it.each([
    ['a page that calls itself a picture', Buffer.from('<svg onload="alert(1)"></svg>')],
    ['a program', Buffer.from('MZ\x90\x00 a program of Windows')],
    ['a half webp', Buffer.from('RIFF\0\0\0\0AVI LIST')],
  ])('with %s is refused', async (_what, bytes) => {
    const { as, house } = await startApp()
    const screenshot = { name: 'layar.png', data: bytes.toString('base64') }
    expect((await as('desk-officer', paste({ screenshot }))).statusCode).toBe(400)
    expect(house.asked).toEqual([])
  })

  it('with a screenshot but no words is refused: nobody could read it', async () => {
    const { as } = await startApp()
    const screenshot = { name: 'layar.png', data: png.toString('base64') }
    expect((await as('desk-officer', paste({ screenshot, text: ' ' }))).statusCode).toBe(400)
  })

  it('over 5 MB is too large', async () => {
    const { as } = await startApp()
    const screenshot = { name: 'layar.png', data: 'A'.repeat(5_300_000) }
    expect((await as('desk-officer', paste({ screenshot }))).statusCode).toBe(413)
  })
})

describe('an attachment', () => {
  it('that is no picture is only offered for download', async () => {
    const { as } = await startApp()
    const answer = await as('desk-officer', { url: `/api/attachments/${CASE_ID}` })
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    })
    expect([...answer.rawPayload]).toEqual([1, 2])
  })

  it('of a foreign case does not exist', async () => {
    const { as } = await startApp()
    const answer = await as('desk-officer', { url: `/api/attachments/${FOREIGN_ID}` })
    expect(answer.json().code).toBe('not-found')
  })
})

describe('the link of an alert', () => {
  const url = `/acknowledge/${'t'.repeat(43)}`

  it('only asks when it is opened: messengers open links to preview them', async () => {
    const { app, house } = await startApp()
    const answer = await app.inject(url)
    expect(answer.body).toContain('<form method="post">')
    expect(answer.body).not.toMatch(/<script|style=|onclick/)
    expect(house.asked).toEqual([])
  })

  it('acknowledges when the button is pressed, from any browser', async () => {
    const { app, house } = await startApp()
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' }
    const answer = await app.inject({ method: 'POST', url, headers, payload: '' })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('CTH-2345678')
    expect(house.asked).toEqual([`acknowledged ${'t'.repeat(43)}`])
  })
})

it('a broken link of an alert says so in words, on a page', async () => {
  const { app } = await startApp()
  const answer = await app.inject('/acknowledge/terpotong')
  expect(answer.statusCode).toBe(400)
  expect(answer.headers['content-type']).toContain('text/html')
  expect(answer.body).toContain('Tidak berhasil')
  expect(answer.body).toContain('Periksa kembali')
})

describe('for machines', () => {
  it('readiness says which part cannot work', async () => {
    const { app } = await startApp()
    const answer = await app.inject('/health/ready')
    expect([answer.statusCode, answer.json().parts.database.ok]).toEqual([503, false])
    expect((await app.inject('/health/live')).json()).toEqual({ ok: true })
  })

  it('metrics are for this machine, not for what a proxy on it brings', async () => {
    const { app } = await startApp()
    await app.inject('/health/live')
    const own = await app.inject('/metrics')
    expect(own.body).toContain('tanggap_posts_waiting{a="b"} 7')
    expect(own.body).toMatch(/http_request_duration_seconds_count\{.*route="\/health\/live"/)
    const proxied = { url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.5' } }
    expect((await app.inject(proxied)).statusCode).toBe(404)
    expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.9' })).statusCode).toBe(404)
  })
})

describe('the console', () => {
  const webRoot = mkdtempSync(join(tmpdir(), 'tanggap-web-'))
  mkdirSync(join(webRoot, 'assets'))
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Tanggap</title>')
  writeFileSync(join(webRoot, 'assets', 'app-1a2b3c.js'), 'let a')

  it('answers every address of a page, and keeps hashed files for a year', async () => {
    const { app } = await startApp({ webRoot })
    for (const url of ['/', '/kasus/CTH-2345678', '/antrean/opd?urut=risiko']) {
      const page = await app.inject(url)
      expect(page.body, url).toContain('<title>Tanggap')
      expect(page.headers['cache-control']).toBe('no-cache')
    }
    const script = await app.inject('/assets/app-1a2b3c.js')
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(script.headers['content-type']).toContain('javascript')
  })

  it.each(['/assets/gone.js', '/api/gone', '/../package.json', '/%2e%2e/package.json', '/.env'])(
    '%s is not there',
    async (url) => {
      const { app } = await startApp({ webRoot })
      expect((await app.inject(url)).statusCode).toBe(404)
    },
  )
})
