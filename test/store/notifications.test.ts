import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeCaseUrgency } from '../../src/actions/change-urgency.ts'
import { dismissCase } from '../../src/actions/dismiss-case.ts'
import { noteCase } from '../../src/actions/note-case.ts'
import { recategoriseCase } from '../../src/actions/recategorise-case.ts'
import { releaseCase } from '../../src/actions/release-case.ts'
import { takeOverCase } from '../../src/actions/take-over-case.ts'
import { transferCase } from '../../src/actions/transfer-case.ts'
import { undoCase } from '../../src/actions/undo-case.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { createLearning } from '../../src/store/learning.ts'
import {
  caseOf,
  casesOf,
  coordinator,
  type House,
  officer,
  openHouse,
  PROVINCE,
  person,
  REGENCY,
  smallConfiguration,
} from '../support/seed.ts'

let house: House
let ani: Viewer
let budi: Viewer
let health: Viewer
let chief: Viewer

const taxonomy = {
  ...smallConfiguration().taxonomy,
  categories: ['jalan.rusak', 'air.pdam'].map((id) => ({
    id,
    label: id,
    group: id.split('.')[0] ?? '',
    urusan: null,
    owner: { regency: null, province: null, external: null },
    authorityRule: 'none',
    urgency: 'P3' as const,
    slaClass: '',
    phrases: [],
    anchors: [],
    negative: [],
    escalateIf: [],
    examples: [],
  })),
}

beforeAll(async () => {
  house = await openHouse(smallConfiguration({ taxonomy }))
  const make = (username: string, agencyId: string) =>
    person(house, { roles: ['desk-officer'], agencyId, username })
  ani = await make('ani', 'pupr')
  budi = await make('budi', 'pupr')
  health = await make('sehat', 'dinkes')
  chief = await coordinator(house)
  await person(house, {
    roles: ['desk-officer'],
    agencyId: 'pupr',
    username: 'tetangga',
    governmentId: REGENCY,
  })
})
afterAll(() => house.close())

const any = (caseId: string) => ({ caseId, version: null })
const told = async (who: Viewer, unread = true) => {
  const page = await house.notifications.list(who, { unread, limit: 50 })
  if (!('items' in page)) throw new Error(page.code)
  return page
}
const lastEvent = async (who: Viewer, id: string) =>
  (await house.cases.view(who, id))?.events.at(-1)?.id ?? '0'

describe('a mention in a note', () => {
  test('tells the colleague, once, until it is read', async () => {
    const { id, code } = await caseOf(house)
    await noteCase(house, ani, any(id), 'Tolong dicek @budi, @budi!')
    const { items, unread } = await told(budi)
    expect(items).toMatchObject([
      { kind: 'mention', caseCode: code, by: ani.name, text: 'Tolong dicek @budi, @budi!' },
    ])
    expect(unread).toBe(1)
    expect(await house.notifications.read(budi, [items[0]?.id ?? ''])).toBe(0)
    expect((await told(budi)).items).toEqual([])
    expect((await told(budi, false)).items).toHaveLength(1)
    expect((await told(ani)).items).toEqual([])
  })

  test('of somebody who may not see the case is refused, and says whom', async () => {
    const { id } = await caseOf(house)
    const said = await noteCase(house, ani, any(id), 'Mohon bantu @sehat dan @budi')
    expect(said).toMatchObject({
      code: 'mention-blind',
      detail:
        '@sehat tidak dapat melihat kasus ini. Hapus sebutannya, atau teruskan kasusnya lebih dahulu.',
    })
    expect((await house.cases.view(ani, id))?.events.map(({ type }) => type)).toEqual(['opened'])
    expect((await told(health)).items).toEqual([])
  })

  test('of a citizen’s handle, or of another government’s officer, is only a word', async () => {
    const { id } = await caseOf(house)
    const said = await noteCase(house, ani, any(id), 'Pelapor @warga_biasa dan @tetangga')
    expect(said.kind).toBe('changed')
  })

  test('is not told any more once the case went out of sight', async () => {
    const { id } = await caseOf(house)
    await noteCase(house, ani, any(id), '@budi lihat ini')
    expect((await told(budi)).unread).toBe(1)
    await transferCase(house, chief, any(id), { agencyId: 'dinkes', reason: 'puskesmas' })
    expect(await told(budi)).toMatchObject({ items: [], unread: 0 })
  })

  test('is not told any more once the note was taken back', async () => {
    const { id } = await caseOf(house)
    await noteCase(house, ani, any(id), '@budi salah kasus')
    expect((await told(budi)).unread).toBe(1)
    await undoCase(house, ani, any(id), await lastEvent(ani, id))
    expect((await told(budi)).unread).toBe(0)
  })
})

test('whoever loses a case to a supervisor is told by whom and why', async () => {
  const { id } = await caseOf(house)
  await house.cases.change(ani, id, null, () => ({
    kind: 'changed',
    patch: { claim: { userId: ani.userId, name: ani.name, until: new Date(Date.now() + 60_000) } },
    event: { type: 'claimed', data: {} },
  }))
  await takeOverCase(house, chief, any(id), 'Ani sedang rapat')
  expect((await told(ani)).items).toMatchObject([
    { kind: 'claim-taken', by: chief.name, text: 'Ani sedang rapat' },
  ])
})

