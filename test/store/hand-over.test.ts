import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askCaseReporter, recordReporterReply, verifyCase } from '../../src/actions/ask-reporter.ts'
import { countHandOvers } from '../../src/actions/count-hand-overs.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import { handOverCase, recordHandOverOutcome } from '../../src/actions/hand-over-case.ts'
import { draftAnswer, releaseAnswer } from '../../src/actions/publish-answers.ts'
import { reopenCase } from '../../src/actions/reopen-case.ts'
import { listTasks, openCaseTask } from '../../src/actions/work-tasks.ts'
import type { Case } from '../../src/core/case.ts'
import * as rules from '../../src/core/case-rules.ts'
import type { HandOverOutcome } from '../../src/core/hand-over.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { createWorkingTime } from '../../src/core/working-time.ts'
import {
  asRead,
  caseOf,
  casesOf,
  coordinator,
  DAY,
  governmentOf,
  type House,
  incoming,
  officer,
  openHouse,
  PROVINCE,
  receive,
  smallConfiguration,
} from '../support/seed.ts'

let house: House
let roads: Viewer
let chief: Viewer

const configuration = smallConfiguration({
  governments: [
    governmentOf(PROVINCE, {
      region: [
        {
          government: 'pemkot-jauh',
          code: '17.71',
          name: 'Kota Jauh',
          level: 'city',
          aliases: [],
          seat: null,
          districts: [],
        },
      ],
    }),
    governmentOf('pemkab-oki'),
  ],
})
configuration.taxonomy.external = { pln: { name: 'PLN ULP', contact: '123' } }

