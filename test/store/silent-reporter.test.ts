import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askCaseReporter } from '../../src/actions/ask-reporter.ts'
import { expireCustody } from '../../src/actions/expire-custody.ts'
import { readPosts } from '../../src/actions/read-posts.ts'
import { reopenCase } from '../../src/actions/reopen-case.ts'
import type { Case } from '../../src/core/case.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { PostReader } from '../../src/ports/reading.ts'
import { type ApiOverHouse, apiOver } from '../support/api-over-house.ts'
import {
  asRead,
  caseOf,
  coordinator,
  DAY,
  HOUR,
  type House,
  incoming,
  openHouse,
  receive,
} from '../support/seed.ts'

let hand = new Date('2026-08-12T10:00:00+07:00')
let house: House
let api: ApiOverHouse
let chief: Viewer
beforeAll(async () => {
  house = await openHouse(undefined, { now: () => hand, pass: () => undefined })
  api = await apiOver(house)
  chief = await coordinator(house)
})
afterAll(async () => {
  await api.close()
  await house.close()
})

let writers = 0
/** Closed since its reporter, a new one each time, did not reply in ten working days. */
const closedFor = async (band = `masalah ${writers}`) => {
  const author = { id: `warga-${++writers}`, handle: null }
  hand = new Date('2026-08-12T10:00:00+07:00')
  const { id } = await caseOf(house, { bands: [band], post: { author, postedAt: hand } })
  await house.ask(
    `update posts set gatherable = gatherable || jsonb_build_object('thread', $2::text)
     where case_id = $1`,
    [id, band],
  )
  const seen = { caseId: id, version: null }
  await askCaseReporter(house, chief, seen, { question: 'Di mana?', url: 'https://contoh.id/1' })
  hand = new Date('2026-08-28T00:00:00+07:00')
  await expireCustody(house)
  const closed = await viewOf(id)
  expect(closed.case.state).toBe('closed')
  const until = closed.clocks.find(({ clock }) => clock === 'reopening')?.dueAt
  return { it: closed.case, author, band, until: until as Date }
}
const viewOf = async (id: string) => {
  const found = await house.cases.view(chief, id)
  if (!found) throw new Error('not visible')
  return found
}

/** What is written by somebody in a thread, found some time later; the case that it ends in. */
const writes = async (
  { author, band }: { author: { id: string; handle: null }; band: string },
  postedAt: Date,
) => {
  const [id = ''] = await receive(house, [incoming({ author, postedAt })], { receivedAt: hand })
  const reader: PostReader = {
    prepare: async () => undefined,
    close: async () => undefined,
    explain: async () => null,
    read: async (_governmentId, posts) => ({
      kind: 'read',
      readings: posts.map((post) => {
        const read = asRead(post, {}, [band])
        return { ...read, gatherable: { ...read.gatherable, thread: band } }
      }),
    }),
  }
  await readPosts({ ...house, reader }, [id])
  const [row] = await house.ask<{ case_id: string }>('select case_id from posts where id = $1', [
    id,
  ])
  return viewOf(row?.case_id ?? '')
}
const passed = async (until: Date, more = HOUR) => {
  hand = new Date(until.getTime() + more)
  await expireCustody(house)
}
const later = (at: Date, ms: number) => new Date(at.getTime() + ms)

describe('a case that was closed because nobody replied', () => {
  it('can be opened again for thirty days, and is put away after them', async () => {
    const { it: closed, until } = await closedFor()
    expect(until).toEqual(later(closed.endedAt as Date, 30 * DAY))
    hand = until
    await expireCustody(house)
    expect((await viewOf(closed.id)).case.state).toBe('closed')
    await passed(until)
    const { case: archived, clocks, events } = await viewOf(closed.id)
    expect(archived.state).toBe('archived')
    expect(clocks.every(({ state }) => state === 'stopped')).toBe(true)
    expect(events.at(-1)).toMatchObject({
      type: 'archived',
      actor: null,
      data: { reason: 'Masa buka kembali 30 hari berakhir tanpa kabar dari pelapor.' },
    })
  })

  it('is opened by a person only as long as that', async () => {
    const [one, other] = [await closedFor(), await closedFor()]
    const reopen = ({ id }: Case) =>
      reopenCase(house, chief, { caseId: id, version: null }, 'pelapor menelepon')
    expect(await reopen(one.it)).toMatchObject({ kind: 'changed', case: { state: 'reopened' } })
    hand = later(other.until, HOUR)
    expect(await reopen(other.it)).toMatchObject({ code: 'reopening-over' })
    await expireCustody(house)
    expect(await reopen(other.it)).toMatchObject({ code: 'reopening-over' })
  })
})

