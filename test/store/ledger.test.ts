import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeLedgerDays } from '../../src/actions/close-ledger-days.ts'
import { listSilence } from '../../src/actions/list-silence.ts'
import type { Case } from '../../src/core/case.ts'
import * as rules from '../../src/core/case-rules.ts'
import { dayBefore, localDay } from '../../src/core/office-day.ts'
import type { Viewer } from '../../src/core/roles.ts'
import {
  asRead,
  caseOf,
  coordinator,
  DAY,
  type House,
  incoming,
  officer,
  openHouse,
  PROVINCE,
  person,
  receive,
  receiveOptions,
} from '../support/seed.ts'

let house: House
let ani: Viewer
let chief: Viewer

beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

const sumNow = async () => {
  const sum = (await house.ledger.sums()).find(({ governmentId }) => governmentId === PROVINCE)
  const outcomes = sum?.outcomes ?? ({} as Record<string, number>)
  const total = Object.values(outcomes).reduce((all, n) => all + n, 0)
  return { ingested: sum?.ingested ?? 0, total, outcomes }
}

const work = (id: string, rule: (current: Case, now: Date) => ReturnType<typeof rules.claim>) =>
  house.cases.change(ani, id, null, (current) => rule(current, house.clock.now()))

const SAID = { text: 'ya', url: null, final: true, qualified: true, because: [] }
const DONE = { text: 'selesai', privateReason: 'ditelepon', evidence: 1, evidenceReason: null }

/** What may happen to posts and cases, as one table; each takes a number to choose by. */
const STEPS: Record<string, (n: number, cases: string[]) => Promise<unknown>> = {
  'posts come in': (n) =>
    house.posts.receive(
      Array.from({ length: (n % 4) + 1 }, (_, at) => incoming({ externalId: `x${(n + at) % 40}` })),
      receiveOptions(),
    ),
  'a broken one among them': (n) =>
    house.posts.receive(
      [incoming({ text: '' }), incoming({ externalId: `b${n}` })],
      receiveOptions(),
    ),
  'history is imported': (n) =>
    receive(house, [incoming({ externalId: `h${n}` })], { history: true }),
  'the sample speaks': (n) => receive(house, [incoming({ externalId: `s${n}` })], { sample: true }),
  'a case is opened': async (_n, cases) => cases.push((await caseOf(house)).id),
  'one is handed to the desk': async (_n, cases) =>
    cases.push((await caseOf(house, { agencyId: null })).id),
  'posts are read': (n) => readWaiting(n),
  'a post joins': (n, cases) => joinOne(cases[n % (cases.length || 1)]),
  'a reader dies for good': () =>
    house.ask(`update posts set stage = 'quarantined' where id in
      (select id from posts where stage = 'received' limit 1)`),
  'an answer': (n, cases) =>
    onOne(cases, n, (current, now) =>
      rules.answer(current, ani, now, { ...SAID, answeredAt: now }),
    ),
  'an end': (n, cases) =>
    onOne(cases, n, (current, now) => rules.resolve(current, ani, now, { ...DONE })),
  'no service': (n, cases) =>
    onOne(cases, n, (current, now) => rules.dismiss(current, ani, now, 'obrolan')),
  'it goes on': (n, cases) => onOne(cases, n, (current) => rules.reopen(current, 'belum')),
  'two become one': (n, cases) => {
    const [into, from] = [cases[n % (cases.length || 1)], cases[(n + 1) % (cases.length || 1)]]
    if (!into || !from) return Promise.resolve()
    const seen = (caseId: string) => ({ caseId, version: null })
    return house.merging.merge(chief, { into: seen(into), from: seen(from) }, () => true)
  },
}

const onOne = async (
  cases: string[],
  n: number,
  rule: (current: Case, now: Date) => ReturnType<typeof rules.claim>,
) => {
  const id = cases[n % (cases.length || 1)]
  if (id) await work(id, rule)
}

const ENDS = ['not-a-service', 'counted-only', 'out-of-area'] as const

