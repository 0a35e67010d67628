import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD } from '../../support/api-client.ts'
import { type RunningApp, startApp } from '../../support/running-app.ts'
import { barriersOn, buildConsole, type Desk, sitDown, startBrowser } from './browser.ts'

const LINK = 'https://www.tiktok.com/@contoh_warga/video/7412345678901234567'
const TEXT = 'Jl Hibrida depan kampus bolong lagi min, sudah dua motor jatuh. Kapan diperbaiki?'
const ANSWER =
  'Terima kasih laporannya. Tim DPUPR meninjau Jl. Hibrida hari ini pukul 14.00 WIB dan menutup lubang.'

describe('the first day with Tanggap', () => {
  let app: RunningApp
  let browser: Browser
  let admin: Desk
  /** Two officers of one agency, and one of another. */
  let sari: Desk
  let budi: Desk
  let dewi: Desk
  let code = ''
  let caseAddress = ''
  /** Everything that the officer of the other agency was sent, from the first moment on. */
  const sentToDewi: string[] = []

  beforeAll(async () => {
    await buildConsole()
    app = await startApp()
    browser = await startBrowser()
    const desks = [sitDown(browser), sitDown(browser), sitDown(browser), sitDown(browser)] as const
    ;[admin, sari, budi, dewi] = await Promise.all(desks)
  })
  afterAll(async () => {
    await browser?.close()
    await app?.stop()
  })

  test('the one-time link makes the first administrator, who also coordinates', async () => {
    const { page } = admin
    await page.goto(app.setupLink)
    await page.getByLabel('Pemerintah daerah').selectOption('pemprov-bengkulu')
    await page.getByLabel('Nama Anda').fill('Ibu Admin')
    await page.getByLabel('Nama pengguna').fill('admin')
    await page.getByLabel('Kata sandi').fill('terlalu-lemah')
    expect(await page.getByRole('button', { name: 'Mulai' }).isDisabled()).toBe(true)
    await page.getByLabel('Kata sandi').fill(PASSWORD)
    expect(await page.getByLabel('Saya juga koordinator').isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Mulai' }).click()
    await page.getByRole('link', { name: /Meja pilah/ }).waitFor()
    await page.goto(app.setupLink)
    await page.getByText('Tautan ini sudah dipakai').waitFor()
  })

  test('she makes officers, and each sets a password by a link of their own', async () => {
    const { page } = admin
    await page.goto(`${app.url}/pengguna`)
    await invite(page, sari.page, 'sari', 'Sari Wulandari', 'bengkulu.dpupr')
    await invite(page, budi.page, 'budi', 'Budi Santoso', 'bengkulu.dpupr')
    dewi.page.on('response', (response) => void keep(response, sentToDewi))
    await invite(page, dewi.page, 'dewi', 'Dewi Lestari', 'bengkulu.dinkes')
    for (const desk of [sari, budi]) {
      await desk.page.getByText('Antrean OPD Anda kosong').waitFor()
      await desk.page.getByText('Langsung').waitFor()
    }
  })

  test('a pasted TikTok link becomes a case of the agency whose duty it is', async () => {
    const { page } = sari
    await page.keyboard.press('p')
    await page.getByLabel('Tautan (bila ada)').fill(LINK)
    expect(await page.getByLabel('Platform').inputValue()).toBe('tiktok')
    expect(await page.getByLabel('Nama akun').inputValue()).toBe('@contoh_warga')
    await page.getByLabel('Isi kiriman').fill(TEXT)
    await page.getByRole('button', { name: 'Kirim ke antrean' }).click()
    const open = page.getByRole('button', { name: /^Buka kasus / })
    code = ((await open.textContent()) ?? '').replace('Buka kasus', '').trim()
    expect(code).toMatch(/^BKL-/)
    await open.click()
    await page.getByRole('heading', { name: /Jl Hibrida depan kampus/ }).waitFor()
    await page.getByText('OPD pengampu: Dinas Pekerjaan Umum').waitFor()
    await page.getByRole('heading', { name: 'Mengapa di sini' }).waitFor()
    caseAddress = new URL(page.url()).pathname
    const link = page.getByRole('link', { name: 'Lihat di TikTok' })
    expect(await link.getAttribute('href')).toBe(LINK)
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
  })

  test('the second officer sees it arrive without reloading, and who works on it', async () => {
    const row = budi.page.getByRole('link', { name: /Jl Hibrida depan kampus/ })
    await row.waitFor()
    await row.click()
    await budi.page.getByRole('button', { name: 'Ambil' }).waitFor()
    await sari.page.keyboard.press('c')
    await sari.page.getByText('Sedang Anda kerjakan').waitFor()
    await budi.page.getByText('Sedang dikerjakan Sari Wulandari').waitFor()
    expect(await budi.page.getByRole('button', { name: 'Ambil' }).isDisabled()).toBe(true)
  })

  test('what the first officer answers and does stands at the second one at once', async () => {
    const { page } = sari
    await page.keyboard.press('r')
    await page.getByLabel('Teks tanggapan').fill(ANSWER)
    await page.getByLabel('Tautan balasan resmi').fill(`${LINK}?reply=1`)
    await page.getByLabel('Jawaban final').check()
    await page.keyboard.press('Control+Enter')
    await page.getByText('Tanggapan dicatat.', { exact: true }).waitFor()
    await budi.page.getByText(ANSWER).waitFor()
    await budi.page.getByText('(jawaban final, tanpa persetujuan)').waitFor()
    await page.getByRole('button', { name: 'Selesai' }).click()
    await page.getByLabel('Ringkasan penyelesaian').fill('Lubang ditambal dan dipadatkan.')
    await page.getByLabel('Bukti dukung').selectOption('none')
    await page.getByLabel('Alasan tanpa bukti dukung').fill('Foto menyusul dari regu lapangan.')
    await page.getByRole('button', { name: 'Tandai selesai' }).click()
    await page.getByText('Kasus selesai.').waitFor()
    await budi.page.getByText('Lubang ditambal dan dipadatkan.').waitFor()
    await budi.page.getByRole('link', { name: /^Selesai 1$/ }).waitFor()
  })

  test('what was typed survives when somebody else was faster', async () => {
    const caseId = await pasteAnother(sari.page)
    await budi.page.goto(`${app.url}/kasus/${caseId}`)
    await budi.page.getByRole('button', { name: 'Tanggapi' }).click()
    await budi.page.getByLabel('Teks tanggapan').fill('Kami sedang menyiapkan')
    await sari.page.goto(`${app.url}/kasus/${caseId}`)
    await sari.page.getByRole('button', { name: 'Ambil' }).click()
    await sari.page.getByText('Sedang Anda kerjakan').waitFor()
    await budi.page.getByRole('button', { name: 'Catat tanggapan' }).click()
    await budi.page.locator('.form-refusal', { hasText: 'Sari Wulandari' }).waitFor()
    expect(await budi.page.getByLabel('Teks tanggapan').inputValue()).toBe('Kami sedang menyiapkan')
    await budi.page.reload()
    await budi.page.getByRole('button', { name: 'Tanggapi' }).click()
    expect(await budi.page.getByLabel('Teks tanggapan').inputValue()).toBe('Kami sedang menyiapkan')
  })

  test('"Selesai" says in its form what is missing, and takes it there without a mouse', async () => {
    const { page } = sari
    const { keyboard } = page
    await keyboard.press('e')
    await page.getByLabel('Ringkasan penyelesaian').waitFor()
    await keyboard.type('Lantai jembatan diganti.')
    await keyboard.press('Control+Enter')
    await page.locator('.form-refusal', { hasText: 'belum ada jawaban bermutu' }).waitFor()
    expect(await page.locator('.notice--refused').count()).toBe(0)
    await page.getByRole('button', { name: 'Catat tindak lanjut' }).press('Enter')
    await page.getByLabel('Apa yang dilakukan').fill('Regu mengganti enam papan, Senin 08.00.')
    await keyboard.press('Control+Enter')
    await page.getByText('Tindak lanjut dicatat.').waitFor()
    await keyboard.press('e')
    await page.getByText('Tindak lanjut tercatat').waitFor()
    await keyboard.press('Tab')
    await keyboard.type('Dijawab lewat telepon, atas permintaannya.')
    await keyboard.press('Tab')
    await keyboard.type('Nomor')
    await keyboard.press('Tab')
    await keyboard.press('Control+Enter')
    await page.locator('.form-refusal', { hasText: 'Isi dahulu: Nomor surat.' }).waitFor()
    await keyboard.type('600/12/DPUPR/2026')
    await keyboard.press('Control+Enter')
    await page.getByText('Kasus selesai.').waitFor()
    await page.getByText('Nomor surat · 600/12/DPUPR/2026').waitFor()
  })

  test('an officer of another agency sees none of it', async () => {
    const { page } = dewi
    for (const queue of ['opd', 'semua', 'selesai']) {
      await page.goto(`${app.url}/antrean/${queue}?q=Hibrida`)
      await page.getByRole('heading', { name: 'Tidak ada yang cocok' }).waitFor()
    }
    await page.locator('.tab').nth(4).waitFor()
    const counts = await page.locator('.tab-count').allTextContents()
    expect(counts).toEqual(['0', '0', '0', '0', '0'])
    await page.goto(`${app.url}${caseAddress}`)
    await page.getByRole('heading', { name: 'Kasus tidak ditemukan' }).waitFor()
    await page.goto(`${app.url}/antrean/semua`)
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV' }).click()
    const csv = await readFile(await (await download).path(), 'utf8')
    const all = [csv, ...sentToDewi].join('\n')
    expect(sentToDewi.length).toBeGreaterThan(10)
    const traces = [code, 'Hibrida', 'contoh_warga', 'ditambal']
    expect(traces.filter((trace) => all.includes(trace))).toEqual([])
  })

  test('nothing that happened is heard on her line either', async () => {
    expect(await everythingHeard(sari.page)).toContain(code)
    const heard = await everythingHeard(dewi.page)
    expect(heard).toContain('retry:')
    expect(heard).not.toContain('data:')
  })

  test('no page complained on the way, and the open case has no barrier', async () => {
    expect(await barriersOn(sari.page)).toEqual([])
    expect([admin, sari, budi, dewi].flatMap(({ complaints }) => complaints)).toEqual([])
  })
})

const invite = async (
  office: Page,
  own: Page,
  username: string,
  name: string,
  agencyId: string,
): Promise<void> => {
  await office.getByRole('button', { name: 'Tambah pengguna' }).click()
  await office.getByLabel('Nama', { exact: true }).fill(name)
  await office.getByLabel('Nama pengguna').fill(username)
  await office.getByLabel('OPD', { exact: true }).selectOption(agencyId)
  await office.getByRole('button', { name: /Buat dan ambil tautan/ }).click()
  const link = await office.locator('.one-time-link').textContent()
  await office.getByRole('button', { name: 'Tutup' }).click()
  await own.goto(link ?? '')
  await own.getByText(username).waitFor()
  await own.getByLabel('Kata sandi').fill(PASSWORD)
  await own.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await own.getByRole('heading', { name: 'Masuk' }).waitFor()
  await own.getByLabel('Kata sandi').fill(PASSWORD)
  await own.getByRole('button', { name: 'Masuk' }).click()
  await own.getByRole('link', { name: /Antrean OPD saya/ }).waitFor()
}

/** The line of live changes, asked for from the very beginning. */
const everythingHeard = (page: Page): Promise<string> =>
  page.evaluate(
    `new Promise((resolve) => {
      let text = ''
      const stop = new AbortController()
      fetch('/api/events?after=0-0', { signal: stop.signal })
        .then(async ({ body }) => {
          const reader = body.pipeThrough(new TextDecoderStream()).getReader()
          for (;;) text += (await reader.read()).value ?? ''
        })
        .catch(() => resolve(text))
      setTimeout(() => stop.abort(), 2_000)
    })`,
  )

const pasteAnother = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Tempel' }).click()
  await page
    .getByLabel('Isi kiriman')
    .fill('Jembatan provinsi di Nakau retak pak, tolong dicek DPUPR sebelum ambruk')
  await page.getByLabel('Platform').selectOption('phone')
  await page.getByRole('button', { name: 'Kirim ke antrean' }).click()
  await page.getByRole('button', { name: /^Buka kasus / }).click()
  await page.getByRole('heading', { name: /Jembatan provinsi/ }).waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Bodies of streams and downloads cannot be read here; those are asked for on their own. */
const keep = async (
  response: { url: () => string; text: () => Promise<string> },
  into: string[],
): Promise<void> => {
  const { pathname } = new URL(response.url())
  if (!pathname.startsWith('/api/') || pathname === '/api/events') return
  into.push(await response.text().catch(() => ''))
}
