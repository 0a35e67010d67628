/** Who runs the machine does not read allegations by it: the inspectorate lets its own people in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resetUser } from '../../src/actions/reset-user.ts'
import type { Role, Viewer } from '../../src/core/roles.ts'
import { type ApiOverHouse, apiOver } from '../support/api-over-house.ts'
import { type House, openHouse, person } from '../support/seed.ts'

let house: House
let api: ApiOverHouse
let admin: Viewer
let inspector: Viewer
let officer: Viewer

beforeAll(async () => {
  house = await openHouse()
  api = await apiOver(house)
  admin = await person(house, { roles: ['administrator'] })
})
afterAll(async () => {
  await api.close()
  await house.close()
})

const post = (who: Viewer, url: string, payload?: object) =>
  api.as(who, { method: 'POST', url, ...(payload && { payload }) })

let invited = 0
const invite = async (who: Viewer, roles: Role[], agencyId: string | null = 'inspektorat') => {
  invited += 1
  const asked = { username: `orang-${invited}`, name: 'Ibu Baru', roles, agencyId }
  const answer = await post(who, '/api/users', asked)
  return [answer.statusCode, answer.json().code ?? 'invited']
}

const hook = (agencyId: string | null) => ({
  ...{ kind: 'webhook', name: 'Kait', enabled: true, agencyId },
  settings: { url: 'https://contoh.go.id/kait' },
})

describe('as long as the inspectorate has nobody who came in', () => {
  it('the administrator invites the first inspector', async () => {
    expect(await invite(admin, ['inspectorate'])).toEqual([201, 'invited'])
  })
})

describe('once an inspector came in', () => {
  beforeAll(async () => {
    inspector = await person(house, { roles: ['inspectorate'], agencyId: 'inspektorat' })
    officer = await person(house, { roles: ['desk-officer'], agencyId: 'pupr' })
    await house.users.setPassword(inspector.userId, 'sandi yang sudah diolah')
  })

  it('the administrator opens no way in for anybody else, nor in the name of one who is there', async () => {
    expect(await invite(admin, ['inspectorate'])).toEqual([403, 'inspectorate-only'])
    expect(await invite(admin, ['desk-officer'])).toEqual([403, 'inspectorate-only'])
    for (const act of ['reset', 'disable', 'enable']) {
      const answer = await post(admin, `/api/users/${inspector.userId}/${act}`)
      expect([act, answer.statusCode, answer.json().code]).toEqual([act, 403, 'inspectorate-only'])
    }
    expect(await invite(admin, ['desk-officer'], 'pupr')).toEqual([201, 'invited'])
    expect((await post(admin, `/api/users/${officer.userId}/reset`)).statusCode).toBe(200)
  })

  it('the inspectorate lets its own people in, and nobody else', async () => {
    expect(await invite(inspector, ['inspectorate'])).toEqual([201, 'invited'])
    expect(await invite(inspector, ['desk-officer'], 'pupr')).toEqual([403, 'no-right'])
    expect(await invite(inspector, ['inspectorate', 'administrator'])).toEqual([403, 'no-right'])
    expect((await post(inspector, `/api/users/${officer.userId}/reset`)).statusCode).toBe(404)
    const listed = (await api.as(inspector, { url: '/api/users' })).json().items
    expect(listed.map((one: { agencyId: string }) => one.agencyId)).not.toContain('pupr')
    expect(listed.map((one: { id: string }) => one.id)).toContain(inspector.userId)
  })

  it('only the inspectorate says where its alerts go', async () => {
    const refused = await post(admin, '/api/channels', hook('inspektorat'))
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'inspectorate-only'])
    const added = await post(inspector, '/api/channels', hook('inspektorat'))
    expect(added.statusCode).toBe(201)
    const url = `/api/channels/${added.json().channel.id}`
    expect((await api.as(admin, { method: 'DELETE', url })).statusCode).toBe(403)
    expect((await post(inspector, '/api/channels', hook(null))).statusCode).toBe(403)
    await post(admin, '/api/channels', hook('pupr'))
    const listed = (await api.as(inspector, { url: '/api/channels' })).json().items
    expect(listed.map((one: { agencyId: string }) => one.agencyId)).toEqual(['inspektorat'])
    expect((await api.as(inspector, { method: 'DELETE', url })).statusCode).toBe(204)
  })

  it('whoever sits at the machine itself helps the last one who forgot', async () => {
    expect(await resetUser(house, null, inspector.userId)).toMatchObject({ kind: 'invited' })
  })
})
