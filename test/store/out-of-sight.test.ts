/** A case leaves somebody's sight: what they did to it before is no way back to it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { returnOffer } from '../../src/actions/answer-offer.ts'
import { changeCaseUrgency } from '../../src/actions/change-urgency.ts'
import { claimCase } from '../../src/actions/claim-case.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import { mergeCases } from '../../src/actions/merge-cases.ts'
import { noteCase } from '../../src/actions/note-case.ts'
import { offerCase } from '../../src/actions/offer-case.ts'
import { recategoriseCase } from '../../src/actions/recategorise-case.ts'
import { releaseCase } from '../../src/actions/release-case.ts'
import { transferCase } from '../../src/actions/transfer-case.ts'
import { undoCase } from '../../src/actions/undo-case.ts'
import { finishCaseTask, openCaseTask } from '../../src/actions/work-tasks.ts'
import type { Case } from '../../src/core/case.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { type ApiOverHouse, apiOver } from '../support/api-over-house.ts'
import {
  caseOf,
  coordinator,
  DAY,
  type House,
  officer,
  openHouse,
  PATIENTLY,
  person,
  REGENCY,
  smallConfiguration,
} from '../support/seed.ts'

let house: House
let roads: Viewer
let chief: Viewer
let watch: Viewer
let api: ApiOverHouse

const withIntegrity = () => {
  const configuration = smallConfiguration()
  const { taxonomy } = configuration
  const category = { id: 'gov.pungli', label: 'Pungli', group: 'gov', slaClass: 'rahasia' }
  return {
    ...configuration,
    taxonomy: {
      ...taxonomy,
      categories: [
        { ...category, owner: null },
        { ...category, id: 'jalan.rusak', label: 'Jalan', slaClass: 'biasa', owner: null },
      ] as never,
      slaClasses: { rahasia: { confidential: true }, biasa: { confidential: false } } as never,
    },
  }
}

beforeAll(async () => {
  house = await openHouse(withIntegrity())
  roads = await officer(house)
  chief = await coordinator(house)
  watch = await person(house, { roles: ['inspectorate'], agencyId: 'inspektorat' })
  api = await apiOver(house)
})
afterAll(async () => {
  await api.close()
  await house.close()
})

const seen = (of: Case) => ({ caseId: of.id, version: null })

const lastEvent = async (of: Case, type: string): Promise<string> => {
  const [row] = await house.ask<{ id: string }>(
    'select id::text from case_events where case_id = $1 and type = $2 order by id desc limit 1',
    [of.id, type],
  )
  return row?.id ?? ''
}

/** It turns out to be about bribes: to the desk, and from there to the inspectorate. */
const becomesHidden = async (of: Case) => {
  const category = 'gov.pungli'
  const hidden = await recategoriseCase(house, chief, seen(of), {
    category,
    kind: null,
    reason: null,
  })
  expect(hidden).toMatchObject({ kind: 'changed', case: { confidential: true, agencyId: null } })
  const to = { agencyId: 'inspektorat', reason: 'rahasia' }
  expect(await transferCase(house, chief, seen(of), to)).toMatchObject({ kind: 'changed' })
}

const standing = async (of: Case) =>
  (
    await house.ask('select version, claimed_by, urgency, state from cases where id = $1', [of.id])
  )[0]

const DONE: [string, string, (of: Case) => Promise<{ kind: string }>][] = [
  [
    'letting go',
    'released',
    async (of) => {
      await claimCase(house, roads, seen(of))
      return releaseCase(house, roads, seen(of))
    },
  ],
  [
    'a new urgency',
    'urgency-changed',
    (of) => changeCaseUrgency(house, roads, seen(of), { urgency: 'P4', reason: 'sepi' }),
  ],
  ['a note', 'noted', (of) => noteCase(house, roads, seen(of), 'dicek')],
]

describe('a case that became confidential', () => {
  it.each(DONE)(
    '%s before is not taken back by the agency that had it',
    async (_what, type, act) => {
      const one = await caseOf(house)
      expect(await act(one)).toMatchObject({ kind: 'changed' })
      await becomesHidden(one)
      const before = await standing(one)
      const undone = await undoCase(house, roads, seen(one), await lastEvent(one, type))
      expect(undone).toEqual({ kind: 'refused', code: 'not-found' })
      expect(await standing(one)).toEqual(before)
    },
  )
})

it('who only helps with a case takes nothing back that it did when the case was its own', async () => {
  const one = await caseOf(house)
  await changeCaseUrgency(house, roads, seen(one), { urgency: 'P4', reason: 'sepi' })
  await transferCase(house, chief, seen(one), { agencyId: 'dinkes', reason: 'puskesmas' })
  const task = { kind: 'support' as const, agencyId: 'pupr', assigneeId: null, title: 'Data' }
  await openCaseTask(house, chief, seen(one), { ...task, target: { workingDays: 1 } })
  expect(await house.cases.view(roads, one.id)).not.toBeNull()
  const undone = await undoCase(house, roads, seen(one), await lastEvent(one, 'urgency-changed'))
  expect(undone).toMatchObject({ code: 'no-right' })
})

