import { afterAll, beforeAll, expect, test } from 'vitest'
import { noteCase } from '../../src/actions/note-case.ts'
import { transferCase } from '../../src/actions/transfer-case.ts'
import type { DraftKind } from '../../src/core/draft.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { caseOf, casesOf, coordinator, type House, officer, openHouse } from '../support/seed.ts'

let house: House
let ani: Viewer
let budi: Viewer
let chief: Viewer

beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  budi = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

const any = (caseId: string) => ({ caseId, version: null })

const write = async (who: Viewer, caseId: string, text: string, kind: DraftKind = 'answer') => {
  const view = await house.cases.view(who, caseId)
  const seenEventId = view?.events.at(-1)?.id ?? '0'
  const version = view?.case.version ?? 1
  return house.drafts.save(who, { caseId, kind, text, version, seenEventId })
}

test('everybody has their own, and sees nobody else’s', async () => {
  const { id } = await caseOf(house)
  await write(ani, id, 'Terima kasih, akan')
  await write(budi, id, 'Selamat pagi')
  await write(ani, id, 'Terima kasih, akan kami tinjau')
  await write(ani, id, 'telepon pak RT', 'note')
  const mine = (await house.drafts.of(ani, id)).map(({ kind, text }) => [kind, text])
  expect(mine).toEqual([
    ['note', 'telepon pak RT'],
    ['answer', 'Terima kasih, akan kami tinjau'],
  ])
  await house.drafts.discard(ani, id, 'answer')
  expect(await house.drafts.of(ani, id)).toHaveLength(1)
  expect(await house.drafts.of(budi, id)).toMatchObject([{ text: 'Selamat pagi' }])
})

test('says what others did to the case since it was seen', async () => {
  const { id } = await caseOf(house)
  await write(ani, id, 'Sedang kami')
  expect(await house.drafts.of(ani, id)).toMatchObject([{ stale: false, changes: [] }])
  await noteCase(house, budi, any(id), 'sudah saya telepon')
  await noteCase(house, ani, any(id), 'baik')
  const [draft] = await house.drafts.of(ani, id)
  expect(draft).toMatchObject({ stale: true, text: 'Sedang kami' })
  expect(draft?.changes.map(({ data }) => data.text)).toEqual(['sudah saya telepon'])
})

test('stays when the case goes to another agency, and can still be written on', async () => {
  const { id, code } = await caseOf(house)
  await write(ani, id, 'Setengah kalimat')
  await transferCase(house, chief, any(id), { agencyId: 'dinkes', reason: 'bukan jalan' })
  await noteCase(house, chief, any(id), 'rahasia dinkes')
  const left = { text: 'Setengah kalimat', caseCode: null, changes: [] }
  expect(await house.drafts.of(ani, id)).toMatchObject([left])
  expect(JSON.stringify(await house.drafts.all(ani))).not.toContain('rahasia dinkes')
  expect(JSON.stringify(await house.drafts.of(ani, id))).not.toContain(code)
  const draft = { caseId: id, kind: 'answer' as const, text: 'Satu kalimat', version: 1 }
  const saved = await house.drafts.save(ani, { ...draft, seenEventId: '0' })
  expect(saved.kind).toBe('saved')
  const begun = await house.drafts.save(budi, { ...draft, seenEventId: '0' })
  expect(begun).toMatchObject({ code: 'not-found' })
})

test('is found at the case that took its case in, however often', async () => {
  const [one, two, three] = await casesOf(house, [{}, {}, {}])
  if (!one || !two || !three) throw new Error('not opened')
  await write(ani, one.id, 'dari yang pertama')
  await write(ani, three.id, 'dari yang ketiga')
  await house.merging.merge(chief, { into: any(two.id), from: any(one.id) }, () => true)
  await house.merging.merge(chief, { into: any(three.id), from: any(two.id) }, () => true)
  const found = await house.drafts.of(ani, three.id)
  expect(found.map(({ text, caseId }) => [text, caseId])).toEqual([
    ['dari yang ketiga', three.id],
    ['dari yang pertama', one.id],
  ])
  expect(found[1]?.changes.at(-1)?.type).toBe('merged-into')
})
