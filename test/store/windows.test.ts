import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { askCaseReporter } from '../../src/actions/ask-reporter.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import { handOverCase } from '../../src/actions/hand-over-case.ts'
import { offerCase } from '../../src/actions/offer-case.ts'
import type { Case } from '../../src/core/case.ts'
import type { ClockName } from '../../src/core/case-clock.ts'
import type { Government } from '../../src/core/configuration.ts'
import type { HolidayCalendar } from '../../src/core/holiday-calendar.ts'
import type { Viewer } from '../../src/core/roles.ts'
import {
  agencyOf,
  caseOf,
  coordinator,
  governmentOf,
  type House,
  MINUTE,
  openHouse,
  PROVINCE,
  smallConfiguration,
} from '../support/seed.ts'

const decree: HolidayCalendar = parse(
  readFileSync(new URL('../../config/calendar-2026.yaml', import.meta.url), 'utf8'),
)
const wib = (local: string) => new Date(`${local}:00+07:00`)
/** A Wednesday; the next Monday and the Tuesday after next are holidays. */
const RECEIVED = wib('2026-08-12T10:00')

const agencies = [
  ...['kominfo', 'inspektorat', 'pupr', 'dinkes'].map((id) => agencyOf(id)),
  agencyOf('rsud', { calendar: { alwaysOpen: true } }),
]
const tenant = (id: string, patch: Partial<Government> = {}) =>
  governmentOf(id, { agencies, ...patch })
const configured = (patch: Partial<Government> = {}) => {
  const configuration = smallConfiguration({
    calendars: [decree],
    governments: [
      tenant(PROVINCE, patch),
      tenant('pemkab-dki', { deadlines: { preset: 'dki' } }),
      tenant('pemkot-cepat', { deadlines: { preset: '1x24-jam' } }),
      tenant('pemkot-timur', { timezone: 'Asia/Makassar', zoneLabel: 'WITA' }),
      tenant('pemkab-sendiri', {
        deadlines: {
          offer: { minutes: 120 },
          reporter: { workingDays: 3 },
          reopening: { minutes: 5 * 1440 },
        },
      }),
    ],
  })
  configuration.taxonomy.external = { pln: { name: 'PLN ULP' } }
  return configuration
}

let hand = RECEIVED
let house: House
beforeAll(async () => {
  house = await openHouse(configured(), { now: () => hand, pass: () => undefined })
})
afterAll(() => house.close())

const chiefs = new Map<string, Viewer>()
const chiefOf = async (governmentId: string): Promise<Viewer> => {
  const known = chiefs.get(governmentId)
  if (known) return known
  const made = await coordinator(house, governmentId)
  chiefs.set(governmentId, made)
  return made
}
const opened = (governmentId: string, agencyId: string | null = 'pupr'): Promise<Case> => {
  hand = RECEIVED
  return caseOf(house, { governmentId, agencyId, post: { postedAt: RECEIVED } })
}
const offered = async (of: Case, to = 'dinkes') => {
  const seen = { caseId: of.id, version: null }
  const wish = { to, reason: 'bukan-kewenangan' as const, text: 'x', proposedOwner: null }
  const made = await offerCase(house, await chiefOf(of.governmentId), seen, wish)
  expect(made.kind).toBe('changed')
  return (await custodyOf(of)).offers.at(-1)
}
const custodyOf = async (of: Case) => {
  const found = await house.custody.view(await chiefOf(of.governmentId), of.id)
  if (!found) throw new Error('not visible')
  return found
}
const asked = async (of: Case) => {
  const question = { question: 'Di mana?', url: 'https://contoh.id/1' }
  const seen = { caseId: of.id, version: null }
  await askCaseReporter(house, await chiefOf(of.governmentId), seen, question)
}
const viewOf = async (of: Case) => {
  const found = await house.cases.view(await chiefOf(of.governmentId), of.id)
  if (!found) throw new Error('not visible')
  return found
}
const dueOf = async (of: Case, clock: ClockName) =>
  (await viewOf(of)).clocks.findLast((each) => each.clock === clock)?.dueAt