describe('its reporter writes again', () => {
  it('in time: the case goes on, and is no problem that came back', async () => {
    const one = await closedFor()
    hand = later(one.until, -DAY)
    const view = await writes(one, later(hand, -HOUR))
    expect(view.case).toMatchObject({ id: one.it.id, state: 'reopened', recurrences: 0 })
    // nobody ever answered it, so its citizen waited all the time: that is said at once
    const types = view.events.map(({ type }) => type)
    const [first, ...rest] = types.slice(types.lastIndexOf('reopened'))
    expect(first).toBe('reopened')
    expect(new Set(rest)).toEqual(new Set(['escalated']))
  })

  it('in time, and found only after it was put away: the moment of writing counts', async () => {
    const one = await closedFor()
    await passed(one.until, DAY)
    const view = await writes(one, later(one.until, -HOUR))
    expect(view.case).toMatchObject({ id: one.it.id, state: 'reopened' })
  })

  it.each([
    ['of the same', true],
    ['of something alike elsewhere', false],
  ])(
    'too late, %s: a new case is opened that names the old one, and the old one names it',
    async (_what, same) => {
      const one = await closedFor()
      await passed(one.until, DAY)
      const view = await writes(same ? one : { ...one, band: `lain ${writers}` }, hand)
      expect(view.case.id).not.toBe(one.it.id)
      expect(view.events[0]).toMatchObject({
        type: 'opened',
        data: { otherId: one.it.id, otherCode: one.it.code },
      })
      expect((await viewOf(one.it.id)).events.at(-1)).toMatchObject({
        type: 'continued',
        data: { otherId: view.case.id, otherCode: view.case.code },
      })
    },
  )

  it('somebody else, too late: their own case, tied to nothing', async () => {
    const one = await closedFor()
    await passed(one.until, DAY)
    const view = await writes({ author: { id: 'orang-lain', handle: null }, band: one.band }, hand)
    expect(view.case.id).not.toBe(one.it.id)
    expect(view.events[0]?.data.otherId).toBeUndefined()
  })
})

describe('the pages of the reporter', () => {
  const page = (url: string) => api.as(null, { url })
  const linkOf = async ({ id }: Case): Promise<string> => {
    const made = await api.as(chief, { method: 'POST', url: `/api/cases/${id}/reporter-link` })
    expect(made.statusCode, made.body).toBe(200)
    return new URL(made.json().link).pathname
  }
  const unsatisfied = (url: string) =>
    api.as(null, {
      method: 'POST',
      url,
      payload: 'belum=ya',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })

  it('say until when it can be opened again, and afterwards that it cannot', async () => {
    const { it: closed, until } = await closedFor()
    const path = `/lacak/${closed.code}`
    expect((await page(path)).body).toContain('kasus ini dibuka kembali')
    await passed(until)
    expect((await page(path)).body).toContain('Masa buka kembali sudah berakhir')
  })

  it('"belum selesai" opens it again in time; later it is told that this is over', async () => {
    const [one, other] = [await closedFor(), await closedFor()]
    const [path, late] = [await linkOf(one.it), await linkOf(other.it)]
    expect((await unsatisfied(path)).body).toContain('Kasusnya kami buka kembali.')
    expect((await viewOf(one.it.id)).case.state).toBe('reopened')
    await passed(other.until)
    const told = await unsatisfied(late)
    expect(told.statusCode).toBe(410)
    expect(told.body).toContain('kirim aduan baru dan sebutkan kode lacaknya')
    expect((await viewOf(other.it.id)).case.state).toBe('archived')
  })
})
