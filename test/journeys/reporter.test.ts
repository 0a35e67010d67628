import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import type { Case } from '../../src/core/case.ts'
import * as rules from '../../src/core/case-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { type ApiOverHouse, apiOver } from '../support/api-over-house.ts'
import {
  asRead,
  type CaseWish,
  caseOf,
  DAY,
  type House,
  incoming,
  officer,
  openHouse,
  PROVINCE,
  receive,
} from '../support/seed.ts'

let house: House
let api: ApiOverHouse
let ani: Viewer
beforeAll(async () => {
  house = await openHouse()
  api = await apiOver(house)
  ani = await officer(house)
})
afterAll(async () => {
  await api.close()
  await house.close()
})

const AUTHOR = { id: 'warga-7', handle: 'warga_tujuh' }

const SAID = { text: 'ditambal', url: null, final: true, qualified: true, because: [] }
const DONE = { text: 'selesai', privateReason: 'ditelepon', evidence: 1, evidenceReason: null }

const resolved = async (wish: CaseWish = {}): Promise<Case> => {
  const { id } = await caseOf(house, { post: { author: AUTHOR }, ...wish })
  const work = (rule: (current: Case, now: Date) => ReturnType<typeof rules.claim>) =>
    house.cases.change(ani, id, null, (current) => rule(current, house.clock.now()))
  await work((current, now) => rules.answer(current, ani, now, { ...SAID, answeredAt: now }))
  const done = await work((current, now) => rules.resolve(current, ani, now, { ...DONE }))
  if (done.kind !== 'changed') throw new Error(`not resolved: ${JSON.stringify(done)}`)
  return done.case
}

const nowOf = async (id: string) => {
  const [row] = await house.ask<{ state: string; recurrences: number }>(
    'select state, recurrences from cases where id = $1',
    [id],
  )
  return row
}
const lastEvent = async (id: string) =>
  (
    await house.ask<{ type: string }>(
      'select type from case_events where case_id = $1 order by id desc limit 1',
      [id],
    )
  )[0]?.type

