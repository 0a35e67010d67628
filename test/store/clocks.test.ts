import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { answerCase } from '../../src/actions/answer-case.ts'
import { changeCaseUrgency } from '../../src/actions/change-urgency.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import type { Case } from '../../src/core/case.ts'
import * as rules from '../../src/core/case-rules.ts'
import { mayAcknowledge } from '../../src/core/escalation.ts'
import type { HolidayCalendar } from '../../src/core/holiday-calendar.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { runMendDeadlines } from '../../workers/mend-deadlines.ts'
import { eventually } from '../support/eventually.ts'
import { quietLog } from '../support/run-log.ts'
import {
  agencyOf,
  caseOf,
  casesOf,
  coordinator,
  governmentOf,
  HOUR,
  type House,
  MINUTE,
  officer,
  openHouse,
  PROVINCE,
  person,
  smallConfiguration,
} from '../support/seed.ts'

const decree: HolidayCalendar = parse(
  readFileSync(new URL('../../config/calendar-2026.yaml', import.meta.url), 'utf8'),
)
const configured = (calendars: HolidayCalendar[]) =>
  smallConfiguration({
    calendars,
    governments: [
      governmentOf(PROVINCE, {
        agencies: [
          ...['kominfo', 'inspektorat', 'pupr', 'dinkes'].map((id) => agencyOf(id)),
          agencyOf('rsud', { calendar: { alwaysOpen: true } }),
        ],
      }),
    ],
  })

