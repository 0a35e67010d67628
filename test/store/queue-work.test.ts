import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { nextCase } from '../../src/actions/next-case.ts'
import type { Case } from '../../src/core/case.ts'
import type { CaseDecision } from '../../src/core/case-change.ts'
import { claim } from '../../src/core/case-rules.ts'
import { skip } from '../../src/core/queue-rules.ts'
import { riskOf } from '../../src/core/risk.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { snooze } from '../../src/core/snooze.ts'
import {
  caseOf,
  casesOf,
  coordinator,
  HOUR,
  type House,
  MINUTE,
  officer,
  openHouse,
  person,
} from '../support/seed.ts'

let house: House
let ani: Viewer
let budi: Viewer
let chief: Viewer

beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  budi = await officer(house)
  chief = await person(house, { roles: ['supervisor'], agencyId: 'pupr' })
})
afterAll(() => house.close())

const change = (who: Viewer, id: string, rule: (current: Case, now: Date) => CaseDecision) =>
  house.cases.change(who, id, null, (current) => rule(current, house.clock.now()))

const handOut = async (who: Viewer, queue: 'agency' | 'triage' | 'late' = 'agency') => {
  const given = await nextCase(house, who, queue)
  if (given.kind === 'refused') throw new Error(given.code)
  return given.kind === 'changed' ? given.case : null
}

/** Everything that waits from earlier tests is put out of the way. */
const clear = () =>
  house.ask("update cases set is_open = false, state = 'closed', ended_at = now() where is_open")

const dueIn = (hours: number) => new Date(Date.now() + hours * HOUR)

describe('500 pairs who want one case each', () => {
  test('give 500 wins and 500 refusals, and each loser learns who has it', async () => {
    const wanted = await casesOf(
      house,
      Array.from({ length: 500 }, () => ({})),
    )
    let [won, lost] = [0, 0]
    for (let at = 0; at < wanted.length; at += 10) {
      const some = wanted.slice(at, at + 10)
      await Promise.all(
        some.map(async ({ id }) => {
          const pair = [ani, budi].map((who) =>
            change(who, id, (current, now) => claim(current, who, now)),
          )
          const results = await Promise.all(pair)
          const winner = results.findIndex(({ kind }) => kind === 'changed')
          won += results.filter(({ kind }) => kind === 'changed').length
          const loser = results[1 - winner]
          const name = [ani, budi][winner]?.name
          if (loser?.kind === 'refused' && loser.detail === `Sedang dikerjakan ${name}.`) lost += 1
        }),
      )
    }
    expect([won, lost]).toEqual([500, 500])
  }, 60_000)
})

describe('"next"', () => {
  test('asked for 50 times at once hands out 50 different cases', async () => {
    await clear()
    await casesOf(
      house,
      Array.from({ length: 60 }, () => ({})),
    )
    const given = await Promise.all(
      Array.from({ length: 50 }, (_, n) => handOut(n % 2 ? ani : budi)),
    )
    expect(new Set(given.map((one) => one?.id)).size).toBe(50)
    expect(given).not.toContain(null)
  }, 30_000)

  test('hands out what has the least time left, and of equals the riskier one', async () => {
    await clear()
    const same = dueIn(3)
    const [calm, grave, soon] = await casesOf(house, [
      { dueAt: same, urgency: 'P4' },
      { dueAt: same, urgency: 'P2' },
      { dueAt: dueIn(2), urgency: 'P4' },
    ])
    const order = [await handOut(ani), await handOut(ani), await handOut(ani)]
    expect(order.map((one) => one?.id)).toEqual([soon?.id, grave?.id, calm?.id])
    expect(order[0]).toMatchObject({ state: 'accepted', claim: { userId: ani.userId } })
    expect(await handOut(ani)).toBeNull()
  })

  test('passes over what a colleague looks at or writes in, but not what lies open alone', async () => {
    await clear()
    const [looked, written, away] = await casesOf(house, [
      { dueAt: dueIn(1) },
      { dueAt: dueIn(2) },
      { dueAt: dueIn(3) },
    ])
    await house.presence.report(budi, looked?.id ?? '', 'viewing')
    await house.presence.report(budi, written?.id ?? '', 'editing')
    await house.presence.report(budi, away?.id ?? '', 'away')
    expect((await handOut(ani))?.id).toBe(away?.id)
    expect(await handOut(ani)).toBeNull()
    expect((await handOut(budi))?.id).toBe(looked?.id)
  })

  test('does not offer again what I passed by, and the supervisor reads why', async () => {
    await clear()
    const { id, code } = await caseOf(house)
    expect((await handOut(ani))?.id).toBe(id)
    const skipped = await change(ani, id, (current, now) => skip(current, ani, now, 'butuh peta'))
    expect(skipped).toMatchObject({ kind: 'changed', case: { claim: null } })
    expect(await nextCase(house, ani, 'agency')).toEqual({ kind: 'empty', skipped: 1 })
    const list = await house.queueWork.skips(chief, { limit: 1 })
    expect(list).toMatchObject({
      items: [{ caseCode: code, by: ani.name, reason: 'butuh peta' }],
    })
    expect((await handOut(budi))?.id).toBe(id)
    const elsewhere = await person(house, { roles: ['supervisor'], agencyId: 'dinkes' })
    expect(await house.queueWork.skips(elsewhere, { limit: 10 })).toMatchObject({ items: [] })
  })

  test('never hands out a case of another agency, not even to those who may read it', async () => {
    await clear()
    await caseOf(house, { agencyId: 'dinkes', dueAt: dueIn(-1) })
    const inspector = await person(house, { roles: ['inspectorate'], agencyId: 'inspektorat' })
    expect(await handOut(inspector, 'late')).toBeNull()
    expect(await handOut(ani, 'late')).toBeNull()
    expect(await handOut(await coordinator(house), 'late')).toMatchObject({ agencyId: 'dinkes' })
  })
})

