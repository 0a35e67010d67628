import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiClient, firstAdministrator, newcomer } from '../support/api-client.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningApp, startApp } from '../support/running-app.ts'

interface Status {
  caseId: string | null
  outcome: string | null
}
interface CaseBody {
  case: { id: string; version: number; state: string; agencyId: string | null; code: string }
}

const POTHOLE = {
  platform: 'tiktok',
  url: 'https://www.tiktok.com/@contoh_warga/video/7412345678901234567?is_from_webapp=1',
  text: 'Jl Hibrida depan kampus bolong lagi min, sudah dua motor jatuh. Kapan diperbaiki?',
}

describe.each(['redis', 'postgres'] as const)('with the queue on %s', (queue) => {
  let app: RunningApp
  let admin: ApiClient
  let officer: ApiClient
  let stranger: ApiClient

  beforeAll(async () => {
    app = await startApp({ queue })
    admin = await firstAdministrator(app.url, app.setupLink)
    officer = await newcomer(app.url, admin, {
      username: 'petugas.pu',
      name: 'Petugas PU',
      roles: ['desk-officer'],
      agencyId: 'bengkulu.dpupr',
    })
    stranger = await newcomer(app.url, admin, {
      username: 'petugas.dinkes',
      name: 'Petugas Dinkes',
      roles: ['desk-officer'],
      agencyId: 'bengkulu.dinkes',
    })
  })
  afterAll(() => app.stop())

  test('a pasted link becomes a case of the agency whose duty it is, is claimed, answered and closed', async () => {
    const pasted = await officer.post<{ postId: string; duplicate: boolean }>('/posts', POTHOLE)
    expect(pasted.body).toMatchObject({ duplicate: false })
    const { caseId } = await eventually(
      async () => (await officer.get<Status>(`/posts/${pasted.body.postId}`)).body,
      (status) => status.outcome !== null,
    )
    expect(caseId).not.toBeNull()

    const seen = await officer.get<CaseBody>(`/cases/${caseId}`)
    expect(seen.body.case).toMatchObject({ agencyId: 'bengkulu.dpupr', state: 'referred' })
    let { version } = seen.body.case
    const act = async (verb: string, body: object) => {
      const answer = await officer.post<CaseBody>(`/cases/${caseId}/${verb}`, { version, ...body })
      expect(answer.status, answer.text).toBe(200)
      version = answer.body.case.version
      return answer.body.case.state
    }
    expect(await act('claim', {})).toBe('accepted')
    const text =
      'Terima kasih laporannya. Tim meninjau Jl. Hibrida hari ini pukul 14.00 WIB dan menutup lubang.'
    expect(await act('answer', { text, url: null, final: true })).toBe('in-progress')
    const closing = {
      text: 'Lubang ditambal.',
      privateReason: null,
      evidenceReason: 'Foto menyusul dari lapangan.',
    }
    expect(await act('resolve', closing)).toBe('resolved')
  })

  test('the same link pasted again is known already', async () => {
    const again = await officer.post<{ duplicate: boolean }>('/posts', {
      ...POTHOLE,
      url: 'https://m.tiktok.com/v/7412345678901234567.html',
    })
    expect(again.body.duplicate).toBe(true)
  })

  test('an officer of another agency sees nothing of it', async () => {
    const { body } = await officer.get<{ items: { id: string; code: string }[] }>(
      '/cases?queue=ended&sort=newest&limit=10',
    )
    const known = body.items[0]
    expect(known).toBeDefined()
    for (const queue of ['agency', 'all', 'ended']) {
      const list = await stranger.get<{ items: unknown[] }>(
        `/cases?queue=${queue}&sort=newest&limit=50&q=hibrida`,
      )
      expect(list.body.items, queue).toEqual([])
    }
    expect((await stranger.get(`/cases/${known?.id}`)).status).toBe(404)
    expect((await stranger.get('/cases.csv?queue=ended&sort=newest')).text).not.toContain(
      known?.code,
    )
  })
})