beforeAll(async () => {
  house = await openHouse(configuration)
  roads = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

const seen = (of: Case) => ({ caseId: of.id, version: null })

const toPln = {
  body: 'pln',
  channel: 'PLN Mobile',
  reference: 'G5226-11',
  contactRole: 'Manajer ULP',
  text: 'Tiang miring.',
  nextCheckAt: null as Date | null,
  calledFirst: null,
}

const handed = async (wish: Partial<typeof toPln> = {}, of: Parameters<typeof caseOf>[1] = {}) => {
  const one = await caseOf(house, of)
  const changed = await handOverCase(house, roads, seen(one), { ...toPln, ...wish })
  const custody = await house.custody.view(chief, one.id)
  return { one, changed, custody, handOver: custody?.handOvers[0] }
}

const clocksOf = async (of: Case, names: string[]) => {
  const clocks = (await house.cases.view(chief, of.id))?.clocks ?? []
  return names.map((name) => clocks.findLast(({ clock }) => clock === name)?.state)
}

const stateOf = async (of: Case) => (await house.cases.view(chief, of.id))?.case.state

const outcome = async (
  id: string | undefined,
  said: HandOverOutcome,
  taskId: string | null = null,
) => recordHandOverOutcome(house, roads, id ?? '', { outcome: said, text: 'kata mereka', taskId })

describe('a body outside', () => {
  it('AC-001-7: the hand-over holds body, channel, reference, contact and the next check', async () => {
    const { one, custody, handOver } = await handed()
    expect(handOver).toMatchObject({
      body: 'pln',
      channel: 'PLN Mobile',
      reference: 'G5226-11',
      contactRole: 'Manajer ULP',
    })
    const working = createWorkingTime([], 'Asia/Jakarta')
    const from = handOver?.handedAt ?? new Date(0)
    expect(custody?.nextCheckAt).toEqual(working.endOfWorkingDay(from, 5))
    expect(custody?.tasks.map(({ kind, target }) => [kind, target])).toEqual([
      ['external-check', { workingDays: 5 }],
      ['external-check', { workingDays: 14 }],
    ])
    const due = (await listTasks(house, roads, { state: 'open', limit: 100 })).map(
      (each) => each.dueAt,
    )
    expect(due.slice(-1)[0]).toEqual(working.endOfWorkingDay(from, 14))
    expect(await stateOf(one)).toBe('handed-over')
  })

  it('is asked again when the officer named a day, whatever the usual days are', async () => {
    const named = new Date(house.clock.now().getTime() + 2 * DAY)
    const { one } = await handed({ nextCheckAt: named })
    expect((await house.custody.view(chief, one.id))?.nextCheckAt).toEqual(named)
  })

  it('danger first: a P1 is handed over only after somebody was called, and says whom to call', async () => {
    const { one, changed } = await handed({}, { urgency: 'P1' })
    expect(changed).toMatchObject({
      code: 'emergency-first',
      detail: expect.stringMatching(/PLN ULP di 123/),
    })
    const called = { ...toPln, calledFirst: 'PLN 123, pukul 07.40' }
    expect(await handOverCase(house, roads, seen(one), called)).toMatchObject({ kind: 'changed' })
  })

  it('is told nothing with a gap of a template in it', async () => {
    const { one, changed } = await handed({ text: 'Tiang miring di [[nama jalan]].' })
    expect(changed).toMatchObject({ code: 'template-unfinished' })
    expect(await stateOf(one)).not.toBe('handed-over')
  })

  it('is called and given the case while a P1 answer still waits for approval', async () => {
    const one = await caseOf(house, { urgency: 'P1' })
    const text = 'Tiang di depan pasar kami laporkan ke PLN, regu BPBD berjaga sejak pukul 07.40.'
    const draft = await draftAnswer(house, roads, one.id, { id: null, kind: 'interim', text })
    const id = draft.kind === 'changed' ? draft.answer.id : ''
    expect(await releaseAnswer(house, roads, id, null)).toMatchObject({
      answer: { state: 'submitted' },
    })
    const callOut = await openCaseTask(house, roads, seen(one), {
      kind: 'field',
      agencyId: 'pupr',
      assigneeId: null,
      title: 'Jaga lokasi',
      target: { workingDays: 0 },
    })
    expect(callOut.kind).toBe('changed')
    const called = { ...toPln, calledFirst: 'PLN 123, pukul 07.40' }
    expect(await handOverCase(house, roads, seen(one), called)).toMatchObject({ kind: 'changed' })
    expect(await stateOf(one)).toBe('handed-over')
  })

  it.each(['ditolak', 'tidak-ada-jawaban'] as const)(
    '“%s” brings the case back to its owner, and nothing is watched any more',
    async (said) => {
      const { one, handOver } = await handed()
      expect(await outcome(handOver?.id, said)).toMatchObject({ kind: 'changed' })
      const after = await house.custody.view(chief, one.id)
      expect(after?.case).toMatchObject({ state: 'in-progress', agencyId: 'pupr' })
      expect(after?.tasks.every(({ state }) => state === 'cancelled')).toBe(true)
      expect(await outcome(handOver?.id, 'diterima')).toMatchObject({ code: 'hand-over-ended' })
    },
  )

  it('“diterima” goes on being watched; the check that brought it is done', async () => {
    const { one, custody, handOver } = await handed()
    await outcome(handOver?.id, 'diterima', custody?.tasks[0]?.id ?? null)
    const after = await house.custody.view(chief, one.id)
    expect(after?.case.state).toBe('handed-over')
    expect(after?.tasks.map(({ state }) => state)).toEqual(['done', 'open'])
  })

  it('one body at a time', async () => {
    const { one } = await handed()
    expect(await handOverCase(house, roads, seen(one), toPln)).toMatchObject({
      code: 'handed-over-already',
    })
  })

  it('a government without Tanggap is a body outside; one with it is offered the case', async () => {
    const far = await handed({ body: 'government:pemkot-jauh' })
    expect(far.changed).toMatchObject({ kind: 'changed' })
    const near = await handed({ body: 'government:pemkab-oki' })
    expect(near.changed).toMatchObject({ code: 'government-here' })
  })

  it('each body is counted: how many, how they ended, how many working days it took', async () => {
    const [row] = await countHandOvers(house, chief)
    expect(row).toMatchObject({ body: 'pln', name: 'PLN ULP' })
    const { ditolak, diterima } = row?.outcomes ?? { ditolak: 0, diterima: 0 }
    expect([ditolak, diterima]).toEqual([1, 1])
    expect(row?.medianWorkingDays).toBeGreaterThanOrEqual(0)
  })
})

const worker = () => expireCustody(house)

const asked = (of: Case) =>
  askCaseReporter(house, roads, seen(of), { question: 'Di depan pasar yang mana?', url: null })

describe('the reporter', () => {
  it('is waited for only after a public question', async () => {
    const one = await caseOf(house)
    expect(await asked(one)).toMatchObject({ kind: 'changed', case: { state: 'waiting-reporter' } })
    const told = await recordReporterReply(house, roads, seen(one), 'Pasar Panorama.')
    expect(told).toMatchObject({ kind: 'changed', case: { state: 'in-progress' } })
  })

  it('is asked before any answer: no clock rests, or asking were a way of not answering', async () => {
    const [one, other] = (await casesOf(house, [{}, {}])) as [Case, Case]
    await asked(one)
    await house.cases.change(roads, other.id, null, (it, now = house.clock.now()) =>
      rules.answer(it, roads, now, {
        ...{ text: 'ya', url: null, final: false, answeredAt: now, qualified: true, because: [] },
      }),
    )
    await asked(other)
    expect(await clocksOf(one, ['citizen', 'answer'])).toEqual(['running', 'running'])
    expect(await clocksOf(other, ['citizen', 'answer'])).toEqual(['paused', 'stopped'])
  })

  it.each([
    ['the same author writes again', true, 'in-progress'],
    ['somebody else writes', false, 'waiting-reporter'],
  ])('%s: the case is %s', async (_who, same, state) => {
    const author = { id: 'warga-42', handle: null }
    const one = await caseOf(house, { post: { author } })
    await asked(one)
    const said = incoming(same ? { author } : {})
    const [postId] = await receive(house, [said])
    const { token, posts } = await house.readingWork.lease([postId ?? ''])
    await house.gathering.at(PROVINCE, { token, postIds: [postId ?? ''] }, async (desk) => {
      const as = { because: ['uji'], dueAt: new Date() }
      const [post] = posts
      if (post) await desk.join(asRead(post), one, as, house.clock.now())
    })
    expect(await stateOf(one)).toBe(state)
  })

  it('who does not reply in ten working days is told, and can open it again', async () => {
    const one = await caseOf(house)
    await asked(one)
    house.clock.pass(9 * DAY)
    await worker()
    expect(await stateOf(one)).toBe('waiting-reporter')
    house.clock.pass(21 * DAY)
    await worker()
    const closed = await house.cases.view(chief, one.id)
    expect(closed?.case).toMatchObject({ state: 'closed', endedAt: expect.any(Date) })
    expect(closed?.events.find(({ type }) => type === 'closed')).toMatchObject({
      type: 'closed',
      actor: null,
      data: { reason: expect.stringContaining('10 hari kerja') },
    })
    expect(await reopenCase(house, chief, seen(one), 'pelapor membalas')).toMatchObject({
      kind: 'changed',
    })
  })
})

describe('verifying at the desk', () => {
  const read = { category: 'jalan.rusak', kind: 'complaint' as const, place: null }

  it('confirms what was read, and only as it was seen', async () => {
    const one = await caseOf(house, { agencyId: null })
    const other = { ...read, category: 'air.bersih_pdam' }
    expect(await verifyCase(house, chief, seen(one), other)).toMatchObject({ code: 'same-as-read' })
    expect(await verifyCase(house, chief, seen(one), read)).toMatchObject({
      kind: 'changed',
      case: { state: 'verified' },
    })
  })
})
