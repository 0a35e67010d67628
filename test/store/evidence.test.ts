import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerCase } from '../../src/actions/answer-case.ts'
import {
  addEvidence,
  type GivenEvidence,
  withdrawEvidence,
} from '../../src/actions/keep-evidence.ts'
import { recordFieldWork } from '../../src/actions/record-field-work.ts'
import { resolveCase } from '../../src/actions/resolve-case.ts'
import { openCaseTask } from '../../src/actions/work-tasks.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { caseOf, coordinator, type House, officer, openHouse } from '../support/seed.ts'

let house: House
let ani: Viewer
let budi: Viewer
let chief: Viewer
let health: Viewer

beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  budi = await officer(house)
  chief = await coordinator(house)
  health = await officer(house, 'dinkes')
})
afterAll(() => house.close())

let shade = 0
const photo = () =>
  sharp({
    create: {
      width: 64,
      height: 48,
      channels: 3,
      background: { r: shade++, g: (shade * 37) % 256, b: 9 },
    },
  })
    .withExif({ IFD0: { Make: 'Telepon Contoh' } })
    .jpeg()
    .toBuffer()
const given = (more: Partial<GivenEvidence> = {}): GivenEvidence => ({
  kind: 'letter',
  note: '',
  letterNumber: '600/12/PU/2026',
  url: null,
  location: null,
  photo: null,
  ...more,
})
const added = async (who: Viewer, caseId: string, more: Partial<GivenEvidence> = {}) => {
  const result = await addEvidence(house, who, caseId, given(more))
  if (result.kind === 'refused') throw new Error(result.detail)
  return result.evidence
}
const TEXT = 'Lubang di depan pasar ditambal regu DPUPR Jumat, 27 November 2026 pukul 09.00.'
const say = (caseId: string) =>
  answerCase(
    house,
    ani,
    { caseId, version: null },
    { text: TEXT, url: null, final: false, answeredAt: null },
  )
const close = (caseId: string, evidenceReason: string | null = null) =>
  resolveCase(
    house,
    ani,
    { caseId, version: null },
    { text: 'Ditambal.', privateReason: null, evidenceReason },
  )

describe('evidence', () => {
  it('AC-000-5: a photo is kept with the hash of its original and shown without EXIF', async () => {
    const { id } = await caseOf(house)
    const original = await photo()
    const { id: evidenceId, sha256 } = await added(ani, id, {
      kind: 'photo-after',
      photo: original,
    })
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    const shown = await house.evidence.photo(ani, evidenceId)
    expect((await sharp(shown ?? undefined).metadata()).exif).toBeUndefined()
    const [row] = await house.ask<{ original: Buffer }>(
      'select original from evidence where id = $1',
      [evidenceId],
    )
    expect(row?.original.equals(original)).toBe(true)
  })

  it('is seen by those who see the case, and by nobody else', async () => {
    const { id } = await caseOf(house, { confidential: true })
    const { id: evidenceId } = await added(ani, id, { kind: 'photo-after', photo: await photo() })
    for (const stranger of [health, chief]) {
      expect(await house.evidence.list(stranger, id)).toBeNull()
      expect(await house.evidence.photo(stranger, evidenceId)).toBeNull()
      expect(await addEvidence(house, stranger, id, given())).toMatchObject({ code: 'not-found' })
      expect(await withdrawEvidence(house, stranger, evidenceId, 'x')).toMatchObject({
        code: 'not-found',
      })
    }
  })

  it('says what each kind cannot do without', async () => {
    const { id } = await caseOf(house)
    for (const [kind, sentence] of [
      ['photo-after', 'Lampirkan fotonya.'],
      ['letter', 'Tuliskan nomor suratnya.'],
      ['reporter', 'Tuliskan apa yang dinyatakan pelapor.'],
      ['link', 'Cantumkan tautan publiknya.'],
    ] as const)
      expect(await addEvidence(house, ani, id, given({ kind, letterNumber: null }))).toMatchObject({
        code: 'evidence-refused',
        detail: sentence,
      })
  })

  it('is the same photo once, also where the button is pressed twice', async () => {
    const { id } = await caseOf(house)
    const bytes = await photo()
    const twice = await Promise.all(
      [1, 2].map(() => addEvidence(house, ani, id, given({ kind: 'photo-after', photo: bytes }))),
    )
    expect(twice.map(({ kind }) => kind).sort()).toEqual(['added', 'refused'])
  })

  it('that is withdrawn stays on file, is shown no more and closes nothing', async () => {
    const { id } = await caseOf(house)
    const { id: evidenceId } = await added(ani, id, { kind: 'photo-after', photo: await photo() })
    expect(await house.evidence.countClosing(ani, id)).toBe(1)
    await withdrawEvidence(house, ani, evidenceId, 'Foto tempat lain.')
    expect(await house.evidence.photo(ani, evidenceId)).toBeNull()
    expect(await house.evidence.countClosing(ani, id)).toBe(0)
    expect(await house.evidence.list(ani, id)).toMatchObject([
      { withdrawn: { reason: 'Foto tempat lain.' } },
    ])
    const types = (await house.cases.view(ani, id))?.events.map(({ type }) => type)
    expect(types).toEqual(['opened', 'evidence-added', 'evidence-withdrawn'])
  })
})

