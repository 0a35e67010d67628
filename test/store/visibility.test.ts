import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import type { Role, Viewer } from '../../src/core/roles.ts'
import { type CaseFilter, QUEUES } from '../../src/ports/cases.ts'
import { caseOf, type House, openHouse, PATIENTLY, person, REGENCY } from '../support/seed.ts'

/** Whose case it is, seen from the viewers below, who all belong to the roads agency. */
const OWNERS = {
  own: { agencyId: 'pupr' },
  sibling: { agencyId: 'dinkes' },
  triage: { agencyId: null },
  inspectorate: { agencyId: 'inspektorat' },
  other: { agencyId: 'pupr', governmentId: REGENCY },
} as const
type Owner = keyof typeof OWNERS

interface Principal {
  roles: Role[]
  agencyId: string | null
  governmentId?: string
}

const PEOPLE = {
  'roads officer': { roles: ['desk-officer'], agencyId: 'pupr' },
  'roads supervisor': { roles: ['supervisor'], agencyId: 'pupr' },
  'health officer': { roles: ['desk-officer'], agencyId: 'dinkes' },
  coordinator: { roles: ['coordinator'], agencyId: 'kominfo' },
  'coordinator without an agency': { roles: ['coordinator'], agencyId: null },
  leader: { roles: ['leader'], agencyId: null },
  inspector: { roles: ['inspectorate'], agencyId: 'inspektorat' },
  administrator: { roles: ['administrator'], agencyId: null },
  'administrator in the roads agency': { roles: ['administrator'], agencyId: 'pupr' },
  'officer without an agency': { roles: ['desk-officer'], agencyId: null },
  'officer of another government': {
    roles: ['desk-officer'],
    agencyId: 'pupr',
    governmentId: REGENCY,
  },
} as const satisfies Record<string, Principal>
type Who = keyof typeof PEOPLE

/**
 * The table, written by hand and never derived from the code
 * that enforces it. One letter a case: y seen, - not seen; open cases first, then the confidential ones.
 *                                  own sibling triage inspectorate other
 */
const TABLE: Record<Who, [open: string, confidential: string]> = {
  'roads officer': /*              */ ['y----', 'y----'],
  'roads supervisor': /*           */ ['y----', 'y----'],
  'health officer': /*             */ ['-y---', '-y---'],
  coordinator: /*                  */ ['yyyy-', '--y--'],
  'coordinator without an agency': /**/ ['yyyy-', '--y--'],
  leader: /*                       */ ['yyyy-', '-----'],
  inspector: /*                    */ ['yyyy-', '---y-'],
  administrator: /*                */ ['-----', '-----'],
  'administrator in the roads agency': ['-----', '-----'],
  'officer without an agency': /*  */ ['-----', '-----'],
  'officer of another government': ['----y', '----y'],
}

interface Target {
  owner: Owner
  confidential: boolean
  canary: string
  case: Case
  attachmentId: string
  alertId: string
}

let house: House
let targets: Target[]
const viewers = {} as Record<Who, Viewer>

beforeAll(async () => {
  house = await openHouse()
  for (const [who, wish] of Object.entries(PEOPLE))
    viewers[who as Who] = await person(house, { ...wish, roles: [...wish.roles] })
  targets = []
  for (const confidential of [false, true])
    for (const owner of Object.keys(OWNERS) as Owner[])
      targets.push(await makeTarget(owner, confidential))
})
afterAll(() => house.close())

/** A case with a word of its own in every place that shows text, a screenshot and an alert. */
async function makeTarget(owner: Owner, confidential: boolean): Promise<Target> {
  const canary = `kenari${owner}${confidential ? 'rahasia' : 'umum'}`
  const { agencyId, ...where } = { governmentId: 'pemprov-bengkulu', ...OWNERS[owner] }
  const { id: attachmentId } = await house.attachments.store({
    governmentId: where.governmentId,
    bytes: Buffer.from(canary),
    mediaType: 'image/png',
    name: `${canary}.png`,
  })
  const opened = await caseOf(house, {
    ...where,
    agencyId,
    confidential,
    title: `${canary} di pasar`,
    because: [canary],
    place: { name: canary, level: 'landmark', code: null, ambiguous: false },
    dueAt: new Date(Date.now() - 60_000),
    post: { text: `${canary} lapor`, context: { attachmentId } },
  })
  const alertId = await raise(where.governmentId, opened, canary)
  return { owner, confidential, canary, case: opened, attachmentId, alertId }
}

async function raise(governmentId: string, about: Case, canary: string): Promise<string> {
  const alert = { kind: 'p1' as const, level: 'siaga' as const, because: [canary] }
  await house.gathering.at(governmentId, { token: house.ids.next(), postIds: [] }, (desk) =>
    desk.raise(about, alert, new Date()),
  )
  const [row] = await house.ask<{ id: string }>('select id from alerts where case_id = $1', [
    about.id,
  ])
  return row?.id ?? ''
}

const shouldSee = (who: Who, { owner, confidential }: Target): boolean =>
  TABLE[who][confidential ? 1 : 0][Object.keys(OWNERS).indexOf(owner)] === 'y'

const seenBy = (who: Who) => targets.filter((target) => shouldSee(who, target))
const codes = (of: { case: Case }[]) => of.map(({ case: { code } }) => code).sort()
const ALL: CaseFilter = { queue: 'all', sort: 'newest', limit: 100 }

const listed = async (viewer: Viewer, filter: CaseFilter): Promise<Case[]> => {
  const page = await house.cases.list(viewer, filter)
  if (!('items' in page)) throw new Error(page.code)
  return page.items
}