const lookAt = (at: Date) => {
  hand = at
  return expireCustody(house)
}
const after = (at: Date | null | undefined) => new Date((at?.getTime() ?? 0) + MINUTE)

describe('each preset, for what was received on Wednesday, 12 August 2026 at 10.00', () => {
  it.each([
    {
      preset: 'lapor',
      governmentId: PROVINCE,
      triage: '2026-08-18T16:00',
      'follow-up': '2026-08-20T16:00',
      answer: '2026-08-14T10:00',
      citizen: '2026-09-03T16:00',
      reporter: '2026-08-28T16:30',
      offer: '2026-08-13T16:00',
    },
    {
      preset: 'dki',
      governmentId: 'pemkab-dki',
      triage: '2026-08-12T16:00',
      'follow-up': '2026-08-12T16:00',
      answer: '2026-08-14T10:00',
      citizen: '2026-08-19T10:00',
      reporter: '2026-08-28T16:30',
      offer: '2026-08-13T16:00',
    },
    {
      preset: '1x24-jam',
      governmentId: 'pemkot-cepat',
      triage: '2026-08-13T10:00',
      'follow-up': '2026-08-13T10:00',
      answer: '2026-08-13T10:00',
      citizen: '2026-09-03T16:00',
      reporter: '2026-08-28T16:30',
      offer: '2026-08-13T16:00',
    },
  ])('$preset', async ({ preset: _preset, governmentId, ...dues }) => {
    const [held, atDesk, waits] = [
      await opened(governmentId),
      await opened(governmentId, null),
      await opened(governmentId),
    ]
    await offered(held)
    await asked(waits)
    const clockOf = { triage: atDesk, reporter: waits }
    for (const [clock, due] of Object.entries(dues)) {
      const of = clockOf[clock as keyof typeof clockOf] ?? held
      expect(await dueOf(of, clock as ClockName), clock).toEqual(wib(due))
    }
  })
})

describe('the window of an offer', () => {
  it('is what its clock says: on the list, on the case, and for the worker', async () => {
    const one = await opened('pemkab-sendiri')
    const asking = await offered(one)
    expect(asking?.dueAt).toEqual(wib('2026-08-12T12:00'))
    const listed = await house.custody.offers(await chiefOf('pemkab-sendiri'), 'sent')
    expect(listed.find(({ offer }) => offer.id === asking?.id)?.offer.dueAt).toEqual(asking?.dueAt)
    await lookAt(wib('2026-08-12T12:00'))
    expect((await custodyOf(one)).offers.at(-1)?.state).toBe('open')
    await lookAt(wib('2026-08-12T12:01'))
    expect((await custodyOf(one)).offers.at(-1)?.state).toBe('undecided')
    expect((await viewOf(one)).events.map(({ data }) => data.reason)).toContain(
      'Tawaran tidak dijawab dalam 2 jam: koordinator memutuskan.',
    )
  })

  it('goes by the hours of the one asked: a hospital works on, another zone closes earlier', async () => {
    const one = await opened(PROVINCE)
    expect((await offered(one, 'rsud'))?.dueAt).toEqual(wib('2026-08-14T00:00'))
    const other = await opened(PROVINCE)
    const there = await offered(other, 'government:pemkot-timur')
    expect(there?.dueAt).toEqual(new Date('2026-08-13T16:00:00+08:00'))
  })
})

describe('a look at a body outside', () => {
  it('goes by the hours of whoever has to look', async () => {
    const one = await opened(PROVINCE, 'rsud')
    const wish = {
      ...{ body: 'pln', channel: 'surat', reference: '1', contactRole: 'ULP', text: 'tiang' },
      ...{ nextCheckAt: null, calledFirst: null },
    }
    const seen = { caseId: one.id, version: null }
    await handOverCase(house, await chiefOf(PROVINCE), seen, wish)
    expect(await dueOf(one, 'external-check')).toEqual(wib('2026-08-18T00:00'))
    expect((await custodyOf(one)).nextCheckAt).toEqual(wib('2026-08-18T00:00'))
  })
})

