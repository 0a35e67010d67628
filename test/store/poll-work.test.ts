import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DuePoll } from '../../src/ports/background-work.ts'
import type { NewSource, Source } from '../../src/ports/sources.ts'
import {
  HOUR,
  type House,
  incoming,
  MINUTE,
  openHouse,
  PATIENTLY,
  PROVINCE,
  REGENCY,
} from '../support/seed.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
beforeEach(() => house.ask('delete from sources'))
afterAll(() => house.close())

const sourceOf = (patch: Partial<NewSource> = {}): NewSource => ({
  governmentId: PROVINCE,
  connector: 'bluesky',
  name: 'Bluesky',
  enabled: true,
  intervalSeconds: 60,
  settings: { query: 'jalan rusak' },
  secrets: { password: 'kata-sandi-aplikasi' },
  ...patch,
})

const begin = async (source: Source): Promise<DuePoll> => {
  const poll = await house.pollWork.begin(source.id)
  if (!poll) throw new Error('the poll was not begun')
  return poll
}
const page = (cursor: unknown, posts = [incoming()], more = false) => ({
  posts,
  cursor,
  more,
  sample: false,
})
const letLeaseRunOut = () =>
  house.ask(`update sources set lease_until = now() - interval '1 second'`)
const makeDue = () => house.ask('update sources set next_poll_at = null')
const cursorOf = async ({ id }: Source) =>
  (await house.ask<{ cursor: unknown }>('select cursor from sources where id = $1', [id]))[0]
    ?.cursor
const healthOf = async () => (await house.sources.list(PROVINCE))[0]?.health
const storedBy = async ({ id }: Source) =>
  (await house.ask('select 1 from posts where source_id = $1', [id])).length

describe('a poll', () => {
  test('stores its posts and moves its cursor together, and says how many were new', async () => {
    const source = await house.sources.add(sourceOf())
    const known = incoming()
    expect(await house.pollWork.save(await begin(source), page({ at: 1 }, [known], true))).toEqual({
      kind: 'saved',
      stored: 1,
    })
    const next = await begin(source)
    expect(next.cursor).toEqual({ at: 1 })
    expect(await house.pollWork.save(next, page({ at: 2 }, [known, incoming()]))).toEqual({
      kind: 'saved',
      stored: 1,
    })
    expect([await cursorOf(source), await storedBy(source)]).toEqual([{ at: 2 }, 2])
  })

  test('that fails half-way leaves neither posts nor a moved cursor', async () => {
    const source = await house.sources.add(sourceOf())
    const broken = { ...incoming(), platform: null } as never
    await expect(
      house.pollWork.save(await begin(source), page({ at: 9 }, [incoming(), broken])),
    ).rejects.toThrow()
    expect([await cursorOf(source), await storedBy(source)]).toEqual([null, 0])
  })

  test('that was overtaken writes nothing: no post, no cursor, no verdict', async () => {
    const source = await house.sources.add(sourceOf())
    const slow = await begin(source)
    await letLeaseRunOut()
    const fast = await begin(source)
    await house.pollWork.save(fast, page('cepat'))
    const before = await healthOf()
    expect(await house.pollWork.save(slow, page('lambat'))).toEqual({ kind: 'overtaken' })
    await house.pollWork.idle(slow, ['x'])
    await house.pollWork.wait(slow, new Date(Date.now() + HOUR), 'x')
    await house.pollWork.fail(slow, 'x')
    expect([await cursorOf(source), await storedBy(source)]).toEqual(['cepat', 1])
    expect(await healthOf()).toEqual(before)
  })

  test('of a source that was removed meanwhile writes nothing', async () => {
    const source = await house.sources.add(sourceOf())
    const poll = await begin(source)
    await house.sources.remove(PROVINCE, source.id)
    expect(await house.pollWork.save(poll, page('x'))).toEqual({ kind: 'overtaken' })
  })

  test('gets the secrets in the clear, which nobody else ever does', async () => {
    const source = await house.sources.add(sourceOf())
    expect((await begin(source)).secrets).toEqual({ password: 'kata-sandi-aplikasi' })
    const shown = JSON.stringify([source, await house.sources.list(PROVINCE)])
    expect(shown).not.toContain('kata-sandi')
    expect(source.secretHints).toEqual({ password: '…kasi' })
    const rows = await house.ask('select secrets::text from sources')
    expect(JSON.stringify(rows)).not.toContain('kata-sandi')
  })
})

describe('whose turn it is', () => {
  test('is told once, at most as many as asked for', async () => {
    for (let n = 0; n < 5; n++) await house.sources.add(sourceOf({ name: `Sumber ${n}` }))
    const told = await Promise.all([house.pollWork.takeDue(2), house.pollWork.takeDue(2)])
    const rest = await house.pollWork.takeDue(10)
    for (const some of told) expect(some.length).toBeLessThanOrEqual(2)
    expect(new Set([...told.flat(), ...rest]).size).toBe(5)
    expect(await house.pollWork.takeDue(10)).toEqual([])
  })

  test('is told again when nobody began it', async () => {
    const { id } = await house.sources.add(sourceOf())
    expect(await house.pollWork.takeDue(10)).toEqual([id])
    await house.ask(`update sources set next_poll_at = now() - interval '1 second'`)
    expect(await house.pollWork.takeDue(10)).toEqual([id])
  })

  test('is given to one poller of four', async () => {
    const { id } = await house.sources.add(sourceOf())
    const begun = await Promise.all([1, 2, 3, 4].map(() => house.pollWork.begin(id)))
    expect(begun.filter((poll) => poll !== null)).toHaveLength(1)
  })

  test('does not come again by a job that arrives late, after the poll was made', async () => {
    const source = await house.sources.add(sourceOf())
    await house.pollWork.takeDue(10)
    await house.pollWork.save(await begin(source), page('x'))
    expect(await house.pollWork.begin(source.id)).toBeNull()
    await makeDue()
    expect(await house.pollWork.begin(source.id)).not.toBeNull()
  })

  test('comes at once where the platform has more, or the source was changed', async () => {
    const source = await house.sources.add(sourceOf())
    await house.pollWork.save(await begin(source), page('x', [], true))
    await expect.poll(() => house.pollWork.takeDue(10), PATIENTLY).toEqual([source.id])
    await house.pollWork.save(await begin(source), page('y'))
    expect(await house.pollWork.takeDue(10)).toEqual([])
    await house.sources.change(PROVINCE, source.id, { settings: { query: 'banjir' } })
    expect(await house.pollWork.takeDue(10)).toEqual([source.id])
  })

  test('never comes for a source that is switched off', async () => {
    const { id } = await house.sources.add(sourceOf({ enabled: false }))
    expect(await house.pollWork.takeDue(10)).toEqual([])
    expect(await house.pollWork.begin(id)).toBeNull()
  })
})

