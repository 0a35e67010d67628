import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as rules from '../../src/core/case-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { LiveEvent } from '../../src/ports/events.ts'
import {
  caseOf,
  coordinator,
  type House,
  officer,
  openHouse,
  PATIENTLY,
  PROVINCE,
  person,
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

/** Reads on from a cursor until so many events have come; others may hold us up for a moment. */
async function follow(viewer: Viewer, from: string, wanted: number) {
  const seen: LiveEvent[] = []
  let cursor = from
  for (const end = Date.now() + 10_000; seen.length < wanted && Date.now() < end; ) {
    const news = await house.events.after(viewer, cursor, 2)
    seen.push(...news.events)
    cursor = news.cursor
    if (news.events.length === 0) await sleep(20)
  }
  return { seen, cursor }
}

/** A cursor behind all that was written so far: a transaction of others holds the newest one back. */
async function behindAll(): Promise<string> {
  const [row] = await house.ask<{ now: string }>('select pg_current_xact_id()::text as now')
  const isBehind = (cursor: string) => BigInt(cursor.split('-')[0] ?? 0) > BigInt(row?.now ?? 0)
  await expect.poll(async () => isBehind(await house.events.latest()), PATIENTLY).toBe(true)
  return house.events.latest()
}

const note = (viewer: Viewer, caseId: string, text: string) =>
  house.cases.change(viewer, caseId, null, (current) => rules.note(current, text))

/** Somebody else's transaction, held open as long as the test likes. */
async function openTransaction() {
  const client = new pg.Client({ connectionString: house.url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query("set idle_in_transaction_session_timeout = '5s'")
  await client.query('begin')
  const begin = () => client.query('select pg_current_xact_id()')
  const write = (caseId: string, actor: string) =>
    client.query(
      `insert into case_events (government_id, case_id, type, actor_name, at)
       values ($1, $2, 'noted', $3, now())`,
      [PROVINCE, caseId, actor],
    )
  const commit = async () => {
    await client.query('commit')
    await client.end()
  }
  return { begin, write, commit }
}

describe('an event stream that resumes', () => {
  let caseId: string
  let otherId: string
  let from: string
  beforeEach(async () => {
    const start = await house.events.latest()
    caseId = (await caseOf(house)).id
    otherId = (await caseOf(house)).id
    from = (await follow(ani, start, 2)).cursor
  })

  const actors = async (wanted: number) =>
    (await follow(ani, from, wanted)).seen.map(({ actor }) => actor)

  test('reads on where it stopped, without gaps and without repeating', async () => {
    for (const text of ['a', 'b', 'c', 'd', 'e']) await note(ani, caseId, text)
    const first = await follow(ani, from, 2)
    const second = await follow(ani, first.cursor, 3)
    const ids = [...first.seen, ...second.seen].map(({ id }) => id)
    expect(new Set(ids).size).toBe(5)
    expect((await house.events.after(ani, second.cursor, 10)).events).toEqual([])
  })

  test('does not skip an event whose transaction was committed late', async () => {
    const slow = await openTransaction()
    await slow.write(caseId, 'lambat')
    await note(ani, otherId, 'cepat')
    const meanwhile = await house.events.after(ani, from, 10)
    expect(meanwhile.events).toEqual([])
    await slow.commit()
    expect((await actors(2)).sort()).toEqual([ani.name, 'lambat'].sort())
  })

  test('does not skip a smaller number that a later transaction took', async () => {
    const [first, second] = [await openTransaction(), await openTransaction()]
    await first.begin()
    await second.write(caseId, 'nomor kecil')
    await first.write(caseId, 'nomor besar')
    await first.commit()
    const early = await house.events.after(ani, from, 10)
    await second.commit()
    const late = await follow(ani, early.cursor, 2 - early.events.length)
    const names = [...early.events, ...late.seen].map(({ actor }) => actor)
    expect(names.sort()).toEqual(['nomor besar', 'nomor kecil'])
  })

  test('starts now where no cursor is given, and misses nothing that is still under way', async () => {
    const slow = await openTransaction()
    await slow.write(caseId, 'masih berjalan')
    from = await house.events.latest()
    await slow.commit()
    expect(await actors(1)).toEqual(['masih berjalan'])
  })

  test.each(['', '0', 'rubbish', '-1', "0' or 1=1", '9'.repeat(40), '1-', '1-2-3'])(
    'with a cursor that nobody gave out (%s) tells nothing of the past, only what comes',
    async (cursor) => {
      await expect
        .poll(async () => (await house.events.after(ani, from, 10)).events, PATIENTLY)
        .toEqual([])
      const news = await house.events.after(ani, cursor, 10)
      expect(news.events).toEqual([])
      await note(ani, caseId, 'sesudahnya')
      const { seen } = await follow(ani, news.cursor, 1)
      expect(seen.at(-1)?.type).toBe('noted')
    },
  )
})

describe('a case that leaves', () => {
  const transfer = (viewer: Viewer, caseId: string, agencyId: string, mayTriage: boolean) =>
    house.cases.change(viewer, caseId, null, (current) =>
      rules.transfer(current, viewer, house.clock.now(), {
        agencyId,
        reason: 'rahasia dapur',
        mayTriage,
        accused: false,
      }),
    )

  test('tells the agency that it left, and nothing of what came after', async () => {
    const { id, code } = await caseOf(house)
    const from = await behindAll()
    await transfer(ani, id, 'dinkes', false)
    await transfer(chief, id, 'dinkes', true)
    await note(await officer(house, 'dinkes'), id, 'catatan dinkes')
    const { seen } = await follow(ani, from, 1)
    expect(seen).toEqual([
      {
        id: seen[0]?.id,
        type: 'case-left',
        caseId: id,
        code,
        urgency: null,
        agencyId: null,
        actor: null,
        at: seen[0]?.at,
      },
    ])
    await follow(chief, from, 3)
    expect((await house.events.after(ani, from, 10)).events).toHaveLength(1)
  })

  test('tells the triage desk when a confidential case was given to its owner', async () => {
    const { id } = await caseOf(house, { agencyId: null, confidential: true })
    const from = await behindAll()
    await transfer(chief, id, 'inspektorat', true)
    const { seen } = await follow(chief, from, 1)
    expect(seen).toMatchObject([{ type: 'case-left', caseId: id, agencyId: null, actor: null }])
  })

  test('tells nobody of a confidential case that they never had', async () => {
    const from = await behindAll()
    await caseOf(house, { agencyId: 'inspektorat', confidential: true })
    const inspector = await person(house, { roles: ['inspectorate'], agencyId: 'inspektorat' })
    await follow(inspector, from, 1)
    for (const viewer of [chief, ani, await person(house, { roles: ['leader'] })])
      expect((await house.events.after(viewer, from, 10)).events).toEqual([])
  })

  test('tells nothing to an administrator, even one on the list of that agency', async () => {
    const { id } = await caseOf(house)
    const from = await behindAll()
    const administrator = await person(house, { roles: ['administrator'], agencyId: 'pupr' })
    await transfer(ani, id, 'dinkes', false)
    await follow(ani, from, 1)
    expect((await house.events.after(administrator, from, 10)).events).toEqual([])
  })
})

describe('a listening page', () => {
  test('is woken when something was committed, and left alone after it has gone', async () => {
    let woken = 0
    const stop = house.events.subscribe(() => woken++)
    await expect
      .poll(async () => {
        await caseOf(house)
        return woken
      }, PATIENTLY)
      .toBeGreaterThan(0)
    stop()
    const before = woken
    let other = 0
    const stopOther = house.events.subscribe(() => other++)
    await caseOf(house)
    await expect.poll(() => other, PATIENTLY).toBeGreaterThan(0)
    stopOther()
    expect(woken).toBe(before)
  })

  test('is woken again by itself after the database has thrown the listener out', async () => {
    let woken = 0
    const stop = house.events.subscribe(() => woken++)
    const cut = await house.ask(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'tanggap listener' and datname = current_database()`,
    )
    expect(cut).toHaveLength(1)
    const { id } = await caseOf(house)
    const missed = woken
    await expect.poll(() => woken, PATIENTLY).toBeGreaterThan(missed)
    const back = woken
    await note(ani, id, 'sesudah tersambung lagi')
    await expect.poll(() => woken, PATIENTLY).toBeGreaterThan(back)
    stop()
  })
})
