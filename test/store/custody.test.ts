import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptOffer,
  type ReturnRequest,
  returnOffer,
  withdrawOffer,
} from '../../src/actions/answer-offer.ts'
import { decideOffer } from '../../src/actions/decide-offer.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import { offerCase } from '../../src/actions/offer-case.ts'
import { transferCase } from '../../src/actions/transfer-case.ts'
import { finishCaseTask, openCaseTask } from '../../src/actions/work-tasks.ts'
import type { Case } from '../../src/core/case.ts'
import type { CaseEventType } from '../../src/core/case-event.ts'
import type { Viewer } from '../../src/core/roles.ts'
import {
  caseOf,
  coordinator,
  DAY,
  type House,
  officer,
  openHouse,
  PROVINCE,
  person,
} from '../support/seed.ts'

let house: House
let roads: Viewer
let health: Viewer
let chief: Viewer

beforeAll(async () => {
  house = await openHouse()
  roads = await officer(house)
  health = await officer(house, 'dinkes')
  chief = await coordinator(house)
})
afterAll(() => house.close())

const seen = (of: Case, version: number | null = null) => ({ caseId: of.id, version })

const offered = async (of: Case, to = 'dinkes', by = roads) => {
  const made = await offerCase(house, by, seen(of), {
    to,
    reason: 'bukan-kewenangan',
    text: 'Bukan jalan, melainkan puskesmas.',
    proposedOwner: null,
  })
  if (made.kind === 'refused') return made
  const custody = await house.custody.view(chief, of.id)
  return custody?.offers.at(-1) as NonNullable<typeof custody>['offers'][number]
}

const back: ReturnRequest = {
  reason: 'bukan-kewenangan',
  text: 'Ini urusan jalan.',
  proposedOwner: 'pupr',
}

const ownerOf = async (of: Case) => (await house.cases.view(chief, of.id))?.case.agencyId

/** Without the rungs of the case's own clocks, which climb by themselves. */
const typesOf = async (of: Case): Promise<CaseEventType[]> =>
  ((await house.cases.view(chief, of.id))?.events ?? [])
    .filter(({ type, data }) => type !== 'escalated' || data.offerId)
    .map(({ type }) => type)

const idOf = (made: Awaited<ReturnType<typeof offered>>): string => ('id' in made ? made.id : '')

describe('an agency that is not in charge', () => {
  it('stays the owner until the other one accepts', async () => {
    const one = await caseOf(house)
    const asked = await offered(one)
    expect(await ownerOf(one)).toBe('pupr')
    expect(await acceptOffer(house, health, idOf(asked), null)).toMatchObject({ kind: 'changed' })
    expect(await ownerOf(one)).toBe('dinkes')
    expect(await typesOf(one)).toEqual(['opened', 'offered', 'offer-accepted'])
  })

  it('stays the owner where the other one returns it, with reason and proposed owner', async () => {
    const one = await caseOf(house)
    const asked = await offered(one)
    expect(await returnOffer(house, health, idOf(asked), back)).toMatchObject({ kind: 'changed' })
    expect(await ownerOf(one)).toBe('pupr')
    const [kept] = (await house.custody.view(chief, one.id))?.offers ?? []
    expect(kept).toMatchObject({ state: 'returned', returnOwner: 'pupr' })
  })

  it('may offer again, and after the second return only the coordinator decides', async () => {
    const one = await caseOf(house)
    await returnOffer(house, health, idOf(await offered(one)), back)
    const second = await offered(one)
    await returnOffer(house, health, idOf(second), back)
    expect(await offered(one)).toMatchObject({ code: 'offer-decides-coordinator' })
    const word = { owner: 'dinkes', reason: 'Puskesmas milik Dinkes.' }
    expect(await decideOffer(house, roads, idOf(second), word)).toMatchObject({ code: 'no-right' })
    expect(await decideOffer(house, chief, idOf(second), word)).toMatchObject({ kind: 'changed' })
    expect(await ownerOf(one)).toBe('dinkes')
    expect(await typesOf(one)).toContain('offer-decided')
  })

  it('can take its offer back as long as nobody answered', async () => {
    const one = await caseOf(house)
    const asked = await offered(one)
    expect(await withdrawOffer(house, health, idOf(asked))).toMatchObject({ code: 'no-right' })
    expect(await withdrawOffer(house, roads, idOf(asked))).toMatchObject({ kind: 'changed' })
    expect(await acceptOffer(house, health, idOf(asked), null)).toMatchObject({
      code: 'offer-closed',
    })
  })

  it('offers one case once at a time, and never to itself', async () => {
    const one = await caseOf(house)
    expect(await offered(one, 'pupr')).toMatchObject({ code: 'target-owns-it' })
    await offered(one)
    expect(await offered(one, 'kominfo')).toMatchObject({ code: 'offer-open' })
  })

  it('does not reach a body outside by an offer: that one cannot accept', async () => {
    const one = await caseOf(house)
    expect(await offered(one, 'government:pemkot-antah')).toMatchObject({ code: 'unknown-target' })
  })
})

