import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import type { CaseEvent } from '../../src/core/case-event.ts'
import * as rules from '../../src/core/case-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'
import {
  caseOf,
  casesOf,
  coordinator,
  DAY,
  HOUR,
  type House,
  MINUTE,
  officer,
  openHouse,
  PROVINCE,
  person,
} from '../support/seed.ts'

let house: House
let ani: Viewer
let budi: Viewer
let chief: Viewer
let health: Viewer

beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  budi = await officer(house)
  health = await officer(house, 'dinkes')
  chief = await coordinator(house)
})
afterAll(() => house.close())

const COUNTS = { qualified: true, because: ['uji'] }

type Rule = (current: Case, now: Date) => ReturnType<typeof rules.claim>

const change = (who: Viewer, id: string, rule: Rule, version: number | null = null) =>
  house.cases.change(who, id, version, (current) => rule(current, house.clock.now()))

const claim = (who: Viewer, id: string) =>
  change(who, id, (current, now) => rules.claim(current, who, now))

const note = (who: Viewer, id: string, version: number | null, text = 'sudah ditelepon') =>
  change(who, id, (current) => rules.note(current, text), version)

const eventsOf = async (id: string): Promise<CaseEvent[]> => {
  const [row] = await house.ask<{ agency_id: string | null }>(
    'select agency_id from cases where id = $1',
    [id],
  )
  const owner = { ...ani, agencyId: row?.agency_id ?? null }
  return (await house.cases.view(row?.agency_id ? owner : chief, id))?.events ?? []
}

const stateOf = async (who: Viewer, id: string) => (await house.cases.view(who, id))?.case

describe('two people with the same page open', () => {
  test('the second one to save is told, and sees what the first one did', async () => {
    const { id, version } = await caseOf(house)
    const first = await note(ani, id, version)
    const second = await note(budi, id, version)
    expect(first).toMatchObject({ kind: 'changed', case: { version: version + 1 } })
    expect(second).toMatchObject({
      kind: 'refused',
      code: 'stale-version',
      current: { id, version: version + 1 },
    })
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['opened', 'noted'])
  })

  test('of ten who save the same version at once exactly one succeeds', async () => {
    const { id, version } = await caseOf(house)
    const saved = await Promise.all(
      Array.from({ length: 10 }, (_, n) => note(n % 2 ? ani : budi, id, version)),
    )
    expect(saved.filter(({ kind }) => kind === 'changed')).toHaveLength(1)
    expect((await stateOf(ani, id))?.version).toBe(version + 1)
  })

  test('a hundred cases wanted by two officers at once are taken a hundred times, not more', async () => {
    const wanted = await casesOf(
      house,
      Array.from({ length: 100 }, () => ({})),
    )
    const results: Awaited<ReturnType<typeof claim>>[] = []
    // Ten pairs at a time: no officer waits for a connection longer than the pool allows.
    for (let at = 0; at < wanted.length; at += 10) {
      const some = wanted.slice(at, at + 10)
      const both = some.flatMap(({ id }) => [claim(ani, id), claim(budi, id)])
      results.push(...(await Promise.all(both)))
    }
    const won = results.filter(({ kind }) => kind === 'changed')
    const lost = results.filter((result) => result.kind === 'refused')
    expect([won.length, lost.length]).toEqual([100, 100])
    expect(new Set(lost.map((result) => result.kind === 'refused' && result.code))).toEqual(
      new Set(['claimed-by-other']),
    )
  }, 30_000)
})

describe('a claim', () => {
  test('keeps the others out for 90 seconds and names who has it', async () => {
    const { id } = await caseOf(house)
    await claim(ani, id)
    house.clock.pass(89_000)
    expect(await claim(budi, id)).toMatchObject({
      kind: 'refused',
      code: 'claimed-by-other',
      detail: `Sedang dikerjakan ${ani.name}.`,
    })
    house.clock.pass(2_000)
    expect(await claim(budi, id)).toMatchObject({
      kind: 'changed',
      case: { claim: { name: budi.name } },
    })
  })

  test('is kept alive by the open page, which leaves neither an event nor a new version', async () => {
    const { id } = await caseOf(house)
    const claimed = await claim(ani, id)
    const before = await eventsOf(id)
    for (let beat = 0; beat < 4; beat++) {
      house.clock.pass(60_000)
      await change(ani, id, (current, now) => rules.renewClaim(current, ani, now))
    }
    const after = await stateOf(ani, id)
    expect(after?.version).toBe(claimed.kind === 'changed' && claimed.case.version)
    expect(await eventsOf(id)).toEqual(before)
    expect(await claim(budi, id)).toMatchObject({ code: 'claimed-by-other' })
  })

  test('cannot be kept alive by somebody who does not hold it', async () => {
    const { id } = await caseOf(house)
    const renew = () => change(budi, id, (current, now) => rules.renewClaim(current, budi, now))
    expect(await renew()).toMatchObject({ code: 'not-claimed' })
    await claim(ani, id)
    expect(await renew()).toMatchObject({ code: 'claimed-by-other' })
  })
})