const expectNoCanary = (who: Who, said: unknown) => {
  const text = JSON.stringify(said)
  for (const target of targets)
    if (!shouldSee(who, target)) expect(text).not.toContain(target.canary)
}

describe.each(Object.keys(PEOPLE) as Who[])('a %s', (who) => {
  test('finds in the lists exactly the cases of the table', async () => {
    const found = await listed(viewers[who], ALL)
    expect(found.map(({ code }) => code).sort()).toEqual(codes(seenBy(who)))
    expectNoCanary(who, found)
  })

  test('counts what the lists show, queue by queue', async () => {
    const counted = await house.cases.counts(viewers[who])
    for (const queue of QUEUES)
      expect(counted[queue], queue).toBe((await listed(viewers[who], { ...ALL, queue })).length)
    expect(counted.late).toBe(seenBy(who).length)
    const unowned = seenBy(who).filter(({ owner }) => owner === 'triage')
    expect(counted.triage).toBe(unowned.length)
  })

  test('opens by its address only what the table lets them see', async () => {
    for (const target of targets) {
      const view = await house.cases.view(viewers[who], target.case.id)
      expect(view !== null, target.canary).toBe(shouldSee(who, target))
      if (view) expect(view.posts.map(({ text }) => text)).toEqual([`${target.canary} lapor`])
    }
  })

  test('finds by searching, by word and by code, only the same cases', async () => {
    for (const target of targets)
      for (const search of [target.canary, target.case.code]) {
        const found = await listed(viewers[who], { ...ALL, search })
        const wanted = shouldSee(who, target) ? [target.case.code] : []
        expect(
          found.map(({ code }) => code),
          search,
        ).toEqual(wanted)
      }
  })

  test('filters by agency without seeing more', async () => {
    for (const agencyId of ['pupr', 'dinkes', 'inspektorat']) {
      const found = await listed(viewers[who], { ...ALL, agencyId })
      const wanted = seenBy(who).filter((target) => target.case.agencyId === agencyId)
      expect(found.map(({ code }) => code).sort()).toEqual(codes(wanted))
    }
  })

  test('exports the same cases and no others', async () => {
    const exported: Case[] = []
    for await (const row of house.cases.export(viewers[who], ALL)) exported.push(row)
    expect(exported.map(({ code }) => code).sort()).toEqual(codes(seenBy(who)))
    expectNoCanary(who, exported)
  })

  test('hears live changes of the same cases and no others', async () => {
    await expect
      .poll(async () => {
        const { events } = await house.events.after(viewers[who], '0-0', 1000)
        expectNoCanary(who, events)
        return [...new Set(events.map(({ code }) => code))].sort()
      }, PATIENTLY)
      .toEqual(codes(seenBy(who)))
  })

  test('gets alerts of the same cases and may acknowledge no others', async () => {
    const open = await house.alerts.list(viewers[who], { open: true, limit: 100 })
    const done = await house.alerts.list(viewers[who], { open: false, limit: 100 })
    expect([...open, ...done].map(({ caseCode }) => caseCode).sort()).toEqual(codes(seenBy(who)))
    expectNoCanary(who, [open, done])
    for (const target of targets.filter((one) => !shouldSee(who, one))) {
      const said = await house.alerts.acknowledge(viewers[who], target.alertId, 'console')
      expect(said).toEqual({ kind: 'refused', code: 'not-found' })
    }
  })

  test('opens screenshots of the same cases and no others', async () => {
    for (const target of targets) {
      const read = await house.attachments.read(viewers[who], target.attachmentId)
      const wanted = shouldSee(who, target) ? target.canary : null
      expect(read && Buffer.from(read.bytes).toString()).toBe(wanted)
    }
  })

  test('changes nothing that they do not see, and cannot tell it from what does not exist', async () => {
    const touch = (caseId: string) =>
      house.cases.change(viewers[who], caseId, null, () => {
        throw new Error('the rule was asked about a case that must stay hidden')
      })
    const nowhere = await touch(house.ids.next())
    for (const target of targets.filter((one) => !shouldSee(who, one)))
      expect(await touch(target.case.id)).toEqual(nowhere)
  })

  test('learns of a hidden post only that it became a case, never which', async () => {
    for (const target of targets) {
      const [post] = await house.ask<{ id: string }>('select id from posts where case_id = $1', [
        target.case.id,
      ])
      const status = await house.posts.status(viewers[who], post?.id ?? '')
      if (shouldSee(who, target)) expect(status?.caseCode).toBe(target.case.code)
      else expect(status?.caseCode ?? null).toBeNull()
      expectNoCanary(who, status)
    }
  })
})

test('every person and every kind of case is in the table', () => {
  expect(Object.keys(TABLE)).toEqual(Object.keys(PEOPLE))
  for (const row of Object.values(TABLE).flat()) expect(row).toHaveLength(5)
  expect(targets).toHaveLength(10)
})

test('nobody but the owner and, while nobody owns it, the coordinator sees a confidential case', () => {
  const open = (who: Who) => targets.filter((one) => one.confidential && shouldSee(who, one))
  for (const who of Object.keys(PEOPLE) as Who[])
    for (const { case: seen } of open(who)) {
      const viewer = viewers[who]
      const isOwner = seen.agencyId !== null && seen.agencyId === viewer.agencyId
      expect(isOwner || (seen.agencyId === null && viewer.roles.includes('coordinator'))).toBe(true)
    }
})

test('the posts of hidden cases are in nobody else’s silence ledger', async () => {
  for (const who of Object.keys(PEOPLE) as Who[]) {
    const ledger = await house.posts.ledger(viewers[who], { outcome: 'case', limit: 100 })
    expectNoCanary(who, ledger)
  }
})