describe('a reporter who says nothing', () => {
  it('is told the days that they had and in which it can come back, as they held', async () => {
    const [usual, own] = [await opened(PROVINCE), await opened('pemkab-sendiri')]
    await asked(usual)
    await asked(own)
    await lookAt(wib('2026-08-18T16:00'))
    expect((await viewOf(own)).case.state).toBe('waiting-reporter')
    await lookAt(wib('2026-08-18T16:01'))
    const reasonOf = async (of: Case) =>
      (await viewOf(of)).events.find(({ type }) => type === 'closed')?.data.reason
    expect(await reasonOf(own)).toBe(
      'Pelapor belum menjawab dalam 3 hari kerja. Kasus dapat dibuka kembali dalam 5 hari.',
    )
    expect(await reasonOf(usual)).toBeUndefined()
    await lookAt(after(await dueOf(usual, 'reporter')))
    expect(await reasonOf(usual)).toBe(
      'Pelapor belum menjawab dalam 10 hari kerja. Kasus dapat dibuka kembali dalam 30 hari.',
    )
  })
})

describe('an edited calendar', () => {
  it('moves the windows of an offer and of a reporter, says so, and the worker waits for it', async () => {
    const [one, other] = [await opened(PROVINCE), await opened(PROVINCE)]
    const asking = await offered(one)
    await asked(other)
    const holidays = [{ date: '2026-08-13', name: 'Hari jadi provinsi' }]
    await house.configurations.apply(configured({ calendar: { holidays } }), 'uji')
    const moved = (await custodyOf(one)).offers.at(-1)
    expect([asking?.dueAt, moved?.dueAt]).toEqual([
      wib('2026-08-13T16:00'),
      wib('2026-08-14T16:30'),
    ])
    expect(await dueOf(other, 'reporter')).toEqual(wib('2026-08-31T16:00'))
    const told = (await viewOf(one)).events.filter(({ type }) => type === 'deadline-moved')
    expect(told.map(({ data }) => data)).toContainEqual({
      ...{ clock: 'offer', leg: 1 },
      fromDue: asking?.dueAt.toISOString(),
      toDue: moved?.dueAt.toISOString(),
    })
    await lookAt(wib('2026-08-13T16:01'))
    expect((await custodyOf(one)).offers.at(-1)?.state).toBe('open')
    await lookAt(wib('2026-08-28T16:31'))
    expect((await custodyOf(one)).offers.at(-1)?.state).toBe('undecided')
    expect((await viewOf(other)).case.state).toBe('waiting-reporter')
    await lookAt(wib('2026-08-31T16:01'))
    expect((await viewOf(other)).case.state).toBe('closed')
    await house.configurations.apply(configured(), 'uji')
  })
})

describe('an edited target', () => {
  it('holds for what begins from then on: nobody is late by a rule that was not there', async () => {
    const one = await opened(PROVINCE)
    const asking = await offered(one)
    const before = (await viewOf(one)).clocks
    const deadlines = { preset: 'dki', offer: { minutes: 30 } } as const
    await house.configurations.apply(configured({ deadlines }), 'uji')
    expect((await viewOf(one)).clocks).toEqual(before)
    expect((await custodyOf(one)).offers.at(-1)?.dueAt).toEqual(asking?.dueAt)
    expect((await viewOf(one)).events.map(({ type }) => type)).not.toContain('deadline-moved')
    expect(await house.deadlines.recompute({ dryRun: true })).toEqual([])
    const next = await opened(PROVINCE)
    expect(await dueOf(next, 'follow-up')).toEqual(wib('2026-08-12T16:00'))
    expect((await offered(next))?.dueAt).toEqual(wib('2026-08-12T10:30'))
    await house.configurations.apply(configured(), 'uji')
  })
})