const readWaiting = async (n: number) => {
  const postIds = await house.readingWork.takeWaiting(5)
  const { token, posts } = await house.readingWork.lease(postIds)
  await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
    for (const post of posts) await desk.settle(asRead(post), ENDS[n % 3] ?? 'removed', ['uji'])
  })
}

const joinOne = async (caseId: string | undefined) => {
  const [row] = caseId
    ? await house.ask<{ is_open: boolean }>('select is_open from cases where id = $1', [caseId])
    : []
  if (!caseId || !row?.is_open) return
  const view = (await house.cases.view(ani, caseId)) ?? (await house.cases.view(chief, caseId))
  const postIds = await receive(house, [incoming()])
  const { token, posts } = await house.readingWork.lease(postIds)
  await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
    for (const post of posts) {
      const as = { because: ['sama'] }
      if (view) await desk.join(asRead(post), view.case, as, house.clock.now())
    }
  })
}

describe('the sum', () => {
  it('what came in is the sum of all outcomes, after every step of any journey', async () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat(200))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 30 }), async (journey) => {
        const cases: string[] = []
        for (const [name, n] of journey) {
          await STEPS[name]?.(n, cases)
          const { ingested, total } = await sumNow()
          expect(total, name).toBe(ingested)
        }
      }),
      { numRuns: 6 },
    )
    const { outcomes, ingested } = await sumNow()
    expect(ingested).toBeGreaterThan(20)
    expect(Object.values(outcomes).filter((n) => n > 0).length).toBeGreaterThan(3)
  }, 120_000)

  it('a post that was lost is missed: by the metric and on the health page', async () => {
    const [id] = await receive(house, [incoming()])
    await house.ask('delete from posts where id = $1', [id])
    const gauges = await house.health.gauges()
    const missing = gauges.find(
      ({ name, labels }) => name === 'ledger_missing_posts' && labels?.government === PROVINCE,
    )
    expect(missing?.value).toBe(1)
    house.clock.pass(DAY)
    const { ok, parts } = await house.health.ready()
    expect(parts.ledger).toMatchObject({ ok: false, says: expect.stringContaining('1 kiriman') })
    // a sum that is wrong is no reason to stop answering citizens
    expect(ok).toBe(true)
  })
})

