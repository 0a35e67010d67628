import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerCase } from '../../src/actions/answer-case.ts'
import { acceptOffer, returnOffer } from '../../src/actions/answer-offer.ts'
import { decideOffer } from '../../src/actions/decide-offer.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import { mergeCases } from '../../src/actions/merge-cases.ts'
import { noteCase } from '../../src/actions/note-case.ts'
import { offerCase } from '../../src/actions/offer-case.ts'
import { recordFollowUp } from '../../src/actions/record-follow-up.ts'
import { resolveCase } from '../../src/actions/resolve-case.ts'
import type { Case } from '../../src/core/case.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { createWorkingTime } from '../../src/core/working-time.ts'
import {
  caseOf,
  coordinator,
  DAY,
  type House,
  officer,
  openHouse,
  PROVINCE,
  person,
  REGENCY,
} from '../support/seed.ts'

let house: House
let roads: Viewer
let here: Viewer
let there: Viewer

beforeAll(async () => {
  house = await openHouse()
  roads = await officer(house)
  here = await coordinator(house)
  there = await coordinator(house, REGENCY)
})
afterAll(() => house.close())

/** An answer counts only where it says what is done, where and when. */
const FIXED =
  'Lubang di Jalan depan pasar sudah ditambal Dinas PU pada Jumat, 20 November 2026, dan aman dilalui.'

const DONE = { text: 'catatan dalam', privateReason: null, evidenceReason: 'Foto menyusul.' }

const seen = (of: Case) => ({ caseId: of.id, version: null })

const sendOver = async (of: Case, by = roads): Promise<string> => {
  const made = await offerCase(house, by, seen(of), {
    to: `government:${of.governmentId === PROVINCE ? REGENCY : PROVINCE}`,
    reason: 'milik-pemda-lain',
    text: 'Jalan kabupaten menurut SK Bupati.',
    proposedOwner: null,
  })
  if (made.kind === 'refused') throw new Error(made.code)
  const custody = await house.custody.view(here, of.id)
  return custody?.offers.at(-1)?.id ?? ''
}

const taken = async (of: Case, agencyId: string | null = null) => {
  const changed = await acceptOffer(house, there, await sendOver(of), agencyId)
  if (changed.kind === 'refused' || !changed.there) throw new Error(JSON.stringify(changed))
  return changed.there
}

const eventsOf = async (who: Viewer, id: string) => (await house.cases.view(who, id))?.events ?? []

const worker = () => expireCustody(house)

const looksAt = async (of: Case) =>
  ((await house.cases.view(here, of.id))?.clocks ?? []).filter(
    ({ clock }) => clock === 'external-check',
  )
const stateOf = async (of: Case) => (await house.cases.view(here, of.id))?.case.state

