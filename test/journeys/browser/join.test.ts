import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IncomingPost } from '../../../src/core/post.ts'
import { type RunningApp, startApp } from '../../support/running-app.ts'
import { HOUR, incoming, receiveOptions } from '../../support/seed.ts'
import { buildConsole, type Desk, setUp, sitDown, startBrowser } from './browser.ts'

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
  await send(posts)
  await setUp(desk.page, app.setupLink, 'pemprov-bengkulu')
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const send = (posts: IncomingPost[]) =>
  app.room.ground.ports.posts.receive(posts, receiveOptions({ governmentId: 'pemprov-bengkulu' }))

const openRow = async (page: Page, row: number) => {
  await page.goto(`${app.url}/antrean/semua`)
  await page.locator('.row').nth(1).waitFor()
  await page.locator('.row a').nth(row).click()
  await page.locator('.case-head .code').waitFor()
  return (await page.locator('.case-head .code').textContent()) ?? ''
}

let absorbed = { code: '', path: '' }

test('joins by the code of the other case', async () => {
  const { page } = desk
  const other = await openRow(page, 1)
  absorbed = { code: other, path: new URL(page.url()).pathname }
  await openRow(page, 0)
  await page.keyboard.press('m')
  await page.getByLabel('Kode kasus yang sama').fill(other.toLowerCase())
  await page.getByRole('button', { name: 'Gabungkan ke kasus ini' }).click()
  await page.getByText(`Kasus ${other} digabungkan ke kasus ini.`).waitFor()
  await page.getByText('2 kiriman warga').waitFor()
})

test('opens the case that took the other in, and says so', async () => {
  const { page } = desk
  const survivor = await page.locator('.case-head .code').textContent()
  await page.goto(`${app.url}${absorbed.path}`)
  const line = `Anda membuka ${absorbed.code}; kasus itu sudah digabungkan ke kasus ini.`
  await page.getByText(line).waitFor()
  expect(await page.locator('.case-head .code').textContent()).toBe(survivor)
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

const original = {
  platform: 'bluesky' as const,
  externalId: 'at://did:plc:contoh/app.bsky.feed.post/3kasli',
  text: 'Air PDAM di Kebun Tebeng keruh bercampur cacing',
  postedAt: new Date(Date.now() - 3 * HOUR),
}
const openAbout = async (page: Page, text: string) => {
  const row = page.locator('.row', { hasText: text }).locator('a').first()
  // whoever comes later waits behind the pill: the page is asked anew until the post is read
  for (let tries = 0; tries < 30; tries++) {
    await page.goto(`${app.url}/antrean/semua`)
    await page.waitForTimeout(500)
    if (await row.isVisible()) break
  }
  await row.click()
  await page.locator('.case-head .code').waitFor()
}

const PIPES =
  'Pipa di Kebun Tebeng sedang dikuras regu PDAM sejak Senin pagi, air jernih kembali besok pukul 08.00.'

test('credits who only shared, and says who came after the answer', async () => {
  const { page } = desk
  await send([incoming(original)])
  await openAbout(page, 'Kebun Tebeng')
  await page.keyboard.press('r')
  await page.getByLabel('Teks tanggapan').fill(PIPES)
  await page.getByRole('button', { name: 'Catat tanggapan' }).click()
  await page.getByText(/^ditanggapi/).waitFor()
  const quotes = { id: original.externalId, text: original.text, author: 'contoh_warga' }
  const quoting = { platform: 'bluesky' as const, context: { quotes } }
  await send([
    incoming({ ...quoting, text: 'tolong min 👇' }),
    incoming({ ...quoting, text: 'Rumah kami airnya keruh juga, mandi pun gatal' }),
  ])
  await page.getByText('dibagikan dari @contoh_warga').waitFor()
  await page.getByText('Belum dijawab: 1 kiriman setelah jawaban').waitFor()
})

test('asks whether two are the same, and a key says no', async () => {
  const { page } = desk
  await send([incoming({ text: 'Air PDAM keruh lagi ada cacing kecil, mandi gatal' })])
  await openAbout(page, 'cacing kecil')
  const box = page.getByRole('region', { name: 'Mungkin sama' })
  await box.getByRole('button', { name: 'Bukan sama' }).waitFor()
  await page.keyboard.press('x')
  await page.getByText('Dicatat: bukan kasus yang sama.').waitFor()
  await box.waitFor({ state: 'detached' })
  expect(desk.complaints).toEqual([])
})
