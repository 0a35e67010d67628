import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { NewChannel } from '../../src/ports/channels.ts'
import type { GatheringDesk } from '../../src/ports/gathering.ts'
import type { AlertMessage } from '../../src/ports/notifier.ts'
import type { PostToRead } from '../../src/ports/reading.ts'
import {
  asRead,
  caseOf,
  coordinator,
  DAY,
  type House,
  incoming,
  MINUTE,
  newCaseOf,
  officer,
  openHouse,
  PROVINCE,
  REGENCY,
  receive,
} from '../support/seed.ts'

let house: House
let chief: Viewer
beforeAll(async () => {
  house = await openHouse()
  chief = await coordinator(house)
})
afterAll(() => house.close())

const longAgo = () => new Date(Date.now() - 14 * DAY)
const inADay = () => new Date(Date.now() + DAY)

/** The simplest rule: whatever the store offers as a candidate is the same problem. */
const joinOrOpen = async (desk: GatheringDesk, post: PostToRead, band: string): Promise<Case> => {
  const read = asRead(post, {}, [band])
  const [known] = await desk.candidates(read, {
    keys: [band],
    since: longAgo(),
    endedSince: longAgo(),
  })
  const as = { because: ['mirip'] }
  const joined = known ? await desk.join(read, known.case, as, new Date()) : null
  return joined ?? desk.open(read, newCaseOf({ placeKey: 'tempat sendiri' }), new Date())
}

const gather = async (
  postIds: string[],
  band: string,
  governmentId = PROVINCE,
): Promise<Case[]> => {
  const { token, posts } = await house.readingWork.lease(postIds)
  const laid: Case[] = []
  await house.gathering.at(governmentId, { token, postIds }, async (desk) => {
    for (const post of posts) laid.push(await joinOrOpen(desk, post, band))
  })
  return laid
}

/** One more post of somebody else for a case that is there. */
const joinOne = async (
  into: Case,
  post: Parameters<typeof incoming>[0],
  options: Parameters<typeof receive>[2] = {},
) => {
  const postIds = await receive(house, [incoming(post)], options)
  const { token, posts } = await house.readingWork.lease(postIds)
  await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
    await desk.join(asRead(posts[0] as PostToRead), into, { because: ['sama'] }, new Date())
  })
}

/** When the one clock of its citizen began. */
const citizenSince = async ({ id }: Case): Promise<Date | undefined> => {
  const since = await house.ask<{ at: Date }>(
    `select started_at as at from clocks where case_id = $1 and clock = 'citizen'`,
    [id],
  )
  return since.length === 1 ? since[0]?.at : undefined
}

const caseIds = (laid: Case[]) => [...new Set(laid.map(({ id }) => id))]
const viewOf = (id: string) => house.cases.view(chief, id)

describe('many readers at once', () => {
  test('open one case for one problem, with every post in it exactly once', async () => {
    const postIds = await receive(
      house,
      Array.from({ length: 24 }, () => incoming()),
    )
    const batches = Array.from({ length: 8 }, (_, n) => postIds.slice(n * 3, n * 3 + 3))
    const laid = await Promise.all(batches.map((batch) => gather(batch, 'satu masalah')))
    const [id = '', ...others] = caseIds(laid.flat())
    expect(others).toEqual([])
    const view = await viewOf(id)
    expect(view?.posts.map((post) => post.id)).toEqual(postIds)
    expect(view?.case).toMatchObject({ postCount: 24, authorCount: 24 })
    const types = view?.events.map(({ type }) => type)
    expect(types).toEqual(['opened', ...Array.from({ length: 23 }, () => 'post-joined')])
  })

  test('of two governments never share a case', async () => {
    const here = await receive(house, [incoming()])
    const there = await receive(house, [incoming()], { governmentId: REGENCY })
    const [one, two] = await Promise.all([
      gather(here, 'dua wilayah'),
      gather(there, 'dua wilayah', REGENCY),
    ])
    expect(one[0]?.id).not.toBe(two[0]?.id)
    expect([one[0]?.code.slice(0, 3), two[0]?.code.slice(0, 3)]).toEqual(['BKL', 'OKI'])
  })

  test('leave everything as it was where one post of the batch fails', async () => {
    const postIds = await receive(house, [incoming(), incoming()])
    const { token, posts } = await house.readingWork.lease(postIds)
    const before = await house.cases.counts(chief)
    const failing = house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
      await joinOrOpen(desk, posts[0] as PostToRead, 'gagal')
      throw new Error('second post')
    })
    await expect(failing).rejects.toThrow('second post')
    expect(await house.cases.counts(chief)).toEqual(before)
    await house.readingWork.giveBack(token)
    expect(await gather(postIds, 'gagal')).toHaveLength(2)
  })
})