describe('AC-001-3: a case goes to another government', () => {
  it('only when its coordinator accepts; the sender stays the owner until then', async () => {
    const one = await caseOf(house)
    const id = await sendOver(one)
    const listed = await house.custody.offers(there, 'incoming')
    expect(listed.find(({ offer }) => offer.id === id)).toMatchObject({
      code: one.code,
      title: one.title,
    })
    expect(await house.cases.view(there, one.id)).toBeNull()
    expect((await house.cases.view(here, one.id))?.case).toMatchObject({ state: 'referred' })
    const officerThere = await person(house, {
      roles: ['desk-officer'],
      agencyId: 'pupr',
      governmentId: REGENCY,
    })
    expect(await acceptOffer(house, officerThere, id, null)).toMatchObject({ kind: 'refused' })
    expect(await acceptOffer(house, here, id, null)).toMatchObject({ code: 'no-right' })
  })

  it('opens a case of its own there, with the post and the time the citizen has waited', async () => {
    const postedAt = new Date(Date.now() - 3 * DAY)
    const one = await caseOf(house, { post: { postedAt, externalId: 'warga-1' } })
    const opened = await taken(one, 'pupr')
    expect(opened).toMatchObject({
      governmentId: REGENCY,
      agencyId: 'pupr',
      state: 'referred',
      firstPostAt: one.firstPostAt,
      title: one.title,
    })
    expect(opened.code).toMatch(/^OKI-/)
    const view = await house.cases.view(there, opened.id)
    expect(view?.posts.map(({ text }) => text)).toEqual([
      'Jalan di depan pasar berlubang, tolong diperbaiki.',
    ])
    const rows = await house.ask(
      `select government_id from posts where external_id = 'warga-1' order by 1`,
    )
    expect(rows).toHaveLength(2)
    expect((await house.cases.view(here, one.id))?.case.state).toBe('handed-over')
  })

  it('the sender sees status, owner and public answer, never a note', async () => {
    const one = await caseOf(house)
    const opened = await taken(one, 'pupr')
    await noteCase(house, there, seen(opened), 'RAHASIA DAPUR')
    const answer = { text: 'Ditambal Jumat ini.', url: null, final: false, answeredAt: null }
    await answerCase(house, there, seen(opened), answer)
    const custody = await house.custody.view(roads, one.id)
    expect(custody?.linked).toEqual([
      {
        governmentId: REGENCY,
        code: opened.code,
        state: 'in-progress',
        owner: 'Dinas pupr',
        lastAnswer: { text: 'Ditambal Jumat ini.', url: null, at: expect.any(Date) },
      },
    ])
    const told = JSON.stringify([custody, await eventsOf(roads, one.id)])
    expect(told).toContain('Ditambal Jumat ini.')
    expect(told).not.toContain('RAHASIA DAPUR')
    expect((await house.custody.view(there, opened.id))?.cameFrom).toEqual([
      { governmentId: PROVINCE, code: one.code },
    ])
  })

  it('what is solved there is told here, as an event of the own case', async () => {
    const one = await caseOf(house)
    const opened = await taken(one, 'pupr')
    const answer = { text: FIXED, url: null, final: true, answeredAt: null }
    await answerCase(house, there, seen(opened), answer)
    await recordFollowUp(house, there, seen(opened), { type: 'field', text: 'ditambal' })
    expect(await resolveCase(house, there, seen(opened), DONE)).toMatchObject({ kind: 'changed' })
    const [last] = (await eventsOf(roads, one.id)).slice(-1)
    expect(last).toMatchObject({
      type: 'hand-over-ended',
      data: { outcome: 'selesai', otherCode: opened.code, target: `government:${REGENCY}` },
    })
    expect(JSON.stringify(last)).not.toContain('catatan dalam')
  })

  it('the words of a case that became confidential there are not told here, though it took ours in', async () => {
    const one = await caseOf(house)
    const opened = await taken(one, 'pupr')
    const other = await caseOf(house, { governmentId: REGENCY })
    const pair = { into: seen(other), from: seen(opened) }
    expect(await mergeCases(house, there, pair)).toMatchObject({ kind: 'changed' })
    await house.ask('update cases set confidential = true where id = $1', [other.id])
    const roadsThere = { ...there, agencyId: 'pupr' }
    const answer = { text: FIXED, url: null, final: true, answeredAt: null }
    const said = await answerCase(house, roadsThere, seen(other), answer)
    expect(said).toMatchObject({ kind: 'changed' })
    const told = JSON.stringify(await eventsOf(roads, one.id))
    expect(told).toContain('hand-over-checked')
    expect(told).not.toContain(FIXED)
  })

  it('what is told there moves the next look here, and what ends there brings the case back', async () => {
    const one = await caseOf(house)
    const opened = await taken(one, 'pupr')
    const [first] = await looksAt(one)
    const answer = { text: FIXED, url: null, final: true, answeredAt: null }
    await answerCase(house, there, seen(opened), answer)
    const looks = await looksAt(one)
    expect(looks.map(({ state, outcome }) => [state, outcome])).toEqual([
      ['stopped', 'met'],
      ['running', 'open'],
    ])
    const { endOfWorkingDay } = createWorkingTime([], 'Asia/Jakarta')
    expect(looks[1]?.dueAt).toEqual(endOfWorkingDay(first?.startedAt as Date, 14))
    expect(await stateOf(one)).toBe('handed-over')
    await resolveCase(house, there, seen(opened), DONE)
    expect((await looksAt(one)).every(({ state }) => state === 'stopped')).toBe(true)
    expect(await stateOf(one)).toBe('in-progress')
  })

  it('news that came while somebody worked on the case here are heard a moment later', async () => {
    const one = await caseOf(house)
    const opened = await taken(one, 'pupr')
    const client = await house.ground.connection.pool.connect()
    await client.query('begin')
    await client.query('select from cases where id = $1 for no key update', [one.id])
    const answer = { text: FIXED, url: null, final: true, answeredAt: null }
    await answerCase(house, there, seen(opened), answer)
    await client.query('commit')
    client.release()
    expect(await looksAt(one)).toHaveLength(1)
    await worker()
    await worker()
    expect(await looksAt(one)).toHaveLength(2)
  })

  it('a post that is known there is not doubled: its case is linked', async () => {
    const post = { externalId: 'sama-di-dua-pemda' }
    const own = await caseOf(house, { governmentId: REGENCY, post })
    const one = await caseOf(house, { post })
    const opened = await taken(one)
    expect(opened.id).toBe(own.id)
    const rows = await house.ask('select 1 from posts where external_id = $1', [post.externalId])
    expect(rows).toHaveLength(2)
  })

  it('a return leaves the sender as owner', async () => {
    const one = await caseOf(house)
    const said = {
      reason: 'bukan-kewenangan' as const,
      text: 'Jalan provinsi.',
      proposedOwner: null,
    }
    await returnOffer(house, there, await sendOver(one), said)
    expect((await house.cases.view(here, one.id))?.case).toMatchObject({
      agencyId: 'pupr',
      state: 'referred',
    })
  })

  it('no word in a working day goes to both coordinators, and it takes both to decide', async () => {
    const one = await caseOf(house)
    const id = await sendOver(one)
    house.clock.pass(6 * DAY)
    await worker()
    for (const who of [here, there]) {
      const listed = await house.custody.offers(who, 'undecided')
      expect(listed.map(({ offer }) => offer.id)).toContain(id)
    }
    const silent = (await eventsOf(here, one.id)).filter(({ data }) => data.offerId === id)
    expect(silent.at(-1)).toMatchObject({ type: 'escalated' })
    const word = { owner: `government:${REGENCY}`, reason: 'SK Bupati 620/2025.' }
    await decideOffer(house, here, id, word)
    await decideOffer(house, here, id, word)
    expect((await house.cases.view(here, one.id))?.case.state).toBe('referred')
    await decideOffer(house, there, id, { owner: 'stay', reason: 'Bukan kami.' })
    expect((await house.cases.view(here, one.id))?.case.state).toBe('referred')
    await decideOffer(house, here, id, word)
    const agreed = await decideOffer(house, there, id, word)
    expect(agreed).toMatchObject({
      kind: 'changed',
      there: { governmentId: REGENCY, state: 'new' },
    })
    expect((await house.cases.view(here, one.id))?.case.state).toBe('handed-over')
  })

  it('two who accept at once open one case', async () => {
    const one = await caseOf(house)
    const id = await sendOver(one)
    const said = await Promise.all([1, 2, 3].map(() => acceptOffer(house, there, id, null)))
    expect(said.filter(({ kind }) => kind === 'changed')).toHaveLength(1)
    const links = await house.ask('select 1 from case_links where case_id = $1', [one.id])
    expect(links).toHaveLength(1)
  })

  it('a case that crosses in both directions at once stays with one of both', async () => {
    const post = { externalId: 'silang' }
    const [mine, theirs] = [
      await caseOf(house, { post }),
      await caseOf(house, { post, governmentId: REGENCY }),
    ]
    const over = await sendOver(mine)
    const made = await offerCase(house, there, seen(theirs), {
      to: `government:${PROVINCE}`,
      reason: 'milik-pemda-lain',
      text: 'jalan provinsi',
      proposedOwner: null,
    })
    expect(made.kind).toBe('changed')
    const back = (await house.custody.view(there, theirs.id))?.offers.at(-1)?.id ?? ''
    const said = await Promise.all([
      acceptOffer(house, there, over, null),
      acceptOffer(house, here, back, null),
    ])
    expect(said.map(({ kind }) => kind).sort()).toEqual(['changed', 'refused'])
  })

  it('of a confidential case only coordinators and the inspectorate may tell another government', async () => {
    const secret = await caseOf(house, { confidential: true, agencyId: 'pupr' })
    await expect(sendOver(secret)).rejects.toThrow('confidential-elsewhere')
  })
})
