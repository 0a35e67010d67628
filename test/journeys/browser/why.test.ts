import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, startApp } from '../../support/running-app.ts'
import { incoming, receiveOptions } from '../../support/seed.ts'
import { buildConsole, type Desk, setUp, sitDown, startBrowser } from './browser.ts'

/** An officer asks why a post stands on this desk, and why one post became two cases. */
let app: RunningApp
let browser: Browser
let desk: Desk

const TEXT = 'Jalan Salak berlubang parah. Selain itu lampu jalan di Jl Salak mati sudah sebulan'
const ROAD = 'Jalan Hibrida depan kampus bolong besar, dua motor jatuh pagi ini'

beforeAll(async () => {
  await buildConsole()
  app = await startApp()
  browser = await startBrowser()
  desk = await sitDown(browser)
  const options = receiveOptions({ governmentId: 'pemprov-bengkulu' })
  await app.room.ground.ports.posts.receive(
    [TEXT, ROAD].map((text) => incoming({ text })),
    options,
  )
  await setUp(desk.page, app.setupLink, 'pemprov-bengkulu')
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

test('shows word by word why a post stands here', async () => {
  const { page, complaints } = desk
  await page.goto(`${app.url}/antrean/semua`)
  await page.locator('.row a', { hasText: 'Hibrida' }).first().click()
  await page.locator('.case-head .code').waitFor()
  await page.keyboard.press('w')
  await page.locator('.spoken').first().waitFor()
  // the next Tab stands on the first word that spoke
  await page.keyboard.press('Tab')
  const focused = 'document.activeElement.getBoundingClientRect()'
  expect(await page.evaluate('document.activeElement.className')).toMatch(/spoken/)
  expect(await page.evaluate(`${focused}.top > 0 && ${focused}.bottom < innerHeight`)).toBe(true)
  const words = await page.locator('.spoken').allTextContents()
  expect(words.join(' ')).toMatch(/bolong/)
  expect(complaints).toEqual([])
})

test('a part of a post says so, and leads to the rest of it', async () => {
  const { page } = desk
  await page.goto(`${app.url}/antrean/semua`)
  await page.locator('.row a', { hasText: 'lampu jalan' }).first().click()
  await page.locator('.case-head .code').waitFor()
  await page
    .getByText(/Bagian \d dari \d aduan dalam kiriman ini/)
    .first()
    .waitFor()
})