describe('a case', () => {
  test('counts one author once, however they write their name', async () => {
    const by = (id: string | null, handle: string | null) => incoming({ author: { id, handle } })
    const postIds = await receive(house, [
      by(null, '@Warga_Satu'),
      by(null, 'warga_satu'),
      by('42', 'lain'),
      by('42', 'nama baru'),
      by(null, null),
    ])
    const [laid] = (await gather(postIds, 'satu orang')).slice(-1)
    expect(laid).toMatchObject({ postCount: 5, authorCount: 3 })
    await house.gathering.at(PROVINCE, { token: house.ids.next(), postIds: [] }, async (desk) => {
      expect(await desk.arrivals(laid?.id ?? '', longAgo())).toHaveLength(3)
    })
  })

  test('knows when each author first spoke, since a moment', async () => {
    const at = (minutes: number, id: string) =>
      incoming({ postedAt: new Date(Date.now() - minutes * MINUTE), author: { id, handle: null } })
    const posts = [at(300, 'lama'), at(50, 'a'), at(40, 'a'), at(30, 'b')]
    const [laid] = (await gather(await receive(house, posts), 'kedatangan')).slice(-1)
    await house.gathering.at(PROVINCE, { token: house.ids.next(), postIds: [] }, async (desk) => {
      const since = new Date(Date.now() - 60 * MINUTE)
      const times = (await desk.arrivals(laid?.id ?? '', since)).map((one) => one.getTime())
      expect(times.sort()).toEqual([posts[1], posts[3]].map((post) => post?.postedAt?.getTime()))
    })
  })

  test('becomes as grave as its gravest post, and its deadline as early', async () => {
    const opened = await caseOf(house, { urgency: 'P3', dueAt: inADay() })
    const postIds = await receive(house, [incoming(), incoming()])
    const { token, posts } = await house.readingWork.lease(postIds)
    const now = new Date()
    await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
      const [grave, mild] = posts as [PostToRead, PostToRead]
      const as = { because: ['sama'] }
      const graver = await desk.join(asRead(grave, { urgency: 'P1' }), opened, as, now)
      await desk.join(asRead(mild, { urgency: 'P4' }), graver ?? opened, as, new Date())
    })
    const soon = new Date(now.getTime() + 60 * MINUTE)
    expect((await viewOf(opened.id))?.case).toMatchObject({ urgency: 'P1', dueAt: soon })
  })

  test('begins with its first post, also where that was found later', async () => {
    const opened = await caseOf(house, { post: { postedAt: new Date(Date.now() - DAY) } })
    const earlier = new Date(Date.now() - 3 * DAY)
    await joinOne(opened, { postedAt: earlier })
    const view = await viewOf(opened.id)
    expect(view?.case).toMatchObject({ firstPostAt: earlier, lastPostAt: opened.lastPostAt })
    expect(await citizenSince(opened)).toEqual(earlier)
  })

  test('that lives is not made older by history that is imported', async () => {
    const opened = await caseOf(house)
    await joinOne(opened, { postedAt: new Date(Date.now() - 400 * DAY) }, { history: true })
    expect((await viewOf(opened.id))?.case.firstPostAt).toEqual(opened.firstPostAt)
    expect(await citizenSince(opened)).toEqual(opened.firstPostAt)
  })

  test('of imported history becomes a living one with its first live post', async () => {
    const opened = await caseOf(house, { history: true })
    // who wrote years ago elsewhere does not wait for us now: it stands below whoever does
    expect(await viewOf(opened.id)).toMatchObject({ case: { dueAt: null }, clocks: [] })
    await joinOne(opened, {})
    const living = await viewOf(opened.id)
    expect(living?.case).toMatchObject({ history: false, dueAt: expect.any(Date) })
    const running = (living?.clocks ?? []).map(({ clock, state }) => `${clock} ${state}`)
    expect(running).toEqual(expect.arrayContaining(['citizen running', 'answer running']))
    expect(await citizenSince(opened)).not.toEqual(opened.firstPostAt)
  })
})