describe('one working day to answer', () => {
  const look = () => expireCustody(house)

  it('without a word the coordinator has it, told once', async () => {
    const one = await caseOf(house)
    const asked = await offered(one)
    await look()
    expect(await typesOf(one)).toEqual(['opened', 'offered'])
    house.clock.pass(6 * DAY)
    await look()
    await look()
    expect(await typesOf(one)).toEqual(['opened', 'offered', 'escalated'])
    const waiting = await house.custody.offers(chief, 'undecided')
    expect(waiting.map(({ offer }) => offer.id)).toContain(idOf(asked))
    expect(await ownerOf(one)).toBe('pupr')
  })

  it('a word in time counts though the worker looks a week later', async () => {
    const one = await caseOf(house)
    await acceptOffer(house, health, idOf(await offered(one)), null)
    house.clock.pass(7 * DAY)
    await look()
    expect(await typesOf(one)).toEqual(['opened', 'offered', 'offer-accepted'])
  })

  it('a late yes is heard until the coordinator decided, and the silence is told', async () => {
    const one = await caseOf(house)
    const asked = await offered(one)
    house.clock.pass(7 * DAY)
    await acceptOffer(house, health, idOf(asked), null)
    await look()
    expect(await typesOf(one)).toEqual(['opened', 'offered', 'escalated', 'offer-accepted'])
    expect(await ownerOf(one)).toBe('dinkes')
  })

  it('the coordinator waits until the day is over', async () => {
    const asked = await offered(await caseOf(house))
    expect(
      await decideOffer(house, chief, idOf(asked), { owner: 'stay', reason: 'tetap' }),
    ).toMatchObject({ code: 'offer-undue' })
  })
})

describe('two at once', () => {
  it('of acceptances and returns of one offer exactly one holds', async () => {
    for (let round = 0; round < 10; round++) {
      const one = await caseOf(house)
      const id = idOf(await offered(one))
      const said = await Promise.all([
        acceptOffer(house, health, id, null),
        returnOffer(house, health, id, back),
        acceptOffer(house, health, id, null),
        withdrawOffer(house, roads, id),
      ])
      expect(said.filter(({ kind }) => kind === 'changed')).toHaveLength(1)
    }
  })

  it('an offer of a case that was merged meanwhile is withdrawn, and cannot be accepted', async () => {
    const [into, from] = [await caseOf(house), await caseOf(house)]
    const id = idOf(await offered(from))
    const pair = {
      into: { caseId: into.id, version: null },
      from: { caseId: from.id, version: null },
    }
    const [merged, accepted] = await Promise.all([
      house.merging.merge(chief, pair, () => true),
      acceptOffer(house, health, id, null),
    ])
    const again = await acceptOffer(house, health, id, null)
    expect(again).toMatchObject({ kind: 'refused', code: 'offer-closed' })
    expect(merged.kind).toBe('changed')
    if (accepted.kind === 'refused') expect(accepted.code).toBe('offer-closed')
  })

  it('a transfer of the coordinator settles the offer that was open', async () => {
    const one = await caseOf(house)
    const id = idOf(await offered(one))
    await transferCase(house, chief, seen(one), { agencyId: 'kominfo', reason: 'sudah jelas' })
    expect(await acceptOffer(house, health, id, null)).toMatchObject({ code: 'offer-closed' })
    expect(await ownerOf(one)).toBe('kominfo')
  })
})