describe('AC-000-4: Selesai', () => {
  it('AC-000-4: a case cannot be Selesai without an answer that counts, a follow-up and evidence', async () => {
    const { id } = await caseOf(house)
    expect(await close(id)).toMatchObject({ code: 'answer-missing' })
    await answerCase(
      house,
      ani,
      { caseId: id, version: null },
      { text: 'Terima kasih infonya kak', url: null, final: true, answeredAt: null },
    )
    expect(await close(id)).toMatchObject({ code: 'answer-missing' })
    await say(id)
    expect(await close(id)).toMatchObject({ code: 'follow-up-missing' })
    const before = { kind: 'photo-before' as const, note: 'Lubang 40 cm', location: null }
    await recordFieldWork(house, ani, id, { ...before, photo: await photo() })
    expect(await close(id), 'a photo of how it was shows no fix').toMatchObject({
      code: 'evidence-missing',
    })
    await added(ani, id, { kind: 'reporter', note: 'Pelapor menyatakan sudah rata.' })
    expect(await close(id)).toMatchObject({ kind: 'changed', case: { state: 'resolved' } })
  })

  it('takes a reason in place of evidence', async () => {
    const { id } = await caseOf(house)
    await say(id)
    await recordFieldWork(house, ani, id, {
      kind: 'photo-before',
      note: 'Diperiksa',
      location: null,
      photo: await photo(),
    })
    expect(await close(id, 'Pertanyaan dijawab lisan.')).toMatchObject({
      case: { state: 'resolved' },
    })
  })
})

describe('work in the field', () => {
  it('is recorded although a colleague at the desk has the case open', async () => {
    const { id } = await caseOf(house)
    await say(id)
    const done = {
      kind: 'photo-after' as const,
      note: 'Ditambal aspal dingin.',
      photo: await photo(),
    }
    const location = { latitude: -3.79, longitude: 102.26 }
    expect(await recordFieldWork(house, budi, id, { ...done, location })).toMatchObject({
      kind: 'added',
      case: { claim: { name: ani.name } },
    })
    const view = await house.cases.view(ani, id)
    expect(view?.events.slice(-2)).toMatchObject([
      { type: 'evidence-added', actor: { userId: budi.userId } },
      { type: 'followed-up', data: { followUp: 'field', text: 'Ditambal aspal dingin.' } },
    ])
    expect(await house.evidence.list(ani, id)).toMatchObject([{ location }])
  })
})

