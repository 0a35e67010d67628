import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raisePost } from '../../src/actions/raise-post.ts'
import { readPosts } from '../../src/actions/read-posts.ts'
import { undoCase } from '../../src/actions/undo-case.ts'
import type { Category } from '../../src/core/configuration.ts'
import { lessonOf } from '../../src/core/lesson.ts'
import type { IncomingPost } from '../../src/core/post.ts'
import type { Reading } from '../../src/core/reading.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { reportRouting } from '../../src/core/routing-report.ts'
import type { ReceiveOptions } from '../../src/ports/posts.ts'
import type { PostReader } from '../../src/ports/reading.ts'
import { createLearning } from '../../src/store/learning.ts'
import {
  asRead,
  coordinator,
  DAY,
  HOUR,
  type House,
  incoming,
  officer,
  openHouse,
  PROVINCE,
  person,
  receive,
  smallConfiguration,
} from '../support/seed.ts'

let house: House
let roads: Viewer
let chief: Viewer

const configuration = smallConfiguration()
const owner = { regency: 'pupr', province: 'pupr', external: null }
configuration.taxonomy.categories = [
  { id: 'jalan.rusak', label: 'Jalan rusak', slaClass: 'biasa', owner },
  { id: 'spam.non_layanan', label: 'Bukan layanan', slaClass: 'biasa', owner },
  { id: 'gov.pungli', label: 'Pungli', slaClass: 'rahasia', owner },
] as Category[]
configuration.taxonomy.slaClasses = { rahasia: { confidential: true, note: '' } }