describe('who sees what is offered', () => {
  it('the one asked reads the case until the word is spoken, and works on nothing', async () => {
    const one = await caseOf(house)
    expect(await house.cases.view(health, one.id)).toBeNull()
    const id = idOf(await offered(one))
    expect((await house.cases.view(health, one.id))?.case.code).toBe(one.code)
    const moved = await transferCase(house, health, seen(one), { agencyId: null, reason: 'coba' })
    expect(moved).toMatchObject({ code: 'no-right' })
    await returnOffer(house, health, id, back)
    expect(await house.cases.view(health, one.id)).toBeNull()
  })

  it('a confidential case is never offered to an agency that could be the accused', async () => {
    const secret = await caseOf(house, { confidential: true, agencyId: 'inspektorat' })
    const watch = await person(house, { roles: ['inspectorate'], agencyId: 'inspektorat' })
    expect(await offered(secret, 'dinkes', watch)).toMatchObject({ code: 'accused-agency' })
  })

  it('of a confidential case the desk learns from the offer only that there is one', async () => {
    const secret = await caseOf(house, { confidential: true, agencyId: 'inspektorat' })
    const watch = await person(house, { roles: ['inspectorate'], agencyId: 'inspektorat' })
    const made = await offerCase(house, watch, seen(secret), {
      to: 'desk',
      reason: 'data-kurang',
      text: 'perlu dipilah',
      proposedOwner: null,
    })
    expect(made.kind).toBe('changed')
    const listed = await house.custody.offers(chief, 'incoming')
    const [row] = listed.filter(({ code }) => code === secret.code)
    expect(row).toMatchObject({ confidential: true, title: null, category: null, place: null })
    expect(await house.cases.view(chief, secret.id)).toBeNull()
  })
})

const support = (agencyId: string) => ({
  kind: 'support' as const,
  agencyId,
  assigneeId: null,
  title: 'Siapkan data',
  target: { workingDays: 2 },
})