describe('a case that an agency only helps with', () => {
  const helping = async (titles: string[]): Promise<[Case, string[]]> => {
    const one = await caseOf(house, { agencyId: 'dinkes' })
    for (const title of titles) {
      const task = { kind: 'support' as const, agencyId: 'pupr', assigneeId: null, title }
      await openCaseTask(house, chief, seen(one), { ...task, target: { workingDays: 1 } })
    }
    const rows = await house.ask<{ id: string }>(
      'select id from tasks where case_id = $1 order by id',
      [one.id],
    )
    return [one, rows.map(({ id }) => id)]
  }
  const finish = (taskId = '') => finishCaseTask(house, roads, taskId, { text: 'Data dikirim.' })

  it('is read until the help is given, and no longer', async () => {
    const [one, [task]] = await helping(['Data'])
    expect(await house.cases.view(roads, one.id)).not.toBeNull()
    const from = await house.events.latest()
    expect(await finish(task)).toMatchObject({ kind: 'changed' })
    expect(await house.cases.view(roads, one.id)).toBeNull()
    await expect
      .poll(async () => (await house.events.after(roads, from, 10)).events.at(-1), PATIENTLY)
      .toMatchObject({ type: 'case-left', caseId: one.id })
  })

  it('is read on while another task of the same agency is open', async () => {
    const [one, [first, second]] = await helping(['Data', 'Peta'])
    await finish(first)
    expect(await house.cases.view(roads, one.id)).not.toBeNull()
    await finish(second)
    expect(await house.cases.view(roads, one.id)).toBeNull()
  })
})

it('whoever handed a case on by mistake takes that back unseen, before anybody worked on it', async () => {
  const one = await caseOf(house)
  await transferCase(house, roads, seen(one), { agencyId: null, reason: 'salah tekan' })
  expect(await house.cases.view(roads, one.id)).toBeNull()
  const undone = await undoCase(house, roads, seen(one), await lastEvent(one, 'returned'))
  expect(undone).toMatchObject({ kind: 'changed', case: { agencyId: 'pupr' } })
})

const offer = async (by: Viewer, of: Case, to: string): Promise<string> => {
  const wish = { to, reason: 'bukan-kewenangan' as const, text: 'bukan kami', proposedOwner: null }
  expect(await offerCase(house, by, seen(of), wish)).toMatchObject({ kind: 'changed' })
  const [row] = await house.ask<{ id: string }>('select id from offers where case_id = $1', [of.id])
  return row?.id ?? ''
}

const listed = async (who: Viewer, box: 'incoming' | 'sent', of: Case) =>
  (await house.custody.offers(who, box)).filter(({ code }) => code === of.code)

describe('an offer of a case that became confidential', () => {
  it('is no more among those that its former owner sent', async () => {
    const one = await caseOf(house)
    const id = await offer(roads, one, 'dinkes')
    await returnOffer(house, await officer(house, 'dinkes'), id, {
      ...{ reason: 'bukan-kewenangan', text: 'bukan kami', proposedOwner: null },
    })
    expect(await listed(roads, 'sent', one)).toHaveLength(1)
    await becomesHidden(one)
    expect(await listed(roads, 'sent', one)).toEqual([])
  })

  it('is withdrawn from the agency that could be the accused', async () => {
    const one = await caseOf(house, { agencyId: 'inspektorat' })
    await offer(watch, one, 'pupr')
    expect(await listed(roads, 'incoming', one)).toHaveLength(1)
    const to = { category: 'gov.pungli', kind: null, reason: null }
    expect(await recategoriseCase(house, watch, seen(one), to)).toMatchObject({ kind: 'changed' })
    expect(await listed(roads, 'incoming', one)).toEqual([])
    const [clock] = await house.ask(
      "select state from clocks where case_id = $1 and clock = 'offer'",
      [one.id],
    )
    expect(clock).toEqual({ state: 'stopped' })
  })
})

it('who returns the offer of a confidential case is not shown it for that', async () => {
  const secret = await caseOf(house, { confidential: true, agencyId: 'inspektorat' })
  const id = await offer(watch, secret, 'desk')
  const answer = await api.as(chief, {
    method: 'POST',
    url: `/api/offers/${id}/return`,
    payload: { reason: 'bukan-kewenangan', text: 'Bukan bagian kami.', proposedOwner: null },
  })
  expect([answer.statusCode, answer.json()]).toEqual([200, { case: null }])
})

