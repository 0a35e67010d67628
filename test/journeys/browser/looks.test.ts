import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FakeApi, startFakeApi } from '../../web/fake-api/server.ts'
import { barriersOn, buildConsole, PHONE, signIn, sitDown, startBrowser } from './browser.ts'

const PASSWORD = 'Rahasia-12345'

/** The console with plenty in it: a stand-in answers, so that every page has something to show. */
describe('a full console', () => {
  let api: FakeApi
  let browser: Browser
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tanggap-console-'))
    await buildConsole(folder)
    api = await startFakeApi(folder)
    browser = await startBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await api?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const enter = async (username: string, options: BrowserContextOptions = {}) => {
    const desk = await sitDown(browser, options)
    await signIn(desk.page, api.url, username, PASSWORD)
    return desk
  }

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test('has no barrier on any page that an officer works in', async () => {
      const { page, complaints } = await enter('sari', { colorScheme })
      await page.locator('.row').first().waitFor()
      expect(await barriersOn(page), 'queue').toEqual([])
      await page.locator('.row a').nth(2).click()
      await page.getByRole('heading', { name: 'Mengapa di sini' }).waitFor()
      expect(await barriersOn(page), 'case').toEqual([])
      for (const key of ['r', 'f', 'n', 't', 'm', 's', 'e']) {
        await page.keyboard.press(key)
        await page.locator('.case-form').waitFor()
        expect(await barriersOn(page), `form ${key}`).toEqual([])
        await page.keyboard.press('Escape')
        await page.keyboard.press('Escape')
      }
      for (const key of ['p', '?']) {
        await page.keyboard.press(key)
        await page.locator('dialog[open]').waitFor()
        expect(await barriersOn(page), `dialog ${key}`).toEqual([])
        await page.keyboard.press('Escape')
        await page.locator('dialog').waitFor({ state: 'detached' })
      }
      expect(complaints).toEqual([])
    })

    test('has no barrier on the pages of a coordinator who administers', async () => {
      const { page, complaints } = await enter('rina', { colorScheme })
      await page.getByRole('button', { name: /^Peringatan, / }).click()
      await page
        .getByRole('button', { name: /^Terima peringatan/ })
        .first()
        .waitFor()
      expect(await barriersOn(page), 'alerts').toEqual([])
      await page.keyboard.press('Escape')
      for (const room of ['Di luar antrean', 'Sumber', 'Saluran', 'Pengguna']) {
        await page.getByRole('link', { name: room, exact: true }).click()
        await page.getByRole('heading', { name: room, level: 1 }).waitFor()
        expect(await barriersOn(page), room).toEqual([])
      }
      expect(complaints).toEqual([])
    })
  })

  test('has no barrier on a phone, and the case fills its width', async () => {
    const { page } = await enter('sari', { viewport: PHONE, isMobile: true, hasTouch: true })
    await page.locator('.row a').first().click()
    await page.getByRole('button', { name: 'Tanggapi' }).waitFor()
    expect(await barriersOn(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width)
    expect(await page.locator('.desk-list').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Antrean' }).click()
    await page.locator('.row').first().waitFor()
  })

  test('the sign-in and setup pages have no barrier', async () => {
    const { page } = await sitDown(browser)
    await page.goto(api.url)
    await page.getByRole('heading', { name: 'Masuk' }).waitFor()
    expect(await barriersOn(page)).toEqual([])
    await page.goto(`${api.url}/mulai/contoh-tautan-sekali-pakai`)
    await page.getByLabel('Nama Anda').waitFor()
    expect(await barriersOn(page)).toEqual([])
  })

  test('a newcomer waits behind the pill and moves no row', async () => {
    const { page } = await enter('sari')
    await page.locator('.row').first().waitFor()
    await page.getByText('Langsung').waitFor()
    const before = await placesOf(page)
    api.bring(0)
    api.bring(2)
    await page.getByRole('button', { name: '2 baru' }).waitFor()
    expect(await placesOf(page)).toEqual(before)
    await page.keyboard.press('.')
    await page.getByRole('button', { name: '2 baru' }).waitFor({ state: 'detached' })
    expect((await placesOf(page)).length).toBe(before.length + 2)
  })

  test('a lost line is said, and it resumes by itself', async () => {
    const { page } = await enter('sari')
    await page.getByText('Langsung').waitFor()
    api.dropLines()
    await page.getByText(/Sambungan terputus sejak/).waitFor()
    await page.getByText('Langsung').waitFor()
  })

  test('the keys lead through the queue and back', async () => {
    const { page } = await enter('budi')
    await page.locator('.row').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const second = await page.locator('.row a').nth(1).getAttribute('id')
    expect(await page.evaluate('document.activeElement.id')).toBe(second)
    await page.keyboard.press('o')
    await page.locator('.case-head').waitFor()
    await page.keyboard.press('u')
    await page.locator('.case-head').waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await page.waitForURL('**/antrean/tenggat')
    await page.keyboard.press('/')
    await page.keyboard.type('hibrida')
    await page.waitForURL('**/antrean/tenggat?q=hibrida')
  })
})

const placesOf = (page: Page): Promise<string[]> =>
  page
    .locator('.row a')
    .evaluateAll((rows) => rows.map((row) => `${row.id} ${row.getBoundingClientRect().top}`))
