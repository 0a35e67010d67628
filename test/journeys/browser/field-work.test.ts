import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiClient, firstAdministrator, newcomer, PASSWORD } from '../../support/api-client.ts'
import { eventually } from '../../support/eventually.ts'
import { type RunningApp, startApp } from '../../support/running-app.ts'
import { barriersOn, PHONE, sitDown, startBrowser } from './browser.ts'

let app: RunningApp
let browser: Browser
let officer: ApiClient
let caseId: string
const folder = mkdtempSync(join(tmpdir(), 'tanggap-foto-'))
const PHOTO = join(folder, 'sesudah.jpg')

beforeAll(async () => {
  app = await startApp()
  browser = await startBrowser()
  const administrator = await firstAdministrator(app.url, app.setupLink)
  const person = {
    username: 'sari',
    name: 'Sari',
    roles: ['desk-officer'],
    agencyId: 'bengkulu.dpupr',
  }
  officer = await newcomer(app.url, administrator, person)
  const pasted = await officer.post<{ postId: string }>('/posts', {
    platform: 'tiktok',
    url: 'https://www.tiktok.com/@warga/video/7412345678901234567',
    text: 'Jalan Hibrida di depan SPBU berlubang besar sekali, motor ambo hampir tumbang. Tolong DPUPR Provinsi diperbaiki.',
  })
  const status = await eventually(
    async () => (await officer.get<{ caseId: string | null }>(`/posts/${pasted.body.postId}`)).body,
    ({ caseId: found }) => found !== null,
  )
  caseId = status.caseId ?? ''
  await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#667788' } })
    .jpeg()
    .toFile(PHOTO)
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a field task is done on a telephone of 390 pixels: what and where, a photo, a sentence', async () => {
  const desk = await sitDown(browser, { viewport: PHONE, hasTouch: true })
  const { page } = desk
  await page.goto(`${app.url}/api/me`)
  await page.evaluate(
    ([password]) =>
      fetch('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'masuk-lapangan' },
        body: JSON.stringify({ username: 'sari', password }),
      }),
    [PASSWORD],
  )
  await page.goto(`${app.url}/kasus/${caseId}/lapangan`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
    PHONE.width,
  )
  expect(await barriersOn(page)).toEqual([])
  await page.getByLabel('Ambil foto').setInputFiles(PHOTO)
  await page.getByLabel('Apa yang dikerjakan').fill('Ditambal aspal dingin, dua titik.')
  await page.screenshot({ path: join(tmpdir(), 'tanggap-lapangan.png'), fullPage: true })
  await page.getByRole('button', { name: 'Tandai selesai dikerjakan' }).click()
  await page.getByRole('heading', { name: 'Tercatat' }).waitFor()
  expect(desk.complaints).toEqual([])
  const { body } = await officer.get<{ items: { id: string; kind: string }[] }>(
    `/cases/${caseId}/evidence`,
  )
  expect(body.items).toMatchObject([{ kind: 'photo-after' }])
  const view = await officer.get<{ events: { type: string }[] }>(`/cases/${caseId}`)
  expect(view.body.events.map(({ type }) => type).slice(-2)).toEqual([
    'evidence-added',
    'followed-up',
  ])
})