describe('an offer of a confidential case that nobody could settle', () => {
  const undecided = async (): Promise<[Case, string]> => {
    const secret = await caseOf(house, { confidential: true, agencyId: 'dinkes' })
    const id = await offer(await officer(house, 'dinkes'), secret, 'inspektorat')
    house.clock.pass(7 * DAY)
    await expireCustody(house)
    expect((await house.custody.offers(chief, 'undecided')).map((each) => each.offer.id)).toContain(
      id,
    )
    return [secret, id]
  }
  const decide = (id: string, owner: string) =>
    api.as(chief, {
      method: 'POST',
      url: `/api/offers/${id}/decide`,
      payload: { owner, reason: 'Sudah dibicarakan.' },
    })

  it('is decided by the coordinator, who is not shown the case for that', async () => {
    const [secret, id] = await undecided()
    const answer = await decide(id, 'stay')
    expect([answer.statusCode, answer.json()]).toEqual([200, { case: null }])
    expect(await house.cases.view(chief, secret.id)).toBeNull()
    expect((await house.custody.offers(chief, 'undecided')).length).toBe(0)
  })

  it('is no way for the coordinator to bring it to their own desk', async () => {
    const [secret, id] = await undecided()
    const answer = await decide(id, 'desk')
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'no-right'])
    expect(await house.cases.view(chief, secret.id)).toBeNull()
    await decide(id, 'stay')
  })

  it('lets the coordinator do nothing else with it', async () => {
    const [, id] = await undecided()
    for (const way of ['withdraw', 'return'])
      expect(
        (await api.as(chief, { method: 'POST', url: `/api/offers/${id}/${way}` })).statusCode,
      ).toBeGreaterThanOrEqual(400)
    await decide(id, 'stay')
  })
})

it('a draft does not count what is done to a case that its writer may not see', async () => {
  const one = await caseOf(house)
  const write = (version: number) =>
    house.drafts.save(roads, {
      ...{ caseId: one.id, kind: 'note', text: 'draf', version, seenEventId: '1' },
    })
  expect(await write(one.version)).toMatchObject({ kind: 'saved' })
  await becomesHidden(one)
  const told = async (version: number) => {
    await write(version)
    return (await house.drafts.of(roads, one.id)).map(({ stale }) => stale)
  }
  const now = (await standing(one))?.version
  expect(await told(now)).toEqual(await told(now + 1))
})

it('who accepts what another government offers is not shown the hidden case of their own that holds it', async () => {
  const post = { externalId: 'rahasia-di-sana' }
  const hidden = { governmentId: REGENCY, agencyId: 'inspektorat', confidential: true, post }
  await caseOf(house, hidden)
  const one = await caseOf(house, { post })
  const id = await offer(chief, one, `government:${REGENCY}`)
  const there = await coordinator(house, REGENCY)
  const payload = { agencyId: null }
  const url = `/api/offers/${id}/accept`
  const answer = await api.as(there, { method: 'POST', url, payload })
  expect([answer.statusCode, answer.json()]).toEqual([200, { case: null }])
})

it('taking a merge back lays no post of a case that became confidential open again', async () => {
  const [one, other] = [await caseOf(house), await caseOf(house)]
  await mergeCases(house, roads, { into: seen(one), from: seen(other) })
  const to = { category: 'gov.pungli', kind: null, reason: null }
  await recategoriseCase(house, chief, seen(one), to)
  const undone = await undoCase(house, chief, seen(one), await lastEvent(one, 'merged'))
  expect(undone).toMatchObject({ code: 'undo-too-late' })
  expect((await house.cases.view(chief, other.id))?.posts).toEqual([])
})

describe('a case that went into one that became confidential', () => {
  /** The first goes into the second, that into the third, which turns out to be about bribes. */
  const merged = async (): Promise<[Case, Case, Case]> => {
    const [one, two, three] = [await caseOf(house), await caseOf(house), await caseOf(house)]
    await offer(roads, one, 'dinkes')
    await mergeCases(house, roads, { into: seen(two), from: seen(one) })
    await mergeCases(house, roads, { into: seen(three), from: seen(two) })
    await becomesHidden(three)
    return [one, two, three]
  }

  it('is out of sight of the agency that had it, and of everybody who may not see that one', async () => {
    const chain = await merged()
    for (const who of [roads, chief, await officer(house, 'dinkes')])
      for (const { id, code } of chain) {
        expect(await house.cases.view(who, id)).toBeNull()
        const ended = { queue: 'ended', sort: 'due', limit: 100 } as const
        expect(JSON.stringify(await house.cases.list(who, ended))).not.toContain(code)
      }
    expect(await listed(roads, 'sent', chain[0])).toEqual([])
  })

  it('stays in sight of the inspectorate, which has it now', async () => {
    for (const { id } of await merged()) expect(await house.cases.view(watch, id)).not.toBeNull()
  })

  it('is told of in the account as an act of somebody, to whoever may not see that one', async () => {
    const [one] = await merged()
    const stranger = await person(house, { roles: ['inspectorate'], agencyId: 'kominfo' })
    const subject = `case:${one.id}`
    const lines = async (who: Viewer) => {
      const found = await house.audit.list(who, { subject, limit: 10 })
      return 'items' in found ? found.items.length : 0
    }
    expect(await lines(watch)).toBeGreaterThan(0)
    expect(await lines(stranger)).toBe(0)
  })
})