describe('candidates', () => {
  const candidatesFor = async (sample: boolean, reading: object, band: string, more = {}) => {
    const postIds = await receive(house, [incoming()], { sample })
    const { token, posts } = await house.readingWork.lease(postIds)
    let found: string[] = []
    await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
      const read = asRead(posts[0] as PostToRead, reading, [band])
      Object.assign(read.gatherable, more)
      const near = await desk.candidates(read, {
        keys: [band],
        since: longAgo(),
        endedSince: longAgo(),
      })
      found = near.map((one) => one.case.id)
    })
    return found
  }
  const at = (more: object) => caseOf(house, { category: 'uji.calon', bands: ['x'], ...more })
  const like = { category: 'uji.calon' }

  test('keep sample and real, confidential and open, ended and old apart', async () => {
    const real = await at({})
    const sample = await at({ sample: true })
    const secret = await at({ confidential: true, agencyId: 'inspektorat' })
    const ended = await at({})
    await at({ post: { postedAt: new Date(Date.now() - 20 * DAY) } })
    await at({ governmentId: REGENCY })
    await at({ bands: ['lain'] })
    await house.cases.change(await officer(house), ended.id, null, () => ({
      kind: 'changed',
      patch: { state: 'not-a-service', endedAt: new Date() },
      event: null,
    }))
    expect(await candidatesFor(false, like, 'x')).toEqual([real.id])
    expect(await candidatesFor(true, like, 'x')).toEqual([sample.id])
    expect(await candidatesFor(false, { ...like, confidential: true }, 'x')).toEqual([secret.id])
  })

  test('of a small suspicion may be open cases, and there it lies as an open post', async () => {
    const open = await at({ bands: ['curiga'] })
    const suspected = { ...like, confidential: true }
    expect(await candidatesFor(false, suspected, 'curiga')).toEqual([])
    expect(await candidatesFor(false, suspected, 'curiga', { feared: true })).toEqual([open.id])

    const postIds = await receive(house, [incoming()])
    const { token, posts } = await house.readingWork.lease(postIds)
    await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
      const read = asRead(posts[0] as PostToRead, suspected, ['curiga'])
      read.gatherable.feared = true
      await desk.join(read, open, { because: [] }, new Date())
    })
    const laid = await house.ask<{ secret: boolean }>(
      `select (gatherable ->> 'confidential')::boolean as secret from posts where id = $1`,
      postIds,
    )
    expect(laid).toEqual([{ secret: false }])
  })

  test('are found by a shared band, whatever their category and place', async () => {
    const [laid] = await gather(await receive(house, [incoming()]), 'pita bersama')
    expect(await candidatesFor(false, { category: 'lain.sekali' }, 'pita bersama')).toEqual([
      laid?.id,
    ])
    expect(await candidatesFor(false, { category: 'lain.sekali' }, 'pita lain')).toEqual([])
  })
})