let house: House
let ani: Viewer
let chief: Viewer
beforeAll(async () => {
  house = await openHouse(configured([decree]))
  ani = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

type Rule = (current: Case, now: Date) => ReturnType<typeof rules.claim>
const change = async (who: Viewer, id: string, rule: Rule) => {
  const changed = await house.cases.change(who, id, null, (it) => rule(it, house.clock.now()))
  if (changed.kind !== 'changed') throw new Error(changed.code)
  return changed.case
}
const answered = (id: string, who = ani) =>
  change(who, id, (current, now) =>
    rules.answer(current, who, now, {
      ...{ text: 'ya', url: null, final: false, answeredAt: now },
      ...{ qualified: true, because: [] },
    }),
  )
const solved: Rule = (current, now) =>
  rules.resolve(current, ani, now, {
    ...{ text: 'selesai', privateReason: null },
    ...{ evidence: 1, evidenceReason: null },
  })
const transfer = (id: string, agencyId: string) =>
  change(chief, id, (current, now) =>
    rules.transfer(current, chief, now, {
      ...{ agencyId, reason: 'kewenangan', mayTriage: true, accused: false },
    }),
  )
const viewOf = async (id: string, who = chief) => {
  const view = await house.cases.view(who, id)
  if (!view) throw new Error('not visible')
  return view
}
const legsOf = async (id: string, clock: string) =>
  (await viewOf(id)).clocks.filter((each) => each.clock === clock)
const shown = async (who: Viewer, queue: 'unanswered' | 'late'): Promise<string[]> => {
  const page = await house.cases.list(who, { queue, sort: 'due', limit: 100 })
  return 'items' in page ? page.items.map(({ id }) => id) : []
}

describe('two sides of time', () => {
  test('the citizen waits since the first post, the agency works since it got the case', async () => {
    const postedAt = new Date(Date.now() - 30 * HOUR)
    const { id } = await caseOf(house, { post: { postedAt } })
    const [citizen] = await legsOf(id, 'citizen')
    const [answer] = await legsOf(id, 'answer')
    expect(citizen?.startedAt).toEqual(postedAt)
    expect(answer?.startedAt.getTime()).toBeGreaterThan(Date.now() - MINUTE)
    expect((await viewOf(id)).detectionLagSeconds).toBeGreaterThanOrEqual(30 * 3600 - 1)
  })

  test('handing it on begins a new leg for the new holder, and never resets the citizen', async () => {
    const { id } = await caseOf(house)
    const [before] = await legsOf(id, 'citizen')
    await transfer(id, 'dinkes')
    const legs = await legsOf(id, 'answer')
    expect(legs.map(({ agencyId, outcome }) => [agencyId, outcome])).toEqual([
      ['pupr', 'void'],
      ['dinkes', 'open'],
    ])
    expect(await legsOf(id, 'citizen')).toEqual([before])
  })

  test('an answer stated for before the agency had the case stops its clock where that began', async () => {
    const { id } = await caseOf(house)
    await transfer(id, 'dinkes')
    const answeredAt = new Date(Date.now() - 10 * MINUTE)
    await change(chief, id, (current, now) =>
      rules.answer(current, chief, now, {
        ...{ text: 'ya', url: null, final: false, answeredAt },
        ...{ qualified: true, because: [] },
      }),
    )
    const [, leg] = await legsOf(id, 'answer')
    expect(leg).toMatchObject({ outcome: 'met', stoppedAt: leg?.startedAt })
  })

  test('a hospital works at night, an office does not', async () => {
    const [office, hospital] = (await casesOf(house, [
      { urgency: 'P2' },
      { urgency: 'P2', agencyId: 'rsud' },
    ])) as [Case, Case]
    expect(hospital.dueAt?.getTime()).toBe(hospital.openedAt.getTime() + 240 * MINUTE)
    expect(office.dueAt?.getTime()).toBeGreaterThanOrEqual(Number(hospital.dueAt))
  })

  test('solved and reopened: the citizen goes on waiting, the agency owes a new answer', async () => {
    const { id } = await caseOf(house)
    await answered(id)
    await change(ani, id, (current, now) =>
      rules.followUp(current, ani, now, { type: 'field', text: 'ditambal' }),
    )
    await change(ani, id, solved)
    expect(await legsOf(id, 'citizen')).toMatchObject([{ state: 'paused', dueAt: null }])
    expect(await legsOf(id, 'confirmation')).toMatchObject([{ state: 'running' }])
    const back = await change(chief, id, (current) => rules.reopen(current, 'belum'))
    expect(back.dueAt).not.toBeNull()
    expect(await legsOf(id, 'citizen')).toMatchObject([{ leg: 1, state: 'running' }])
    expect(await legsOf(id, 'answer')).toMatchObject([{ outcome: 'met' }, { outcome: 'open' }])
    const again = house.cases.change(ani, id, null, (it) => solved(it, house.clock.now()))
    expect(await again).toMatchObject({ code: 'answer-missing' })
    await answered(id)
    expect(await change(ani, id, solved)).toMatchObject({ state: 'resolved' })
  })
})

test('a solved case is closed by the system once its reporter had ten working days to object', async () => {
  const { id } = await caseOf(house)
  await answered(id)
  await change(ani, id, (current, now) =>
    rules.followUp(current, ani, now, { type: 'field', text: 'ditambal' }),
  )
  await change(ani, id, (current, now) =>
    rules.resolve(current, ani, now, {
      ...{ text: 'selesai', privateReason: null },
      ...{ evidence: 1, evidenceReason: null },
    }),
  )
  const [window] = await legsOf(id, 'confirmation')
  const at = (moment: Date) => ({ ...house, clock: { now: () => moment } })
  await expireCustody(at(window?.dueAt as Date))
  expect((await viewOf(id)).case.state).toBe('resolved')
  await expireCustody(at(new Date(Number(window?.dueAt) + MINUTE)))
  const { case: closed, clocks } = await viewOf(id)
  expect(closed.state).toBe('closed')
  expect(clocks.every(({ state }) => state === 'stopped')).toBe(true)
  expect(clocks.find(({ clock }) => clock === 'citizen')?.outcome).toBe('met')
})

describe('what nobody answered', () => {
  test('AC-000-1: shows in "Belum dijawab" of its agency and of the coordinator once it is due', async () => {
    const due = { dueAt: new Date(house.clock.now().getTime() + 10 * MINUTE) }
    const [silent, kept, foreign] = (await casesOf(house, [
      { ...due },
      { ...due },
      { ...due, agencyId: 'dinkes' },
    ])) as [Case, Case, Case]
    await answered(kept.id)
    for (const who of [ani, chief]) expect(await shown(who, 'unanswered')).not.toContain(silent.id)
    house.clock.pass(11 * MINUTE)
    // at once, whether or not a worker looked
    expect(await shown(ani, 'unanswered')).toEqual([silent.id])
    await house.escalation.climb(house.clock.now())
    expect(await shown(ani, 'unanswered')).toEqual([silent.id])
    expect((await shown(chief, 'unanswered')).toSorted()).toEqual(
      [silent.id, foreign.id].toSorted(),
    )
    const { events } = await viewOf(silent.id)
    expect(events.at(-1)).toMatchObject({ type: 'escalated', data: { clock: 'answer', rung: 100 } })
    await answered(silent.id)
    expect(await shown(ani, 'unanswered')).toEqual([])
  })

  test('AC-000-2: every open case has exactly one owner, an agency or the desk, and a running answer clock', async () => {
    const rows = await house.ask<{ id: string; owner: string | null; running: number }>(
      `select id, coalesce(agency_id, 'meja pilah') as owner,
         (select count(*)::int from clocks where case_id = cases.id and clock = 'answer'
           and state <> 'stopped') as running
       from cases where is_open and answered_at is null`,
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { owner, running } of rows) {
      expect(owner).not.toBeNull()
      expect(running).toBe(1)
    }
  })
})

describe('the ladder', () => {
  test('an answer that came late is escalated although no worker looked, one in time is not', async () => {
    const due = { dueAt: new Date(house.clock.now().getTime() + 10 * MINUTE) }
    const [late, early] = (await casesOf(house, [{ ...due }, { ...due }])) as [Case, Case]
    house.clock.pass(9 * MINUTE)
    await answered(early.id)
    house.clock.pass(2 * MINUTE)
    await answered(late.id)
    const rungs = await house.ask<{ case_id: string; rung: number }>(
      `select case_id, rung from escalations where clock = 'answer' and rung = 100
       and case_id = any($1)`,
      [[late.id, early.id]],
    )
    expect(rungs).toEqual([{ case_id: late.id, rung: 100 }])
    expect((await legsOf(late.id, 'answer'))[0]?.outcome).toBe('missed')
  })

  test('an urgency that was said less and then said again is due when it was first', async () => {
    const { id, dueAt } = await caseOf(house, { urgency: 'P1' })
    const say = (urgency: 'P1' | 'P4') =>
      changeCaseUrgency(house, ani, { caseId: id, version: null }, { urgency, reason: 'dilihat' })
    house.clock.pass(50 * MINUTE)
    await say('P4')
    expect(await say('P1')).toMatchObject({ kind: 'changed', case: { dueAt } })
  })

  test('an answer that is said to have been in time when it was not needs its link', async () => {
    const { id, firstPostAt } = await caseOf(house, { urgency: 'P1' })
    house.clock.pass(70 * MINUTE)
    const said = (url: string | null) =>
      answerCase(
        house,
        ani,
        { caseId: id, version: null },
        {
          ...{ text: 'Ditambal Dinas PU di Jalan Pasar hari Jumat.', url, final: false },
          answeredAt: firstPostAt,
        },
      )
    expect(await said(null)).toMatchObject({ code: 'invalid-input' })
    expect(await said('https://x.com/dinaspu/status/1')).toMatchObject({ kind: 'changed' })
  })

  test('an answer in time that was written down late is not escalated', async () => {
    const due = { dueAt: new Date(house.clock.now().getTime() + 10 * MINUTE) }
    const { id } = await caseOf(house, { ...due })
    house.clock.pass(12 * MINUTE)
    const answeredAt = new Date(house.clock.now().getTime() - 4 * MINUTE)
    await change(ani, id, (current, now) =>
      rules.answer(current, ani, now, {
        ...{ text: 'ya', url: null, final: false, answeredAt },
        ...{ qualified: true, because: [] },
      }),
    )
    await house.escalation.climb(house.clock.now())
    const rungs = await house.ask(
      `select rung from escalations where clock = 'answer' and rung = 100 and case_id = $1`,
      [id],
    )
    expect(rungs).toEqual([])
    expect((await legsOf(id, 'answer'))[0]?.outcome).toBe('met')
  })

  test('is acknowledged with a reason by whoever stands on that rung, once, and by nobody below', async () => {
    const kabid = await person(house, { roles: ['supervisor'], agencyId: 'pupr' })
    const head = await person(house, { roles: ['agency-head'], agencyId: 'pupr' })
    const other = await person(house, { roles: ['agency-head'], agencyId: 'dinkes' })
    const opened = await caseOf(house, { dueAt: new Date(house.clock.now().getTime() - MINUTE) })
    await house.escalation.climb(house.clock.now())
    const mine = (await house.escalations.list(head, { open: true, limit: 100 })).find(
      ({ caseId, rung }) => caseId === opened.id && rung === 100,
    )
    const say = (who: Viewer, reason: string) =>
      house.escalations.acknowledge(who, mine?.id ?? '', reason, (about) =>
        mayAcknowledge(who, about),
      )
    expect(await say(other, 'bukan saya')).toMatchObject({ code: 'not-found' })
    expect(await say(kabid, 'saya kabid')).toMatchObject({ code: 'no-right' })
    await say(head, 'petugas sedang di lapangan')
    expect(await say(chief, 'kedua')).toMatchObject({
      escalation: { acknowledged: { reason: 'petugas sedang di lapangan' } },
    })
    expect((await viewOf(opened.id)).events.at(-1)?.type).toBe('escalation-acknowledged')
  })
})

describe('another decree', () => {
  test('moves open deadlines and says so, and leaves closed ones as they were', async () => {
    const [open, closed] = (await casesOf(house, [{}, {}])) as [Case, Case]
    await change(ani, closed.id, (current, now) => rules.dismiss(current, ani, now, 'spam'))
    const before = [await legsOf(open.id, 'citizen'), await legsOf(closed.id, 'citizen')]
    const to = new Date(Date.now() + 40 * 24 * HOUR)
    const holidays = Array.from({ length: 12 }, (_, n) => ({
      date: new Date(Date.now() + (n + 2) * 24 * HOUR).toISOString().slice(0, 10),
      name: 'libur daerah',
    })).filter(({ date }) => date < to.toISOString())
    const configuration = configured([decree])
    for (const government of configuration.governments) government.calendar = { holidays }
    expect(await house.deadlines.recompute({ dryRun: true })).toEqual([])
    await house.configurations.apply(configuration, 'uji')
    const after = [await legsOf(open.id, 'citizen'), await legsOf(closed.id, 'citizen')]
    expect(Number(after[0]?.[0]?.dueAt)).toBeGreaterThan(Number(before[0]?.[0]?.dueAt))
    expect(after[1]).toEqual(before[1])
    const moved = (await viewOf(open.id)).events.filter(({ type }) => type === 'deadline-moved')
    expect(moved.map(({ data }) => data.fromDue)).toContain(before[0]?.[0]?.dueAt?.toISOString())
    expect(await house.deadlines.recompute({ dryRun: true })).toEqual([])
  })

  test('moves the rest at the next start where the program was killed in the middle', async () => {
    const { id } = await caseOf(house)
    const right = (await legsOf(id, 'citizen'))[0]?.dueAt
    // as it stood under the decree before
    await house.ask(`update clocks set due_at = due_at - interval '9 days' where case_id = $1`, [
      id,
    ])
    const worker = runMendDeadlines({ log: quietLog, ground: { ports: house } })
    await eventually(
      () => legsOf(id, 'citizen'),
      ([leg]) => leg?.dueAt?.getTime() === right?.getTime(),
    )
    await worker.close()
    const types = (await viewOf(id)).events.map(({ type }) => type)
    expect(types).toContain('deadline-moved')
  })

  test('lets the program end in the middle, and nothing is lost', async () => {
    const { id } = await caseOf(house)
    await house.ask(`update clocks set due_at = due_at - interval '9 days' where case_id = $1`, [
      id,
    ])
    const signal = AbortSignal.abort()
    expect(await house.deadlines.recompute({ dryRun: false, signal })).toEqual([])
    expect(await house.deadlines.recompute({ dryRun: false })).not.toEqual([])
  })
})
