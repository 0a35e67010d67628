import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPosts } from '../../src/actions/read-posts.ts'
import type { Category } from '../../src/core/configuration.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { PostReader } from '../../src/ports/reading.ts'
import { type ApiOverHouse, apiOver } from '../support/api-over-house.ts'
import {
  asRead,
  coordinator,
  type House,
  incoming,
  openHouse,
  PROVINCE,
  receive,
  smallConfiguration,
} from '../support/seed.ts'

let house: House
let api: ApiOverHouse
let chief: Viewer

const configuration = smallConfiguration()
const owner = { regency: 'pupr', province: 'pupr', external: null }
configuration.taxonomy.categories = [
  { id: 'jalan.rusak', label: 'Jalan rusak', group: 'jalan', slaClass: 'biasa', owner },
  { id: 'gov.pungli', label: 'Pungli', group: 'gov', slaClass: 'rahasia', owner },
] as Category[]
configuration.taxonomy.slaClasses = { rahasia: { confidential: true, note: '' } }

beforeAll(async () => {
  house = await openHouse(configuration)
  api = await apiOver(house)
  chief = await coordinator(house)
})
afterAll(async () => {
  await api.close()
  await house.close()
})

const ALTERNATIVES = ['spam.non_layanan', 'jalan.rusak']

const reader: PostReader = {
  prepare: async () => undefined,
  read: async (_government, posts) => ({
    kind: 'read',
    readings: posts.map((post) =>
      post.context?.judged
        ? asRead(post, { category: post.context.judged.category, agency: 'pupr' })
        : asRead(post, {
            ...{ kind: 'irrelevant', category: 'spam.non_layanan', agency: null },
            alternatives: ALTERNATIVES,
          }),
    ),
  }),
  explain: async () => null,
  close: async () => undefined,
}

const read = (ids: string[]) => readPosts({ ...house, reader }, ids)

const outside = async (): Promise<string> => {
  const ids = await receive(house, [incoming()])
  await read(ids)
  return ids[0] ?? ''
}

const post = async (path: string, payload: object) => {
  const headers = { 'idempotency-key': randomUUID() }
  const answer = await api.as(chief, { method: 'POST', url: `/api${path}`, headers, payload })
  return { status: answer.statusCode, body: answer.json() }
}
const get = async (path: string) => (await api.as(chief, { url: `/api${path}` })).json()
const raise = (id: string, said: object) => post(`/posts/${id}/complaint`, said)

interface LedgerLine {
  id: string
  isRaw: boolean
  alternatives: string[]
}

describe('who calls a post a complaint after all', () => {
  it('follows it to its case, and takes it back there', async () => {
    const id = await outside()
    expect((await raise(id, { category: 'jalan.rusak' })).body).toMatchObject({ stage: 'received' })
    await read([id])
    const { caseId } = await get(`/posts/${id}`)
    const view = await get(`/cases/${caseId}`)
    const opening = view.events.find(({ type }: { type: string }) => type === 'opened')
    expect(opening).toMatchObject({ actor: { userId: chief.userId }, data: { postId: id } })
    const said = { version: view.case.version, eventId: opening.id }
    const undone = await post(`/cases/${caseId}/undo`, said)
    expect(undone.body).toMatchObject({ case: { state: 'not-a-service' }, other: null })
    const again = await get(`/cases/${caseId}`)
    const shown = again.events.find(({ id: eventId }: { id: string }) => eventId === opening.id)
    expect(shown.undone).toBe(true)
  })

  it('is offered what the reader thought of', async () => {
    const id = await outside()
    const { items } = await get('/ledger')
    const line = items.find((each: LedgerLine) => each.id === id)
    expect(line).toMatchObject({ isRaw: false, alternatives: ALTERNATIVES })
  })

  it('hears in a sentence why thanks are no matter of a confidential category', async () => {
    const id = await outside()
    const { status, body } = await raise(id, { category: 'gov.pungli', kind: 'praise' })
    expect([status, body.code]).toEqual([409, 'kind-of-category'])
    expect(body.title).toMatch(/Kategori rahasia .* bukan apresiasi/)
  })

  it('knows which categories are confidential', async () => {
    const { categories } = await get('/reference')
    expect(categories).toMatchObject([
      { id: 'jalan.rusak', confidential: false },
      { id: 'gov.pungli', confidential: true },
    ])
  })
})

it('a line that never became a post is marked so, and nobody can raise it', async () => {
  await house.posts.quarantine(PROVINCE, '{"text": "Jalan rus', 'baris rusak')
  const { items } = await get('/ledger?outcome=quarantined')
  const raw = items.find(({ isRaw }: LedgerLine) => isRaw)
  expect(raw).toMatchObject({ text: '{"text": "Jalan rus', because: ['baris rusak'] })
  expect((await raise(raw.id, { category: 'jalan.rusak' })).status).toBe(404)
})