describe('an alert', () => {
  const channel = (name: string, more: Partial<NewChannel> = {}): NewChannel => ({
    governmentId: PROVINCE,
    kind: 'webhook',
    name,
    enabled: true,
    settings: { url: 'http://uji' },
    secrets: { secret: 'sangat-rahasia-sekali' },
    agencyId: null,
    ...more,
  })

  beforeAll(async () => {
    for (const one of [
      channel('semua'),
      channel('pupr', { agencyId: 'pupr' }),
      channel('dinkes', { agencyId: 'dinkes' }),
      channel('inspektorat', { agencyId: 'inspektorat' }),
      channel('mati', { enabled: false }),
      channel('oki', { governmentId: REGENCY }),
    ])
      await house.channels.add(one)
  })

  const raise = (about: Case, kind: 'p1' | 'burst' = 'p1', level: 'siaga' | 'viral' = 'siaga') =>
    house.gathering.at(PROVINCE, { token: house.ids.next(), postIds: [] }, (desk) =>
      desk.raise(about, { kind, level, because: ['kenari sebab'] }, new Date()),
    )

  const messagesOf = async (about: Case) =>
    house.ask<{ channel: string; message: AlertMessage }>(
      `select channels.name as channel, message from deliveries
       join channels on channels.id = channel_id join alerts on alerts.id = alert_id
       where case_id = $1 order by channels.name`,
      [about.id],
    )
  const channelsOf = async (about: Case) => (await messagesOf(about)).map((row) => row.channel)

  test('is raised once per case, kind and level, even by readers at once', async () => {
    const about = await caseOf(house)
    await Promise.all([raise(about), raise(about), raise(about)])
    await Promise.all([
      raise(about, 'burst'),
      raise(about, 'burst', 'viral'),
      raise(about, 'burst'),
    ])
    const rows = await house.ask(
      'select kind, level from alerts where case_id = $1 order by kind, level',
      [about.id],
    )
    expect(rows).toEqual([
      { kind: 'burst', level: 'siaga' },
      { kind: 'burst', level: 'viral' },
      { kind: 'p1', level: 'siaga' },
    ])
    const raised = (await viewOf(about.id))?.events.filter(({ type }) => type === 'alert-raised')
    expect(raised).toHaveLength(3)
  })

  test('of one account that cries fire again and again soon rings in the console only', async () => {
    const crier = { id: 'pengeras', handle: null }
    const laid: Case[] = []
    for (let cry = 0; cry < 5; cry++) {
      const [postId = ''] = await receive(house, [incoming({ author: crier })])
      const [about] = await gather([postId], `pita-api-${cry}`)
      if (!about) throw new Error('no case was opened')
      await raise(about)
      laid.push(about)
    }
    const rung = await Promise.all(laid.map(async (about) => (await channelsOf(about)).length > 0))
    expect(rung).toEqual([true, true, true, false, false])
    const [other = ''] = await receive(house, [incoming()])
    const [real] = await gather([other], 'pita-api-sungguhan')
    if (!real) throw new Error('no case was opened')
    await raise(real)
    expect(await channelsOf(real)).not.toEqual([])
  })

  test('of the gravest kind ends the counting: nothing more can ring', async () => {
    const about = await caseOf(house)
    const arrivals = () =>
      house.gathering.at(PROVINCE, { token: house.ids.next(), postIds: [] }, async (desk) => {
        counted.push((await desk.arrivals(about.id, longAgo())).length)
      })
    const counted: number[] = []
    await raise(about, 'burst')
    await arrivals()
    await raise(about, 'burst', 'viral')
    await arrivals()
    expect(counted).toEqual([1, 0])
  })

  test('goes to the channels of everybody and of the owner, to no other', async () => {
    const about = await caseOf(house)
    await raise(about)
    expect(await channelsOf(about)).toEqual(['pupr', 'semua'])
    const unowned = await caseOf(house, { agencyId: null })
    await raise(unowned)
    expect(await channelsOf(unowned)).toEqual(['semua'])
  })

  test('of a confidential case goes only to its owner, and carries no text', async () => {
    const about = await caseOf(house, {
      confidential: true,
      agencyId: 'inspektorat',
      title: 'kenari judul',
      place: { name: 'kenari tempat', level: 'village', code: null, ambiguous: false },
    })
    await raise(about)
    const messages = await messagesOf(about)
    expect(messages.map((row) => row.channel)).toEqual(['inspektorat'])
    expect(JSON.stringify(messages)).not.toContain('kenari')
    expect(messages[0]?.message).toMatchObject({ caseCode: about.code, place: null, because: [] })
  })

  test('of a confidential case that nobody owns leaves the house to nobody', async () => {
    const about = await caseOf(house, { confidential: true, agencyId: null })
    await raise(about)
    expect(await channelsOf(about)).toEqual([])
    const alerts = await house.alerts.list(chief, { open: true, limit: 100 })
    expect(alerts.map(({ caseId }) => caseId)).toContain(about.id)
  })

  test('of the sample rings in the console and never leaves the house', async () => {
    const about = await caseOf(house, { sample: true })
    await raise(about)
    expect(await channelsOf(about)).toEqual([])
    const alerts = await house.alerts.list(chief, { open: true, limit: 100 })
    expect(alerts.find(({ caseId }) => caseId === about.id)?.sample).toBe(true)
  })

  test('is acknowledged by the first who says so; saying it again changes nothing', async () => {
    const about = await caseOf(house)
    await raise(about)
    const [{ message } = { message: null }] = await messagesOf(about)
    const ani = await officer(house)
    const seen = await house.alerts.acknowledge(ani, message?.alertId ?? '', 'console')
    expect(seen).toMatchObject({ kind: 'acknowledged', alert: { acknowledged: { by: ani.name } } })
    await house.alerts.acknowledge(chief, message?.alertId ?? '', 'console')
    const token = message?.acknowledgeUrl?.split('/').at(-1) ?? ''
    expect(await house.alerts.acknowledgeByToken(token, 'telegram')).toEqual({
      kind: 'acknowledged',
      caseCode: about.code,
    })
    const done = await house.alerts.list(chief, { open: false, limit: 100 })
    expect(done.find(({ caseId }) => caseId === about.id)?.acknowledged?.by).toBe(ani.name)
    const types = (await viewOf(about.id))?.events.map(({ type }) => type)
    expect(types?.filter((type) => type === 'alert-acknowledged')).toHaveLength(1)
  })

  test('is not acknowledged by a token that nobody was sent', async () => {
    expect(await house.alerts.acknowledgeByToken('tebakan', 'webhook')).toMatchObject({
      code: 'link-used-up',
    })
  })
})

test('a post whose case was just ended by an officer opens one of its own', async () => {
  const [first = '', second = ''] = await receive(house, [incoming(), incoming()])
  const [ended] = await gather([first], 'band-selesai')
  if (!ended) throw new Error('no case was opened')
  await house.cases.change(chief, ended.id, null, () => ({
    kind: 'changed',
    patch: { state: 'resolved', endedAt: new Date(), claim: null },
    event: { type: 'resolved', data: {} },
  }))
  const { token, posts } = await house.readingWork.lease([second])
  await house.gathering.at(PROVINCE, { token, postIds: [second] }, async (desk) => {
    const [post] = posts
    if (!post) throw new Error('the post was not leased')
    const read = asRead(post, {}, ['band-selesai'])
    const as = { because: ['mirip'] }
    expect(await desk.join(read, ended, as, new Date())).toBeNull()
    expect((await desk.open(read, newCaseOf({}), new Date())).id).not.toBe(ended.id)
  })
})