beforeAll(async () => {
  house = await openHouse(configuration)
  roads = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

const NOISE: Partial<Reading> = {
  kind: 'irrelevant',
  category: 'spam.non_layanan',
  confidence: 0.7,
  rules: ['aturan: gate'],
  agency: null,
}

/** Takes everything for noise; where an officer said what it is, for that, and for `agency`. */
const readerWith = (agency: string | null = 'pupr'): PostReader => ({
  prepare: async () => undefined,
  read: async (_government, posts) => ({
    kind: 'read',
    readings: posts.map((post) => {
      const said = post.context?.judged
      return asRead(post, said ? { kind: said.kind, category: said.category, agency } : NOISE)
    }),
  }),
  explain: async () => null,
  close: async () => undefined,
})

const read = (ids: string[], reader = readerWith()) => readPosts({ ...house, reader }, ids)

const outside = async (
  post: Partial<IncomingPost> = {},
  options: Partial<ReceiveOptions> = {},
): Promise<string> => {
  const ids = await receive(house, [incoming(post)], options)
  await read(ids)
  return ids[0] ?? ''
}

const VERDICT = { category: 'jalan.rusak', kind: 'complaint', reason: 'lubang sungguhan' } as const
const raise = (id: string, by = chief, verdict: Parameters<typeof raisePost>[3] = VERDICT) =>
  raisePost(house, by, id, verdict)
const raised = async (id: string, by = chief) => {
  expect(await raise(id, by)).toMatchObject({ kind: 'raised' })
  await read([id])
  const caseId = (await house.posts.status(chief, id))?.caseId
  const view = await house.cases.view(chief, caseId ?? '')
  if (!view) throw new Error('no case')
  return view
}
const keptOf = (caseId: string) =>
  house.ask<{ [column: string]: unknown; at: Date }>(
    'select * from corrections where case_id = $1 and withdrawn_at is null',
    [caseId],
  )

describe('a post outside the queue that the coordinator calls a complaint', () => {
  it('waits to be read once more, and becomes a case as any other', async () => {
    const postedAt = new Date(house.clock.now().getTime() - DAY)
    const id = await outside({ postedAt })
    expect((await house.posts.status(chief, id))?.outcome).toBe('not-a-service')
    const said = await raise(id)
    expect(said).toMatchObject({ kind: 'raised', status: { stage: 'received', caseId: null } })
    expect(await house.readingWork.takeWaiting(100)).toContain(id)
    await read([id])
    const { caseId } = (await house.posts.status(chief, id)) ?? {}
    const view = await house.cases.view(chief, caseId ?? '')
    expect(view?.case).toMatchObject({
      agencyId: 'pupr',
      state: 'referred',
      category: 'jalan.rusak',
      // the citizen has waited since then; the agency has it from now on
      firstPostAt: postedAt,
    })
    const clock = view?.clocks.find((each) => each.clock === 'citizen')
    expect(clock?.startedAt).toEqual(postedAt)
  })

  it('is a labelled example of what the gate missed, with who and when', async () => {
    const id = await outside()
    const { case: opened, events } = await raised(id)
    const [row] = await keptOf(opened.id)
    expect(row).toMatchObject({
      act: 'recategorise',
      before: { kind: 'irrelevant', category: 'spam.non_layanan', rules: ['aturan: gate'] },
      after: { kind: 'complaint', category: 'jalan.rusak', agencyId: 'pupr' },
      reason: 'lubang sungguhan',
      user_id: chief.userId,
      post_ids: [id],
    })
    expect(Math.abs(Number(row?.at) - house.clock.now().getTime())).toBeLessThan(HOUR)
    expect(events.find(({ type }) => type === 'opened')).toMatchObject({
      actor: { userId: chief.userId },
      data: { reason: 'lubang sungguhan' },
    })
    const learning = createLearning(house.ground.connection)
    const found = (await learning.corrected(PROVINCE)).find(({ caseId }) => caseId === opened.id)
    const [government] = configuration.governments
    if (!found || !government) throw new Error('nothing was kept')
    expect(lessonOf(found.corrections, government, configuration.taxonomy)).toMatchObject({
      among: ['jalan.rusak'],
      kind: 'complaint',
    })
    // read with the officer's word beside it, any model would be right
    expect(found.posts[0]?.context?.judged).toBeUndefined()
  })

  it('is written into the audit, at once', async () => {
    const id = await outside()
    await raise(id)
    const rows = await house.ask('select * from audit_entries where subject = $1', [`post:${id}`])
    expect(rows).toMatchObject([
      {
        act: 'post.raised',
        actor_id: chief.userId,
        before: { outcome: 'not-a-service' },
        after: { category: 'jalan.rusak', reason: 'lubang sungguhan' },
      },
    ])
    await read([id])
  })

  it('goes to the triage desk where its reading would end it again', async () => {
    const id = await outside()
    await raise(id)
    await read([id], readerWith('out-of-area'))
    const { caseId } = (await house.posts.status(chief, id)) ?? {}
    expect((await house.cases.view(chief, caseId ?? ''))?.case).toMatchObject({
      agencyId: null,
      state: 'new',
    })
  })

  it('counts in the cost of wrong routing: by the gate, since its citizen wrote', async () => {
    const own = await openHouse(configuration)
    const boss = await coordinator(own)
    const postedAt = new Date(own.clock.now().getTime() - 6 * HOUR)
    const ids = await receive(own, [incoming({ postedAt })])
    const parts = { ...own, reader: readerWith() }
    await readPosts(parts, ids)
    await raisePost(own, boss, ids[0] ?? '', VERDICT)
    await readPosts(parts, ids)
    const routed = await createLearning(own.ground.connection).routed(PROVINCE, new Date(0))
    const report = reportRouting(routed, { workingMinutes: () => 0, isDutyOf: () => false })
    expect(report.confusion).toMatchObject([{ from: 'spam.non_layanan', to: 'pupr', n: 1 }])
    expect(report.confusion[0]?.hours).toBeCloseTo(6, 1)
    expect(report.rules).toMatchObject([{ rule: 'aturan: gate' }])
    await own.close()
  })

  it('is no service again when that is taken back, and teaches nothing any more', async () => {
    const id = await outside()
    const { case: opened, events } = await raised(id)
    const told = events.find(({ type }) => type === 'opened')?.id ?? ''
    const seen = { caseId: opened.id, version: null }
    expect(await undoCase(house, roads, seen, told)).toMatchObject({ code: 'undo-not-yours' })
    expect(await undoCase(house, chief, seen, told)).toMatchObject({
      case: { state: 'not-a-service' },
    })
    expect(await keptOf(opened.id)).toEqual([])
  })

  it('is raised by one of two who say so at once', async () => {
    const id = await outside()
    const said = await Promise.all([raise(id), raise(id)])
    expect(said.map(({ kind }) => kind).sort()).toEqual(['raised', 'refused'])
    await read([id])
    expect(await raise(id)).toMatchObject({ code: 'not-found' })
  })
})

describe('who may say so', () => {
  it('an officer, of a post that they pasted themselves', async () => {
    const id = await outside({}, { receivedBy: roads.userId })
    const { case: opened } = await raised(id, roads)
    expect(await keptOf(opened.id)).toMatchObject([{ user_id: roads.userId }])
  })

  it('no officer of another one, nobody of another government, of no case', async () => {
    const id = await outside()
    const there = await person(house, { roles: ['coordinator'], governmentId: 'pemkab-oki' })
    for (const by of [roads, there])
      expect(await raise(id, by)).toMatchObject({ code: 'not-found' })
  })

  it('nobody for what is no category of a case', async () => {
    const id = await outside()
    for (const category of ['spam.non_layanan', 'gov.pejabat_politik', 'tidak.ada'])
      expect(await raise(id, chief, { ...VERDICT, category })).toMatchObject({
        code: 'unknown-category',
      })
    const noise = { ...VERDICT, kind: 'irrelevant' } as const
    expect(await raise(id, chief, noise)).toMatchObject({ code: 'unknown-category' })
  })

  it('nobody as thanks in a category that is kept from the accused', async () => {
    const id = await outside()
    const thanks = { ...VERDICT, category: 'gov.pungli', kind: 'praise' } as const
    expect(await raise(id, chief, thanks)).toMatchObject({ code: 'kind-of-category' })
    expect((await house.posts.status(chief, id))?.outcome).toBe('not-a-service')
    expect(await raise(id, chief, { ...VERDICT, kind: 'praise' })).toMatchObject({ kind: 'raised' })
    await read([id])
  })

  it('nobody of a post whose words the citizen took back', async () => {
    const id = await outside()
    await house.removals.byOfficer(chief, id)
    expect(await raise(id)).toMatchObject({ code: 'illegal-move' })
  })
})

it('the sample that is raised teaches nothing', async () => {
  const id = await outside({}, { sample: true })
  const { case: opened } = await raised(id)
  expect(await keptOf(opened.id)).toEqual([])
})
