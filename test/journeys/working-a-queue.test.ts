import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ApiClient, firstAdministrator, newcomer } from '../support/api-client.ts'
import { PEOPLE, pasteCase } from '../support/pastes.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

interface Row {
  id: string
  code: string
  version: number
  claim: { mine: boolean; name: string } | null
}
interface View {
  case: Row & { woken: { because: string } | null }
  present: { name: string; level: string }[]
  events: { id: string; type: string; undone: boolean; data: { text?: string } }[]
}
interface Found {
  items: { case: Row; highlight: { text: string } | null }[]
  notes: string[]
}

let app: RunningApp
let chief: ApiClient
let ani: ApiClient
let budi: ApiClient
let caseId: string

beforeAll(async () => {
  app = await startApp()
  chief = await firstAdministrator(app.url, app.setupLink)
  ani = await newcomer(app.url, chief, { username: 'ani', ...PEOPLE.road })
  budi = await newcomer(app.url, chief, { username: 'budi', ...PEOPLE.road })
  caseId = await pasteCase(ani, 'Jl Hibrida depan kampus bolong lagi min, kapan diperbaiki?')
})
afterAll(() => app.stop())

const view = async (who: ApiClient) => (await who.get<View>(`/cases/${caseId}`)).body
const version = async () => (await view(chief)).case.version

test('an officer is handed the case, a colleague gets none, and sees who has it open', async () => {
  const given = await ani.post<{ case: Row }>('/queues/agency/next')
  expect(given.body.case, given.text).toMatchObject({ id: caseId, claim: { mine: true } })
  expect((await budi.post('/queues/agency/next')).body).toEqual({ case: null, skipped: 0 })
  await ani.put(`/cases/${caseId}/presence`, { level: 'editing' })
  expect((await view(budi)).present).toMatchObject([{ level: 'editing' }])
  const told = await budi.put<{ people: object[] }>(`/cases/${caseId}/presence`, {
    level: 'viewing',
  })
  expect(told.body.people).toMatchObject([{ level: 'editing' }])
})

test('a draft is kept, a mention reaches its colleague, and a slip is taken back', async () => {
  const seen = await view(ani)
  const seenEventId = seen.events.at(-1)?.id
  const draft = { text: 'Terima kasih, petugas', version: seen.case.version, seenEventId }
  expect((await ani.put(`/cases/${caseId}/drafts/answer`, draft)).status).toBe(200)
  await ani.post(`/cases/${caseId}/note`, { text: 'Rahasia kantor, @budi' })
  const drafts = await ani.get<{ items: object[] }>(`/cases/${caseId}/drafts`)
  expect(drafts.body.items).toMatchObject([{ text: draft.text, stale: true, changes: [] }])
  const notices = () => budi.get<{ unread: number; items: object[] }>('/notifications?unread=true')
  expect((await notices()).body).toMatchObject({
    unread: 1,
    items: [{ kind: 'mention', text: 'Rahasia kantor, @budi' }],
  })
  const eventId = (await view(ani)).events.at(-1)?.id
  const undone = await ani.post(`/cases/${caseId}/undo`, { version: await version(), eventId })
  expect(undone.status, undone.text).toBe(200)
  expect((await notices()).body.unread).toBe(0)
  const after = (await view(ani)).events
  expect(after.slice(-2)).toMatchObject([
    { type: 'noted', undone: true, data: {} },
    { type: 'undone', undone: false },
  ])
  expect(JSON.stringify(after)).not.toContain('Rahasia kantor')
})

test('a supervisor’s word: the case is taken over, weighed anew, and put off', async () => {
  const over = await chief.post(`/cases/${caseId}/take-over`, {
    version: await version(),
    reason: 'Ani rapat',
  })
  expect(over.status, over.text).toBe(200)
  const graver = await chief.post(`/cases/${caseId}/urgency`, {
    version: await version(),
    urgency: 'P2',
    reason: 'di depan sekolah',
  })
  expect(graver.body, graver.text).toMatchObject({ case: { urgency: 'P2' } })
  const off = await chief.post(`/cases/${caseId}/snooze`, {
    version: await version(),
    until: new Date(Date.now() + 1500).toISOString(),
    forReply: false,
    reason: 'menunggu aspal',
  })
  expect(off.body, off.text).toMatchObject({ case: { snooze: { active: true } } })
  await expect
    .poll(async () => (await view(ani)).case.woken?.because, { timeout: 10_000 })
    .toBe('Waktu tunda tiba: menunggu aspal')
})

test('what the citizen wrote is found a moment later, with the words marked', async () => {
  const find = async (q: string) =>
    (await ani.get<Found>(`/search?q=${encodeURIComponent(q)}`)).body
  await expect
    .poll(async () => (await find('perbaikan kampus')).items.length, { timeout: 10_000 })
    .toBe(1)
  const found = await find('hibrida status:terbuka')
  expect(found.items[0]?.highlight?.text).toContain('Hibrida')
  expect(found.notes).toEqual([])
  const refused = await ani.get<{ detail: string }>('/search?q=opd%3Asalah')
  expect(refused.status).toBe(400)
  expect(refused.body.detail).toContain('“opd:salah” tidak dikenal')
})

test('a shipped template begins an answer that the officer has to finish', async () => {
  interface Suggested {
    items: { id: string; name: string; gaps: string[] }[]
  }
  const fitting = await ani.get<Suggested>(`/cases/${caseId}/templates`)
  const [best] = fitting.body.items
  expect(best?.name).toContain('Jalan rusak')
  const bare = await ani.post<{ detail: string }>(`/cases/${caseId}/templates/${best?.id}/use`)
  expect(bare.status).toBe(409)
  expect(bare.body.detail).toContain('tanggal yang dijanjikan')
  const used = await ani.post<{ text: string; unfilled: string[] }>(
    `/cases/${caseId}/templates/${best?.id}/use`,
    { values: { janji: 'Jumat, 27 November', tempat: 'Jalan Hibrida' } },
  )
  expect(used.body.text, used.text).toContain('Jumat, 27 November')
  expect(used.body.unfilled).toHaveLength(1)
})
