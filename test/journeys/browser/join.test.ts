import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD } from '../../support/api-client.ts'
import { type RunningApp, startApp } from '../../support/running-app.ts'
import { incoming, receiveOptions } from '../../support/seed.ts'
import { buildConsole, type Desk, sitDown, startBrowser } from './browser.ts'

/** A coordinator joins two cases of one problem, parts them, and takes both back. */
let app: RunningApp
let browser: Browser
let desk: Desk

const TEXTS = [
  'Jalan Hibrida depan kampus bolong besar, dua motor jatuh pagi ini',
  'Tumpukan sampah di Pasar Panorama sudah seminggu tidak diangkut, bau sekali',
]

beforeAll(async () => {
  await buildConsole()
  app = await startApp()
  browser = await startBrowser()
  desk = await sitDown(browser)
  const posts = TEXTS.map((text) => incoming({ text }))
  const options = receiveOptions({ governmentId: 'pemprov-bengkulu' })
  await app.room.ground.ports.posts.receive(posts, options)
  const { page } = desk
  await page.goto(app.setupLink)
  await page.getByLabel('Pemerintah daerah').selectOption('pemprov-bengkulu')
  await page.getByLabel('Nama Anda').fill('Ibu Admin')
  await page.getByLabel('Nama pengguna').fill('admin')
  await page.getByLabel('Kata sandi').fill(PASSWORD)
  await page.getByRole('button', { name: 'Mulai' }).click()
  await page.getByRole('link', { name: /Meja pilah/ }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const openRow = async (page: Page, row: number) => {
  await page.goto(`${app.url}/antrean/semua`)
  await page.locator('.row').nth(1).waitFor()
  await page.locator('.row a').nth(row).click()
  await page.locator('.case-head .code').waitFor()
  return (await page.locator('.case-head .code').textContent()) ?? ''
}

test('joins by the code of the other case', async () => {
  const { page } = desk
  const other = await openRow(page, 1)
  await openRow(page, 0)
  await page.keyboard.press('m')
  await page.getByLabel('Kode kasus yang sama').fill(other.toLowerCase())
  await page.getByRole('button', { name: 'Gabungkan ke kasus ini' }).click()
  await page.getByText(`Kasus ${other} digabungkan ke kasus ini.`).waitFor()
  await page.getByText('2 kiriman warga').waitFor()
})

test('parts one post again, and takes that back', async () => {
  const { page } = desk
  await page.keyboard.press('s')
  const submit = page.getByRole('button', { name: /^Pisahkan \d kiriman/ })
  expect(await submit.isDisabled()).toBe(true)
  await page.getByRole('checkbox').first().check()
  await submit.click()
  await page.getByText(/dipisahkan menjadi kasus/).waitFor()
  await page.locator('.event--split').getByRole('button', { name: 'Batalkan' }).click()
  await page.getByText('Pemisahan dibatalkan').waitFor()
  await page.getByText('2 kiriman warga').waitFor()
})

test('takes the joining back', async () => {
  const { page } = desk
  await page.locator('.event--merged').getByRole('button', { name: 'Batalkan' }).click()
  await page.getByText('Penggabungan dibatalkan').waitFor()
  await page.getByRole('heading', { name: 'Kiriman warga', exact: true }).waitFor()
  expect(desk.complaints).toEqual([])
})