describe('agencies that help', () => {
  it('AC-001-6: one owner and up to three helpers, each with a task and a clock of its own', async () => {
    const many = ['dinkes', 'kominfo', 'inspektorat']
    const one = await caseOf(house)
    for (const agency of many)
      expect(await openCaseTask(house, roads, seen(one), support(agency))).toMatchObject({
        kind: 'changed',
      })
    const more = await openCaseTask(house, roads, seen(one), support('pupr'))
    expect(more).toMatchObject({ code: 'own-support' })
    const tasks = (await house.custody.view(roads, one.id))?.tasks ?? []
    expect(tasks.map(({ agencyId }) => agencyId)).toEqual(many)
    expect(await ownerOf(one)).toBe('pupr')
  })

  it('a helper reads the case, finishes its own task, and touches nothing else', async () => {
    const one = await caseOf(house)
    await openCaseTask(house, roads, seen(one), support('dinkes'))
    expect((await house.cases.view(health, one.id))?.case.id).toBe(one.id)
    const own = await house.custody.tasks(health, { state: 'open', limit: 100 })
    const id = own.find(({ task }) => task.caseId === one.id)?.task.id ?? ''
    const kominfo = await officer(house, 'kominfo')
    expect(await finishCaseTask(house, kominfo, id, { text: 'x' })).toMatchObject({
      code: 'not-found',
    })
    expect(await openCaseTask(house, health, seen(one), support('kominfo'))).toMatchObject({
      code: 'no-right',
    })
    expect(await finishCaseTask(house, health, id, { text: 'Data terlampir.' })).toMatchObject({
      kind: 'changed',
    })
    expect(await finishCaseTask(house, health, id, { text: 'lagi' })).toMatchObject({
      code: 'not-found',
    })
  })

  it('who only helps is not late with the case', async () => {
    const one = await caseOf(house, { dueAt: new Date(Date.now() - DAY) })
    await openCaseTask(house, roads, seen(one), support('dinkes'))
    const lateOf = async (who: Viewer) => {
      const page = await house.cases.list(who, { queue: 'late', sort: 'due', limit: 100 })
      return 'items' in page ? page.items.map(({ id }) => id) : []
    }
    expect(await lateOf(roads)).toContain(one.id)
    expect(await lateOf(health)).not.toContain(one.id)
  })

  it('a confidential case is shared with nobody, and a shared one that becomes so is gone', async () => {
    const one = await caseOf(house)
    await openCaseTask(house, roads, seen(one), support('dinkes'))
    await house.ask('update cases set confidential = true where id = $1', [one.id])
    expect(await house.cases.view(health, one.id)).toBeNull()
    const queue = await house.cases.list(health, { queue: 'all', sort: 'newest', limit: 100 })
    expect('items' in queue && queue.items.some(({ id }) => id === one.id)).toBe(false)
    const tasks = await house.custody.tasks(health, { state: 'open', limit: 500 })
    expect(tasks.some(({ task }) => task.caseId === one.id)).toBe(false)
    const again = await openCaseTask(house, roads, seen(one), support('kominfo'))
    expect(again).toMatchObject({ code: 'confidential-support' })
  })

  it('no other government sees any of it', async () => {
    const one = await caseOf(house)
    await openCaseTask(house, roads, seen(one), support('dinkes'))
    const there = { ...health, governmentId: 'pemkab-oki' }
    expect(await house.cases.view(there, one.id)).toBeNull()
    expect(await house.custody.tasks(there, { state: 'open', limit: 500 })).toEqual([])
    expect(one.governmentId).toBe(PROVINCE)
  })
})

describe('whose road it is', () => {
  const check = {
    kind: 'check-authority' as const,
    title: 'Cek status jalan',
    target: { workingDays: 1 },
  }
  const unknown = () => caseOf(house, { tasks: [check] })
  const taskOf = async (of: Case) => (await house.custody.view(chief, of.id))?.tasks[0]
  const found = { text: 'Sudah dicek.', level: 'provinsi', evidence: 'SK 620/2024 lampiran 3' }

  it('unknown: the case has an owner and that owner a task of one working day', async () => {
    const one = await unknown()
    expect(await ownerOf(one)).toBe('pupr')
    expect(await taskOf(one)).toMatchObject({ ...check, agencyId: 'pupr', state: 'open' })
    expect(await typesOf(one)).toEqual(['opened', 'task-opened'])
  })

  it('what was found needs its proof, and is kept in the case', async () => {
    const one = await unknown()
    const id = (await taskOf(one))?.id ?? ''
    expect(await finishCaseTask(house, roads, id, { text: 'provinsi' })).toMatchObject({
      code: 'result-needed',
    })
    await finishCaseTask(house, roads, id, found)
    const last = (await house.cases.view(chief, one.id))?.events.at(-1)
    expect(last).toMatchObject({
      type: 'task-done',
      data: { level: 'provinsi', evidence: found.evidence },
    })
  })

  it('another’s duty is offered on at once, with the proof', async () => {
    const one = await unknown()
    const id = (await taskOf(one))?.id ?? ''
    await finishCaseTask(house, roads, id, { ...found, owner: 'government:pemkab-oki' })
    const [asked] = (await house.custody.view(chief, one.id))?.offers ?? []
    expect(asked).toMatchObject({ toGovernmentId: 'pemkab-oki', state: 'open' })
    expect(asked?.text).toContain('SK 620/2024')
    expect(await ownerOf(one)).toBe('pupr')
  })
})