describe('what was put off', () => {
  const putOff = (id: string, wish: { until: Date | null; forReply: boolean }) =>
    change(ani, id, (current, now) =>
      snooze(current, ani, now, { ...wish, reason: 'menunggu material' }),
    )
  const namesIn = async (queue: 'agency' | 'snoozed' | 'late') => {
    const page = await house.cases.list(chief, { queue, sort: 'due', limit: 100 })
    return 'items' in page ? page.items.map(({ id }) => id) : []
  }

  test('leaves the queue for "Ditunda", and comes back to the top with its reason', async () => {
    await clear()
    const [other, wanted] = await casesOf(house, [{ dueAt: dueIn(1) }, { dueAt: dueIn(90) }])
    const id = wanted?.id ?? ''
    await putOff(id, { until: dueIn(5), forReply: false })
    expect([await namesIn('agency'), await namesIn('snoozed')]).toEqual([[other?.id], [id]])
    expect((await handOut(ani))?.id).toBe(other?.id)
    expect(await handOut(ani)).toBeNull()

    expect(await house.snoozing.wakeDue(new Date())).toBe(0)
    expect(await house.snoozing.wakeDue(dueIn(5.1))).toBe(1)
    expect(await house.snoozing.wakeDue(dueIn(5.1))).toBe(0)
    expect([await namesIn('agency'), await namesIn('snoozed')]).toEqual([[id, other?.id], []])
    const view = await house.cases.view(ani, id)
    expect(view?.case.woken?.because).toBe('Waktu tunda tiba: menunggu material')
    expect(view?.events.at(-1)).toMatchObject({ type: 'woken', actor: null })
  })

  test('until a reply comes back by a new post, and two workers bring it back once', async () => {
    await clear()
    const { id } = await caseOf(house)
    await putOff(id, { until: null, forReply: true })
    expect(await house.snoozing.wakeDue(new Date())).toBe(0)
    await house.ask(
      `insert into case_events (government_id, case_id, type, at) select government_id, id,
       'post-joined', now() from cases where id = $1`,
      [id],
    )
    const woken = await Promise.all([1, 2, 3].map(() => house.snoozing.wakeDue(new Date())))
    expect(woken.reduce((sum, one) => sum + one, 0)).toBe(1)
    await putOff(id, { until: null, forReply: true })
    expect(await house.snoozing.wakeDue(new Date())).toBe(0)
  })

  test('stops no clock: it is late when it is late, and then it is back', async () => {
    await clear()
    const { id } = await caseOf(house, { dueAt: new Date(Date.now() + 30 * MINUTE) })
    await putOff(id, { until: dueIn(24), forReply: false })
    house.clock.pass(31 * MINUTE)
    expect(await namesIn('late')).toEqual([id])
    expect(await house.snoozing.wakeDue(house.clock.now())).toBe(1)
    expect(await namesIn('agency')).toEqual([id])
  })
})

it('AC-004-4: the queue sorts by exactly that risk', async () => {
  await clear()
  const made = await casesOf(
    house,
    Array.from({ length: 24 }, (_, n) => ({
      urgency: (['P1', 'P2', 'P3', 'P4'] as const)[n % 4] ?? 'P3',
    })),
  )
  for (const [n, { id }] of made.entries())
    await house.ask('update cases set author_count = $2 where id = $1', [id, (n * 7) % 31])
  const page = await house.cases.list(chief, { queue: 'agency', sort: 'risk', limit: 100 })

  const risks = 'items' in page ? page.items.map(riskOf) : []
  expect(risks).toHaveLength(24)
  for (const [n, risk] of risks.entries())
    expect(risk).toBeLessThanOrEqual((risks[n - 1] ?? Infinity) + 1e-9)
})

it('AC-002-4: kind and category are separate fields: one changes without the other', async () => {
  const { id } = await caseOf(house, { kind: 'complaint', category: 'jalan.rusak' })
  const saved = await house.cases.change(ani, id, null, () => ({
    kind: 'changed',
    patch: { kind: 'suggestion' },
    event: { type: 'recategorised', data: { fromKind: 'complaint', toKind: 'suggestion' } },
  }))
  expect(saved).toMatchObject({ case: { kind: 'suggestion', category: 'jalan.rusak' } })
  const columns = await house.ask<{ kind: string; category: string }>(
    'select kind, category from cases where id = $1',
    [id],
  )
  expect(columns).toEqual([{ kind: 'suggestion', category: 'jalan.rusak' }])
})