describe('the list of what is left silent', () => {
  let desk: House
  let pupr: Viewer
  let dinkes: Viewer
  let boss: Viewer

  beforeAll(async () => {
    desk = await openHouse()
    pupr = await person(desk, { roles: ['supervisor'], agencyId: 'pupr' })
    dinkes = await person(desk, { roles: ['supervisor'], agencyId: 'dinkes' })
    boss = await person(desk, { roles: ['coordinator'], agencyId: null })
    const wrote = (hours: number) => ({ postedAt: new Date(Date.now() - hours * 3_600_000) })
    await caseOf(desk, { agencyId: 'pupr', post: wrote(30) })
    await caseOf(desk, { agencyId: 'pupr', post: wrote(2) })
    await caseOf(desk, { agencyId: 'dinkes', post: wrote(5) })
    await caseOf(desk, { agencyId: null, post: wrote(1) })
    await caseOf(desk, { agencyId: 'dinkes', confidential: true, title: 'rahasia' })
    await caseOf(desk, { agencyId: 'pupr', history: true })
    await caseOf(desk, { agencyId: 'pupr', sample: true })
    const answered = await caseOf(desk, { agencyId: 'pupr' })
    await desk.cases.change(pupr, answered.id, null, (current) =>
      rules.answer(current, pupr, desk.clock.now(), {
        ...SAID,
        final: false,
        answeredAt: desk.clock.now(),
      }),
    )
  })
  afterAll(() => desk.close())

  const listFor = async (viewer: Viewer, day: string | null = null) => {
    const list = await listSilence(desk, viewer, day)
    if (list.kind === 'refused') throw new Error(list.code)
    return list
  }
  const short = (list: Awaited<ReturnType<typeof listFor>>) =>
    list.agencies.map(({ agencyId, cases, posts, authors }) => [agencyId, cases, posts, authors])

  it('names each agency with its cases, the longest silence first, and the desk with its own', async () => {
    const list = await listFor(boss)
    expect(short(list)).toEqual([
      ['pupr', 2, 2, 2],
      ['dinkes', 1, 1, 1],
      [null, 1, 1, 1],
    ])
    expect(list.cases.at(-1)?.why).toBe('untriaged')
  })

  it('shows an agency its own silence only, with its confidential cases', async () => {
    expect(short(await listFor(pupr))).toEqual([['pupr', 2, 2, 2]])
    expect(short(await listFor(dinkes))).toEqual([['dinkes', 2, 2, 2]])
  })

  it('a day that is over is shown as it was, whatever was answered since', async () => {
    const today = localDay(desk.clock.now(), 'Asia/Jakarta')
    const before = short(await listFor(boss))
    desk.clock.pass(DAY)
    await closeLedgerDays(desk)
    await closeLedgerDays(desk)
    const yesterday = dayBefore(localDay(desk.clock.now(), 'Asia/Jakarta'))
    expect(yesterday).toBe(today)
    for (const { caseId } of (await listFor(pupr)).cases)
      await desk.cases.change(pupr, caseId, null, (current) =>
        rules.dismiss(current, pupr, desk.clock.now(), 'selesai'),
      )
    expect(short(await listFor(boss))).not.toEqual(before)
    expect(short(await listFor(boss, yesterday))).toEqual(before)
    const [kept] = await desk.ask<{ ingested: number; outcomes: Record<string, number> }>(
      'select * from ledger_days where government_id = $1 and day = $2',
      [PROVINCE, yesterday],
    )
    const total = Object.values(kept?.outcomes ?? {}).reduce((sum, n) => sum + n, 0)
    expect(total).toBe(kept?.ingested)
  })

  it('days that ended while the installation was off are kept at the next run, each once', async () => {
    const off = await openHouse()
    const roads = await person(off, { roles: ['supervisor'], agencyId: 'pupr' })
    const dayOf = (n: number) => {
      const at = new Date(off.clock.now().getTime() - n * DAY)
      return localDay(at, 'Asia/Jakarta')
    }
    await caseOf(off, { agencyId: 'pupr' })
    off.clock.pass(DAY)
    await closeLedgerDays(off)
    off.clock.pass(5 * DAY)
    // it is on again: posts come in before anybody looks at the ledger
    const wrote = off.clock.now()
    const { id } = await caseOf(off, { agencyId: 'pupr' })
    await off.ask('update posts set received_at = $1 where case_id = $2', [wrote, id])
    await off.ask('update arrivals set at = $1 where id = (select max(id) from arrivals)', [wrote])
    await Promise.all([closeLedgerDays(off), closeLedgerDays(off)])
    await closeLedgerDays(off)
    const kept = await off.ask<{ day: string; ingested: number; outcomes: object }>(
      `select to_char(day, 'YYYY-MM-DD') as day, ingested, outcomes from ledger_days
       where government_id = $1 order by day`,
      [PROVINCE],
    )
    expect(kept.map(({ day }) => day)).toEqual([6, 5, 4, 3, 2, 1].map(dayOf))
    for (const { ingested, outcomes } of kept) {
      // what came after that day is not of that day
      expect(ingested).toBe(1)
      expect(Object.values(outcomes).reduce((sum, n) => sum + n, 0)).toBe(1)
    }
    const list = await listSilence(off, roads, dayOf(3))
    expect(list).toMatchObject({ kind: 'listed', agencies: [{ agencyId: 'pupr', posts: 1 }] })
    await off.close()
  })

  it('a day that nobody kept is not invented', async () => {
    expect(await listSilence(desk, boss, '2020-01-01')).toMatchObject({ code: 'not-found' })
  })
})

it('a further complaint of a post is no further post', async () => {
  const { ingested } = await sumNow()
  const [id] = await receive(house, [incoming()])
  await house.ask(
    `insert into posts (id, government_id, platform, external_id, text, received_at, part_of)
     values ($1, $2, 'x', $3, 'bagian', now(), $4)`,
    [house.ids.next(), PROVINCE, house.ids.next(), id],
  )
  expect((await sumNow()).ingested).toBe(ingested + 1)
})