describe('the health of a source', () => {
  test('begins as never polled and becomes well, with its lag', async () => {
    const source = await house.sources.add(sourceOf())
    expect((await healthOf())?.state).toBe('never-polled')
    const posted = new Date(Date.now() - 90_000)
    await house.pollWork.save(await begin(source), page('x', [incoming({ postedAt: posted })]))
    const health = await healthOf()
    expect(health).toMatchObject({ state: 'ok', failures: 0, stored: 1, lastPostAt: posted })
    expect(health?.lagSeconds).toBeGreaterThanOrEqual(89)
    expect(health?.lagSeconds).toBeLessThan(120)
  })

  test('names what is missing while it is idle', async () => {
    const source = await house.sources.add(sourceOf())
    await house.pollWork.idle(await begin(source), ['Kata sandi aplikasi'])
    expect(await healthOf()).toMatchObject({
      state: 'idle',
      lastError: 'Belum diisi: Kata sandi aplikasi.',
    })
    await house.sources.change(PROVINCE, source.id, { secrets: { password: 'kata-sandi-baru-1' } })
    expect((await healthOf())?.state).not.toBe('idle')
    expect((await begin(source)).secrets).toEqual({ password: 'kata-sandi-baru-1' })
  })

  test('says why it waits and until when, and is not ill', async () => {
    const source = await house.sources.add(sourceOf())
    await house.pollWork.save(await begin(source), page('x', [], true))
    const until = new Date(Date.now() + HOUR)
    await house.pollWork.wait(await begin(source), until, 'Batas laju')
    expect(await healthOf()).toMatchObject({
      state: 'ok',
      lastError: 'Batas laju',
      nextPollAt: until,
    })
  })

  test('counts failures, waits longer after each, and is well again after a success', async () => {
    const source = await house.sources.add(sourceOf())
    const waits: number[] = []
    for (let n = 1; n <= 4; n++) {
      await makeDue()
      await house.pollWork.fail(await begin(source), `gagal ${n}`)
      const health = await healthOf()
      expect(health).toMatchObject({ state: 'failing', failures: n, lastError: `gagal ${n}` })
      waits.push((health?.nextPollAt?.getTime() ?? 0) - Date.now())
    }
    expect(waits[3]).toBeGreaterThan((waits[0] ?? 0) * 2)
    expect(Math.max(...waits)).toBeLessThan(20 * MINUTE)
    await makeDue()
    await house.pollWork.save(await begin(source), page('x'))
    expect(await healthOf()).toMatchObject({ state: 'ok', failures: 0, lastError: null })
  })

  test('keeps the cursor over failures', async () => {
    const source = await house.sources.add(sourceOf())
    await house.pollWork.save(await begin(source), page('di sini', [], true))
    await house.pollWork.fail(await begin(source), 'gagal')
    await makeDue()
    expect((await begin(source)).cursor).toBe('di sini')
  })

  test('is paused while the source is switched off', async () => {
    await house.sources.add(sourceOf({ enabled: false }))
    expect((await healthOf())?.state).toBe('paused')
  })
})

describe('the gate of a credential', () => {
  test('is shared by every poller and opens by itself', async () => {
    const until = new Date(Date.now() + HOUR)
    expect(await house.pollWork.gate('yt:kunci')).toBeNull()
    await house.pollWork.closeGate('yt:kunci', until, 'kuota')
    expect(await house.pollWork.gate('yt:kunci')).toEqual(until)
    expect(await house.pollWork.gate('yt:kunci lain')).toBeNull()
    await house.ask(`update rate_gates set closed_until = now() - interval '1 second'`)
    expect(await house.pollWork.gate('yt:kunci')).toBeNull()
  })

  test('that two pollers close stays closed until the later moment', async () => {
    const [soon, late] = [new Date(Date.now() + MINUTE), new Date(Date.now() + HOUR)]
    await house.pollWork.closeGate('g', late, 'kuota')
    await house.pollWork.closeGate('g', soon, 'laju')
    expect(await house.pollWork.gate('g')).toEqual(late)
  })
})

test('one government can neither change nor remove the source of another', async () => {
  const { id } = await house.sources.add(sourceOf())
  expect(await house.sources.change(REGENCY, id, { enabled: false })).toBeNull()
  expect(await house.sources.remove(REGENCY, id)).toBe(false)
  expect(await house.sources.list(REGENCY)).toEqual([])
  expect((await house.sources.list(PROVINCE))[0]?.enabled).toBe(true)
})
