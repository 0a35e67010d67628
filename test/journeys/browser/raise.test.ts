import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../support/eventually.ts'
import { type RunningApp, startApp } from '../../support/running-app.ts'
import { incoming, receiveOptions } from '../../support/seed.ts'
import { barriersOn, buildConsole, type Desk, setUp, sitDown, startBrowser } from './browser.ts'

/** A coordinator looks through what was kept out, and works by keyboard alone. */
let app: RunningApp
let browser: Browser
let desk: Desk

const KEPT_OUT = ['Jual madu asli Rejang, minat DM ya kak', 'Alhamdulillah durian sudah musim lagi']
const BROKEN = '{"id": "7", "text": "Jalan rusak'
const PROVINCE = 'pemprov-bengkulu'

beforeAll(async () => {
  await buildConsole()
  app = await startApp()
  browser = await startBrowser()
  desk = await sitDown(browser)
  const { posts } = app.room.ground.ports
  const options = receiveOptions({ governmentId: PROVINCE })
  await posts.receive(
    KEPT_OUT.map((text) => incoming({ text })),
    options,
  )
  await posts.quarantine(PROVINCE, BROKEN, 'baris rusak')
  await eventually(
    () => posts.outcomes(PROVINCE),
    (outcomes) => outcomes['not-a-service'] === 2,
  )
  await setUp(desk.page, app.setupLink, PROVINCE)
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

const row = (text: string) => desk.page.locator('.ledger-row', { hasText: text })
const focusedText = () => desk.page.evaluate('document.activeElement.textContent')

test('a search, two Enters, and the post has become a case', async () => {
  const { page } = desk
  await page.goto(`${app.url}/di-luar-antrean`)
  await row('durian').waitFor()
  // the newest stands first
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  expect(await barriersOn(page)).toEqual([])
  await page.keyboard.type('jalan rus')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('radio', { name: 'Jalan rusak / berlubang' }).isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await row('madu').getByText('Menjadi kasus').waitFor()
  expect(await focusedText()).toContain('Menjadi kasus')
})

test('it is taken back beside it, and its case says so', async () => {
  const { page } = desk
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await focusedText()).toBe('Urungkan')
  await page.keyboard.press('Enter')
  await row('madu').getByText('Diurungkan').waitFor()
  await page.keyboard.press('Tab')
  expect(await focusedText()).toContain('Buka kasus')
  await page.keyboard.press('Enter')
  await page.getByText('Tindakan dibatalkan').waitFor()
  expect(await page.getByRole('button', { name: 'Batalkan' }).count()).toBe(0)
})

test('the history of its case takes it back as well', async () => {
  const { page } = desk
  await page.goto(`${app.url}/di-luar-antrean`)
  await row('durian').getByRole('button', { name: 'Ini aduan' }).click()
  await page.getByLabel('Cari kategori').fill('pangan')
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Masukkan ke antrean' }).click()
  await row('durian').getByRole('link', { name: 'Buka kasus' }).click()
  await page.locator('.event--opened').getByRole('button', { name: 'Batalkan' }).click()
  await page.getByText('Tindakan dibatalkan').waitFor()
  expect(desk.complaints).toEqual([])
})

test('offers no thanks where the category is kept from the accused', async () => {
  const { page } = desk
  await app.room.ground.ports.posts.receive(
    [incoming({ text: 'Jual madu hutan, minat DM ya kak' })],
    receiveOptions({ governmentId: PROVINCE }),
  )
  const open = row('madu hutan').getByRole('button', { name: 'Ini aduan' })
  for (let tries = 0; tries < 30 && !(await open.isVisible()); tries++) {
    await page.goto(`${app.url}/di-luar-antrean`)
    await page.waitForTimeout(500)
  }
  await open.click()
  const kinds = page.getByLabel('Jenis')
  await kinds.selectOption('Apresiasi')
  await page.getByLabel('Cari kategori').fill('pungli')
  await page.getByLabel('Cari kategori').press('Enter')
  expect(await page.getByLabel('Pungutan liar oleh petugas').isChecked()).toBe(true)
  await kinds.locator('option', { hasText: 'Apresiasi' }).waitFor({ state: 'detached' })
  expect(await kinds.inputValue()).toBe('complaint')
  await page.keyboard.press('Escape')
  await expect.poll(focusedText).toBe('Ini aduan')
})

test('who pastes a post and sees it kept out calls it a complaint right there', async () => {
  const { page } = desk
  await page.keyboard.press('p')
  await page.getByLabel('Isi kiriman').fill('Promo kopi Kepahiang, gratis ongkir se-Sumatra ya kak')
  await page.getByRole('button', { name: 'Kirim ke antrean' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Ini aduan' }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Ini aduan' }).click()
  await dialog.getByLabel('Cari kategori').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('lampu')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await dialog.getByRole('link', { name: 'Buka kasus' }).click()
  await page.getByRole('heading', { name: /Promo kopi/ }).waitFor()
  expect(await page.locator('dialog[open]').count()).toBe(0)
})

test('a broken line has no button, and says why', async () => {
  const { page } = desk
  await page.goto(`${app.url}/di-luar-antrean`)
  await page.getByLabel('Hasil').selectOption('quarantined')
  await row('Jalan rusak').getByText('tidak pernah menjadi kiriman').waitFor()
  expect(await row('Jalan rusak').getByRole('button').count()).toBe(0)
  expect(desk.complaints).toEqual([])
})