const page = (url: string) => api.as(null, { url })
const sendForm = (url: string, payload: string) =>
  api.as(null, {
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const linkOf = async ({ id }: Case): Promise<string> => {
  const made = await api.as(ani, { method: 'POST', url: `/api/cases/${id}/reporter-link` })
  expect(made.statusCode, made.body).toBe(200)
  return new URL(made.json().link).pathname
}

describe('the page of a tracking code', () => {
  it('says stage, since when, owner and promise, and nothing of a citizen or an officer', async () => {
    const { code } = await caseOf(house, {
      title: 'kenarijudul',
      place: { name: 'Jalan Hibrida', level: 'road', code: null, ambiguous: false },
      post: { text: 'kenariteks', author: { id: 'x9', handle: 'kenarinama' } },
    })
    const { body, statusCode } = await page(`/lacak/${code.toLowerCase()}`)
    expect(statusCode).toBe(200)
    for (const said of [
      code,
      'Diteruskan ke OPD',
      'Dinas pupr',
      'Dijawab paling lambat',
      'Hibrida',
    ])
      expect(body).toContain(said)
    expect(body).not.toMatch(/kenari|<script/)
  })

  it('names no street where an illness or a hardship is told', async () => {
    const place = { name: 'Gang Mawar', level: 'road' as const, code: null, ambiguous: false }
    const { code } = await caseOf(house, { category: 'kes.rujukan', place })
    expect((await page(`/lacak/${code}`)).body).not.toContain('Mawar')
    const wide = {
      name: 'Kecamatan Selebar',
      level: 'district' as const,
      code: '17.71.04',
      ambiguous: false,
    }
    const other = await caseOf(house, { category: 'kes.rujukan', place: wide })
    expect((await page(`/lacak/${other.code}`)).body).toContain('Kecamatan Selebar')
  })

  it('a confidential case and a code that is none are the same bytes', async () => {
    const { code } = await caseOf(house, { confidential: true, agencyId: 'inspektorat' })
    const [hidden, none] = await Promise.all([page(`/lacak/${code}`), page('/lacak/BKL-2222222')])
    expect(hidden.statusCode).toBe(404)
    expect(hidden.body).toBe(none.body)
  })

  it('a case that was joined to another one shows how that one stands', async () => {
    const [into, from] = [await resolved(), await caseOf(house)]
    await house.ask(
      'update cases set merged_into = $1, state = $2, is_open = false where id = $3',
      [into.id, 'duplicate', from.id],
    )
    const { body } = await page(`/lacak/${from.code}`)
    expect(body).toContain(from.code)
    expect(body).toContain('Selesai')
    expect(body).not.toContain(into.code)
  })
})

describe('AC-001-8: a rating by a link', () => {
  it('is given once, without signing in, and is optional', async () => {
    const solved = await resolved()
    const path = await linkOf(solved)
    expect((await page(path)).body).toContain(solved.code)
    const given = await sendForm(path, 'nilai=3')
    expect(given.statusCode, given.body).toBe(200)
    expect(await nowOf(solved.id)).toMatchObject({ state: 'resolved' })
    const kept = await house.ask(
      'select rating, unsatisfied from reporter_links where case_id = $1',
      [solved.id],
    )
    expect(kept).toEqual([{ rating: 3, unsatisfied: false }])
    expect((await sendForm(path, 'nilai=4')).statusCode).toBe(410)
    expect((await page(path)).statusCode).toBe(410)
  })

  it('expires ten working days after the case was resolved', async () => {
    const path = await linkOf(await resolved())
    house.clock.pass(9 * DAY)
    expect((await page(path)).statusCode).toBe(200)
    house.clock.pass(12 * DAY)
    expect((await page(path)).statusCode).toBe(410)
    expect((await sendForm(path, 'nilai=1&belum=ya')).statusCode).toBe(410)
  })

  it('opening the link changes nothing: messengers open links to preview them', async () => {
    const path = await linkOf(await resolved())
    await page(path)
    expect((await sendForm(path, '')).statusCode).toBe(200)
  })

  it('is only for a case that was resolved, and only from whoever works on it', async () => {
    const open = await caseOf(house)
    const asked = await api.as(ani, { method: 'POST', url: `/api/cases/${open.id}/reporter-link` })
    expect(asked.statusCode).toBe(409)
    const solved = await resolved()
    const health = await officer(house, 'dinkes')
    const foreign = await api.as(health, {
      method: 'POST',
      url: `/api/cases/${solved.id}/reporter-link`,
    })
    expect(foreign.statusCode).toBe(404)
  })

  it.each(['nilai=5', 'nilai=1&nilai=x', 'lain=1', 'belum=tidak'])(
    '%s is no verdict',
    async (form) => {
      expect((await sendForm(await linkOf(await resolved()), form)).statusCode).toBe(400)
    },
  )
})

describe('"belum selesai"', () => {
  it('by the link reopens the case, and is not counted as a problem that came back', async () => {
    const solved = await resolved()
    await sendForm(await linkOf(solved), 'nilai=1&belum=ya')
    expect(await nowOf(solved.id)).toEqual({ state: 'reopened', recurrences: 0 })
    expect(await lastEvent(solved.id)).toBe('reporter-unsatisfied')
  })

  it('makes a new answer owed, which the page of the case says before "Selesai" is refused', async () => {
    const owes = async (id: string) =>
      (await api.as(ani, { url: `/api/cases/${id}` })).json().case.owesAnswer
    const solved = await resolved()
    expect(await owes(solved.id)).toBe(false)
    await sendForm(await linkOf(solved), 'nilai=1&belum=ya')
    expect(await owes(solved.id)).toBe(true)
  })

  const writesAgain = async (into: Case, author: { id: string; handle: string }) => {
    const postedAt = new Date(house.clock.now().getTime() + 1000)
    const postIds = await receive(house, [incoming({ author, postedAt })], {
      receivedAt: new Date(postedAt.getTime() + 1000),
    })
    const { token, posts } = await house.readingWork.lease(postIds)
    await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
      for (const post of posts)
        await desk.join(asRead(post), into, { because: ['sama'] }, house.clock.now())
    })
  }

  it('by a new post of the same writer within the window is the same', async () => {
    const solved = await resolved()
    await writesAgain(solved, AUTHOR)
    expect(await nowOf(solved.id)).toEqual({ state: 'reopened', recurrences: 0 })
    expect(await lastEvent(solved.id)).toBe('reporter-unsatisfied')
  })

  it('a post of somebody else says that the problem came back', async () => {
    const solved = await resolved()
    await writesAgain(solved, { id: 'lain', handle: 'lain' })
    expect(await nowOf(solved.id)).toEqual({ state: 'reopened', recurrences: 1 })
    expect(await lastEvent(solved.id)).toBe('recurred')
  })

  it('so does the same writer once the window is over', async () => {
    const solved = await resolved()
    house.clock.pass(30 * DAY)
    await expireCustody(house)
    const [row] = await house.ask<{ ended_at: Date }>('select ended_at from cases where id = $1', [
      solved.id,
    ])
    expect(await nowOf(solved.id)).toMatchObject({ state: 'closed' })
    await writesAgain({ ...solved, state: 'closed', endedAt: row?.ended_at ?? null }, AUTHOR)
    expect(await lastEvent(solved.id)).toBe('recurred')
  })
})

describe('"Ditutup"', () => {
  it('comes by the system alone, once ten working days have passed without a word', async () => {
    const solved = await resolved()
    house.clock.pass(9 * DAY)
    await expireCustody(house)
    expect(await nowOf(solved.id)).toMatchObject({ state: 'resolved' })
    house.clock.pass(12 * DAY)
    await Promise.all([expireCustody(house), expireCustody(house)])
    expect(await nowOf(solved.id)).toMatchObject({ state: 'closed' })
    const events = await house.ask(
      `select actor_id from case_events where case_id = $1 and type = 'closed'`,
      [solved.id],
    )
    expect(events).toEqual([{ actor_id: null }])
  })
})