describe('a transfer', () => {
  const to = (agencyId: string | null, mayTriage: boolean) => ({
    agencyId,
    mayTriage,
    reason: 'bukan kewenangan kami',
    accused: false,
  })
  const transfer = (who: Viewer, id: string, agencyId: string | null, mayTriage: boolean) =>
    change(who, id, (current, now) => rules.transfer(current, who, now, to(agencyId, mayTriage)))

  test('by an officer goes to the triage desk with the owner that they propose', async () => {
    const { id } = await caseOf(house)
    await transfer(ani, id, 'dinkes', false)
    expect(await house.cases.view(ani, id)).toBeNull()
    expect(await house.cases.view(health, id)).toBeNull()
    expect(await stateOf(chief, id)).toMatchObject({
      state: 'returned',
      agencyId: null,
      proposedOwner: 'dinkes',
      claim: null,
    })
  })

  test('by a coordinator goes to the agency at once', async () => {
    const { id } = await caseOf(house, { agencyId: null, proposedOwner: 'dinkes' })
    await transfer(chief, id, 'dinkes', true)
    expect(await stateOf(health, id)).toMatchObject({
      state: 'referred',
      agencyId: 'dinkes',
      proposedOwner: null,
    })
  })

  test('of a confidential case takes it out of sight of everybody who had it', async () => {
    const { id } = await caseOf(house, { agencyId: null, confidential: true })
    await transfer(chief, id, 'inspektorat', true)
    expect(await house.cases.view(chief, id)).toBeNull()
    const inspector = await person(house, { roles: ['inspectorate'], agencyId: 'inspektorat' })
    expect(await stateOf(inspector, id)).toMatchObject({ agencyId: 'inspektorat' })
  })

  test('writes who had it before and who has it now', async () => {
    const { id } = await caseOf(house)
    await transfer(ani, id, 'dinkes', false)
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      type: 'returned',
      fromAgencyId: 'pupr',
      toAgencyId: null,
      actor: { userId: ani.userId, name: ani.name },
      data: { reason: 'bukan kewenangan kami', proposedOwner: 'dinkes' },
    })
  })
})

describe('an end', () => {
  const resolve = (id: string) =>
    change(ani, id, (current, now) =>
      rules.resolve(current, ani, now, {
        text: 'selesai',
        privateReason: null,
        evidence: 1,
        evidenceReason: null,
      }),
    )

  test('needs an answer for the citizen and a follow-up, and frees the case', async () => {
    const { id } = await caseOf(house)
    expect(await resolve(id)).toMatchObject({ code: 'answer-missing' })
    await change(ani, id, (current, now) =>
      rules.answer(current, ani, now, {
        text: 'Terima kasih.',
        url: null,
        final: false,
        answeredAt: now,
        ...COUNTS,
      }),
    )
    expect(await resolve(id)).toMatchObject({ code: 'follow-up-missing' })
    await change(ani, id, (current, now) =>
      rules.followUp(current, ani, now, { type: 'field', text: 'ditambal' }),
    )
    expect(await resolve(id)).toMatchObject({
      kind: 'changed',
      case: { state: 'resolved', claim: null, dueAt: null },
    })
    const types = (await eventsOf(id)).map(({ type }) => type)
    expect(types).toEqual(['opened', 'answered', 'followed-up', 'resolved'])
  })

  test('moves the case from the open queues to the ended one, and reopening moves it back', async () => {
    const { id, code } = await caseOf(house)
    const queues = async () => {
      const found: string[] = []
      for (const queue of ['agency', 'ended'] as const) {
        const page = await house.cases.list(ani, { queue, sort: 'due', search: code, limit: 5 })
        if ('items' in page && page.items.length > 0) found.push(queue)
      }
      return found
    }
    expect(await queues()).toEqual(['agency'])
    await change(ani, id, (current, now) => rules.dismiss(current, ani, now, 'spam'))
    expect(await queues()).toEqual(['ended'])
    expect((await stateOf(ani, id))?.endedAt).toBeInstanceOf(Date)
    await change(ani, id, (current) => rules.reopen(current, 'keliru'))
    expect(await queues()).toEqual(['agency'])
    expect((await stateOf(ani, id))?.endedAt).toBeNull()
  })
})