test('turning the pages of notices shows each once', async () => {
  const cases = await casesOf(house, [{}, {}, {}, {}, {}])
  const reader = await person(house, {
    roles: ['desk-officer'],
    agencyId: 'pupr',
    username: 'pembaca',
  })
  for (const { id } of cases) await noteCase(house, ani, any(id), '@pembaca')
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await house.notifications.list(reader, { unread: true, cursor, limit: 2 })
    if (!('items' in page)) throw new Error(page.code)
    seen.push(...page.items.map(({ caseId }) => caseId))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(cases.map(({ id }) => id).reverse())
  const broken = await house.notifications.list(reader, { unread: true, cursor: 'x', limit: 2 })
  expect(broken).toMatchObject({ code: 'bad-cursor' })
})

describe('taking back', () => {
  test('a transfer gives the case back as long as the other side has not acted', async () => {
    const { id } = await caseOf(house)
    await transferCase(house, ani, any(id), { agencyId: 'dinkes', reason: 'keliru' })
    expect(await house.cases.view(ani, id)).toBeNull()
    const event = await lastEvent(chief, id)
    const strangers = await undoCase(house, health, any(id), event)
    expect(strangers).toMatchObject({ code: 'not-found' })
    const back = await undoCase(house, ani, any(id), event)
    expect(back).toMatchObject({ kind: 'changed', case: { agencyId: 'pupr', state: 'referred' } })
  })

  test('a transfer that the other side has taken up is refused, and tells nothing of it', async () => {
    const { id } = await caseOf(house)
    await transferCase(house, ani, any(id), { agencyId: null, reason: 'keliru' })
    const event = await lastEvent(chief, id)
    await noteCase(house, chief, any(id), 'Rahasia meja pilah')
    const late = await undoCase(house, ani, any(id), event)
    expect(late).toMatchObject({ code: 'undo-too-late' })
    expect(JSON.stringify(late)).not.toContain('Rahasia')
    expect('current' in late).toBe(false)
  })

  test('a new category withdraws what would have been learned from it', async () => {
    const { id } = await caseOf(house)
    const learning = createLearning(house.ground.connection)
    const taught = async () =>
      (await learning.corrected(PROVINCE)).filter(({ caseId }) => caseId === id)
    const to = { category: 'air.pdam', kind: null, reason: null }
    await recategoriseCase(house, ani, any(id), to)
    expect(await taught()).toHaveLength(1)
    const back = await undoCase(house, ani, any(id), await lastEvent(ani, id))
    expect(back).toMatchObject({ case: { category: 'jalan.rusak' } })
    expect(await taught()).toEqual([])
  })

  test('a merge withdraws what would have been learned from it', async () => {
    const [one, two] = await casesOf(house, [{}, {}])
    if (!one || !two) throw new Error('not opened')
    const pair = { into: any(one.id), from: any(two.id) }
    await house.merging.merge(chief, pair, () => true)
    const left = () =>
      house.ask('select 1 from corrections where case_id = $1 and withdrawn_at is null', [two.id])
    expect(await left()).toHaveLength(1)
    const undone = await undoCase(house, chief, any(one.id), await lastEvent(chief, one.id))
    expect(undone).toMatchObject({ kind: 'changed', other: { id: two.id, mergedInto: null } })
    expect(await left()).toEqual([])
  })

  test('"bukan layanan" or a new urgency sets the clocks back to where they were', async () => {
    const { id } = await caseOf(house)
    const dueAt = async () => (await house.cases.view(ani, id))?.case.dueAt
    const before = await dueAt()
    expect(before).toBeInstanceOf(Date)
    await dismissCase(house, ani, any(id), 'iklan')
    expect(await dueAt()).toBeNull()
    expect(await undoCase(house, ani, any(id), await lastEvent(ani, id))).toMatchObject({
      case: { state: 'referred', endedAt: null },
    })
    expect(await dueAt()).toEqual(before)
    await changeCaseUrgency(house, ani, any(id), { urgency: 'P1', reason: 'ada korban' })
    expect((await dueAt())?.getTime()).toBeLessThan(before?.getTime() ?? 0)
    await undoCase(house, ani, any(id), await lastEvent(ani, id))
    expect(await dueAt()).toEqual(before)
  })

  test('of five who press it at once, one takes it back', async () => {
    const { id } = await caseOf(house)
    await recategoriseCase(house, ani, any(id), { category: 'air.pdam', kind: null, reason: null })
    const event = await lastEvent(ani, id)
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => undoCase(house, ani, any(id), event)),
    )
    expect(tries.filter(({ kind }) => kind === 'changed')).toHaveLength(1)
  })

  test('letting go is taken back, and the case is in hand again', async () => {
    const { id } = await caseOf(house)
    await house.cases.change(ani, id, null, () => ({
      kind: 'changed',
      patch: { claim: { userId: ani.userId, name: ani.name, until: new Date(Date.now() + 9e4) } },
      event: { type: 'claimed', data: {} },
    }))
    await releaseCase(house, ani, any(id))
    const back = await undoCase(house, ani, any(id), await lastEvent(ani, id))
    expect(back).toMatchObject({ case: { claim: { userId: ani.userId } } })
  })

  test('what is no event of the case is not found', async () => {
    const { id } = await caseOf(house)
    for (const event of ['0', 'x', '99999999'])
      expect(await undoCase(house, ani, any(id), event)).toMatchObject({ code: 'not-found' })
    const other = await officer(house, 'dinkes')
    const mine = await lastEvent(ani, id)
    expect(await undoCase(house, other, any(id), mine)).toMatchObject({ code: 'not-found' })
  })
})