describe('a field task', () => {
  const sentTo = async (
    caseId: string,
    wish: { kind?: 'field' | 'support'; agencyId?: string; assigneeId?: string | null } = {},
  ) => {
    const { kind = 'field', agencyId = 'pupr', assigneeId = null } = wish
    const asked = { title: 'Tambal lubang', target: { workingDays: 1 } }
    const opened = await openCaseTask(
      house,
      chief,
      { caseId, version: null },
      { kind, agencyId, assigneeId, ...asked },
    )
    if (opened.kind === 'refused') throw new Error(opened.code)
    return (await taskOn(caseId)).at(-1)?.id ?? ''
  }
  const taskOn = async (caseId: string) => (await house.custody.view(ani, caseId))?.tasks ?? []
  const stateOf = async (caseId: string) => (await house.cases.view(ani, caseId))?.case
  const onTheSpot = async (who: Viewer, caseId: string, more: object = {}) =>
    recordFieldWork(house, who, caseId, {
      kind: 'photo-after',
      note: 'Ditambal aspal dingin.',
      location: null,
      photo: await photo(),
      ...more,
    })

  it('is done with the photo that was taken for it, and each names the other', async () => {
    const { id } = await caseOf(house)
    await say(id)
    const taskId = await sentTo(id)
    const done = await onTheSpot(budi, id)
    expect(done).toMatchObject({ kind: 'added', ended: true, evidence: { taskId } })
    const evidenceId = done.kind === 'added' ? done.evidence.id : ''
    expect(await taskOn(id)).toMatchObject([
      { state: 'done', endedBy: budi.userId, result: { evidenceId } },
    ])
    const events = (await house.cases.view(ani, id))?.events.slice(-3)
    expect(events).toMatchObject([
      { type: 'evidence-added', data: { evidenceId, taskId } },
      { type: 'followed-up' },
      { type: 'task-done', data: { evidenceId, taskId } },
    ])
  })

  it('stays open with a picture of how it was', async () => {
    const { id } = await caseOf(house)
    const taskId = await sentTo(id)
    expect(await onTheSpot(ani, id, { kind: 'photo-before' })).toMatchObject({
      ended: false,
      evidence: { taskId },
    })
    expect(await taskOn(id)).toMatchObject([{ state: 'open' }])
  })

  it('of several is one’s own before that of the agency, or the one that is named', async () => {
    const { id } = await caseOf(house)
    const anybody = await sentTo(id)
    const own = await sentTo(id, { assigneeId: budi.userId })
    expect(await onTheSpot(budi, id)).toMatchObject({ evidence: { taskId: own } })
    expect(await onTheSpot(budi, id, { taskId: anybody })).toMatchObject({
      evidence: { taskId: anybody },
    })
    expect((await taskOn(id)).map(({ state }) => state)).toEqual(['done', 'done'])
    expect(await onTheSpot(budi, id, { taskId: house.ids.next() })).toMatchObject({
      code: 'not-found',
    })
  })

  it('is not ended by a form that is refused, and nothing of it is kept', async () => {
    const { id } = await caseOf(house)
    await sentTo(id)
    const bytes = await photo()
    await added(ani, id, { kind: 'photo-after', photo: bytes })
    expect(await onTheSpot(ani, id, { photo: bytes })).toMatchObject({ code: 'evidence-refused' })
    expect(await taskOn(id)).toMatchObject([{ state: 'open' }])
    expect((await stateOf(id))?.followedUpAt).toBeNull()
  })

  it('AC-001-6: of a supporting agency is recorded by its officer, and moves the case nowhere', async () => {
    const { id } = await caseOf(house)
    expect(await onTheSpot(health, id)).toMatchObject({ code: 'not-found' })
    const taskId = await sentTo(id, { kind: 'support', agencyId: 'dinkes' })
    const before = await stateOf(id)
    expect(await added(health, id)).toMatchObject({ kind: 'letter', taskId })
    expect(await onTheSpot(health, id)).toMatchObject({
      kind: 'added',
      ended: true,
      evidence: { taskId },
    })
    expect(await taskOn(id)).toMatchObject([{ state: 'done', endedBy: health.userId }])
    const after = await stateOf(id)
    expect(after?.state).toBe(before?.state)
    expect(after?.followedUpAt).toBeNull()
    // the help is given: the case is no longer theirs to read or to add to
    expect(await addEvidence(house, health, id, given())).toMatchObject({ code: 'not-found' })
  })
})