test('every change writes exactly one event and one version; a refusal writes none', async () => {
  const { id } = await caseOf(house)
  const steps: [Rule, boolean][] = [
    [(current, now) => rules.claim(current, ani, now), true],
    [(current) => rules.note(current, 'catatan'), true],
    [(current) => rules.reopen(current, 'masih terbuka'), false],
    [(current, now) => rules.release(current, ani, now), true],
    [(current, now) => rules.dismiss(current, ani, now, 'bukan layanan'), true],
    [(current, now) => rules.claim(current, ani, now), false],
    [(current) => rules.reopen(current, 'keliru'), true],
  ]
  for (const [rule, succeeds] of steps) {
    const [events, version] = [await eventsOf(id), (await stateOf(ani, id))?.version ?? 0]
    const result = await change(ani, id, rule)
    expect(result.kind).toBe(succeeds ? 'changed' : 'refused')
    expect(await eventsOf(id)).toHaveLength(events.length + (succeeds ? 1 : 0))
    expect((await stateOf(ani, id))?.version).toBe(version + (succeeds ? 1 : 0))
  }
})

test('a case that went viral shows all that people did, and of thousands of posts the newest', async () => {
  const { id } = await caseOf(house)
  await note(ani, id, null, 'yang pertama')
  await house.ask(
    `insert into case_events (government_id, case_id, type, at, data)
     select government_id, id, 'post-joined', now(), '{}' from cases, generate_series(1, 1000)
     where id = $1`,
    [id],
  )
  await note(ani, id, null, 'yang terakhir')
  const events = await eventsOf(id)
  const types = events.map(({ type }) => type)
  expect(types.filter((type) => type !== 'post-joined')).toEqual(['opened', 'noted', 'noted'])
  expect(types.filter((type) => type === 'post-joined')).toHaveLength(200)
  expect(events.at(-1)?.data.text).toBe('yang terakhir')
})

test('a rule that breaks leaves the case as it was', async () => {
  const { id } = await caseOf(house)
  const before = await house.cases.view(ani, id)
  const broken = house.cases.change(ani, id, null, () => {
    throw new Error('broken rule')
  })
  await expect(broken).rejects.toThrow('broken rule')
  expect(await house.cases.view(ani, id)).toEqual(before)
})

describe('a late case', () => {
  const late = { dueAt: new Date(Date.now() - MINUTE) }

  test('is escalated once, with one event', async () => {
    const { id } = await caseOf(house, late)
    const [one, two] = await Promise.all([
      house.escalation.climb(new Date()),
      house.escalation.climb(new Date()),
    ])
    expect(one + two).toBeGreaterThan(0)
    const told = (await eventsOf(id)).filter(({ type }) => type === 'escalated')
    expect(told.map(({ data }) => data)).toEqual([
      { clock: 'answer', leg: 1, rung: 50 },
      { clock: 'answer', leg: 1, rung: 100 },
    ])
    expect((await stateOf(ani, id))?.escalatedAt).toBeInstanceOf(Date)
  })

  test('of the sample or of imported history is not', async () => {
    await casesOf(house, [
      { ...late, sample: true },
      { ...late, history: true },
    ])
    expect(await house.escalation.climb(new Date())).toBe(0)
  })

  test('that was answered or ended in time is not; one that was answered late is', async () => {
    const soon = { dueAt: new Date(Date.now() + HOUR) }
    const [answered, ended, tardy] = (await casesOf(house, [{ ...soon }, { ...soon }, late])) as [
      Case,
      Case,
      Case,
    ]
    for (const { id } of [answered, tardy])
      await change(ani, id, (current, now) =>
        rules.answer(current, ani, now, {
          text: 'ya',
          url: null,
          final: false,
          answeredAt: now,
          ...COUNTS,
        }),
      )
    await change(ani, ended.id, (current, now) => rules.dismiss(current, ani, now, 'spam'))
    await house.escalation.climb(new Date(Date.now() + DAY))
    for (const { id } of [answered, ended]) expect((await stateOf(ani, id))?.escalatedAt).toBeNull()
    expect((await stateOf(ani, tardy.id))?.escalatedAt).toBeInstanceOf(Date)
  })

  test('is told to the channels of its agency, and of a confidential one only that there is one', async () => {
    const channel = { kind: 'webhook' as const, name: 'uji', settings: { url: 'https://uji.id' } }
    await house.channels.add({
      ...{ governmentId: PROVINCE, ...channel, enabled: true, secrets: {}, agencyId: null },
    })
    const [open, secret] = (await casesOf(house, [late, { ...late, confidential: true }])) as [
      Case,
      Case,
    ]
    await house.escalation.climb(new Date())
    await house.escalation.tell(new Date())
    const told = await house.ask<{ code: string; level: string }>(
      `select message ->> 'caseCode' as code, message ->> 'level' as level from deliveries`,
    )
    expect(told.filter(({ code }) => code === open.code)).toEqual([
      { code: open.code, level: '100' },
    ])
    expect(told.filter(({ code }) => code === secret.code)).toEqual([])
    expect(await house.escalation.tell(new Date())).toBe(0)
  })
})
