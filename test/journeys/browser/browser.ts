/** Debian's chromium, driven as a person would: by what is written on the screen. */
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { PASSWORD } from '../../support/api-client.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const SMALL_LAPTOP = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS })

/** What is looked at is what the sources say now. */
export const buildConsole = (outDir?: string): Promise<unknown> =>
  build({
    configFile: 'src/web/vite.config.ts',
    logLevel: 'warn',
    ...(outDir ? { build: { outDir } } : {}),
  })

/** A person at their own computer. Whatever the page complains about is kept. */
export interface Desk {
  page: Page
  complaints: string[]
}

export const sitDown = async (
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Desk> => {
  const context = await browser.newContext({
    viewport: SMALL_LAPTOP,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    acceptDownloads: true,
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text())
  })
  return { page, complaints }
}

/** Opens the one-time link of a new house as its first administrator and coordinator. */
export const setUp = async (page: Page, link: string, governmentId: string) => {
  await page.goto(link)
  await page.getByLabel('Pemerintah daerah').selectOption(governmentId)
  await page.getByLabel('Nama Anda').fill('Ibu Admin')
  await page.getByLabel('Nama pengguna').fill('admin')
  await page.getByLabel('Kata sandi').fill(PASSWORD)
  await page.getByRole('button', { name: 'Mulai' }).click()
  await page.getByRole('link', { name: /Meja pilah/ }).waitFor()
}

export const signIn = async (page: Page, url: string, username: string, password: string) => {
  await page.goto(url)
  await page.getByLabel('Nama pengguna').fill(username)
  await page.getByLabel('Kata sandi').fill(password)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.getByRole('link', { name: 'Tanggap' }).waitFor()
}

interface Violation {
  id: string
  help: string
  nodes: { html: string; failureSummary?: string }[]
}

/**
 * What axe-core finds against WCAG 2.2 AA. It is run through the debugger, which the page's
 * content policy does not bind.
 */
export const barriersOn = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  const violations = (await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
       .then((found) => found.violations)`,
  )) as Violation[]
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help} — ${html} ${failureSummary ?? ''}`),
  )
}
