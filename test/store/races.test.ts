import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import * as rules from '../../src/core/case-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { remembering, undo } from '../../src/core/undo.ts'
import type { Joined } from '../../src/ports/merging.ts'
import { addPosts, answered, currentOf, undoLast } from '../support/merged-cases.ts'
import {
  casesOf,
  coordinator,
  governmentOf,
  type House,
  openHouse,
  PROVINCE,
  person,
  smallConfiguration,
} from '../support/seed.ts'

/** Whoever merges takes turns within a government: in four of them four turns are taken at once. */
const LANES = [PROVINCE, 'pemprov-dua', 'pemprov-tiga', 'pemprov-empat']

interface People {
  ani: Viewer
  chief: Viewer
}
interface Raced<Result> extends People {
  one: Case
  two: Case
  result: Result
}

let house: House
const people = new Map<string, People>()
beforeAll(async () => {
  const governments = LANES.map((id, n) => governmentOf(id, { codePrefix: `BK${n}` }))
  house = await openHouse(smallConfiguration({ governments }))
  for (const governmentId of LANES)
    people.set(governmentId, {
      ani: await person(house, { roles: ['desk-officer'], agencyId: 'pupr', governmentId }),
      chief: await coordinator(house, governmentId),
    })
})
afterAll(() => house.close())

const anybody = () => true
/** In each lane two pairs at once, from connections of their own; the pool has eight. */
const AT_ONCE = 2

type Race<Result> = (one: Case, two: Case, by: People) => Promise<Result>

const inPairs = async <Result>(pairs: number, race: Race<Result>): Promise<Raced<Result>[]> => {
  const lanes = LANES.map((governmentId) => inLane(governmentId, pairs / LANES.length, race))
  return (await Promise.all(lanes)).flat()
}

const inLane = async <Result>(
  governmentId: string,
  pairs: number,
  race: Race<Result>,
): Promise<Raced<Result>[]> => {
  const made = await casesOf(
    house,
    Array.from({ length: 2 * pairs }, () => ({ governmentId })),
  )
  const by = people.get(governmentId) as People
  const raced: Raced<Result>[] = []
  for (let at = 0; at < made.length; at += 2 * AT_ONCE) {
    const some = made.slice(at, at + 2 * AT_ONCE)
    const ones = some.filter((_, n) => n % 2 === 0)
    const running = ones.map(async (one, n) => {
      const two = some[2 * n + 1] as Case
      return { ...by, one, two, result: await race(one, two, by) }
    })
    raced.push(...(await Promise.all(running)))
  }
  return raced
}

const pairOf = (into: Case, from: Case) => ({
  into: { caseId: into.id, version: into.version },
  from: { caseId: from.id, version: from.version },
})
const merge = (into: Case, from: Case, who: Viewer): Promise<Joined> =>
  house.merging.merge(who, pairOf(into, from), anybody)

const counted = async (ids: string[]) => {
  const rows = await house.ask<{ id: string; state: string; posts: number; counted: number }>(
    `select c.id, c.state, c.post_count as counted, (select count(*)::int from posts p
       where p.case_id = c.id) as posts from cases c where c.id = any($1)`,
    [ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const idsOf = (pairs: { one: Case; two: Case }[]) =>
  pairs.flatMap(({ one, two }) => [one.id, two.id])

describe('races on a real Postgres', { timeout: 240_000 }, () => {
  test('500 opposite merges each leave one case with both posts, and can be taken back', async () => {
    const raced = await inPairs(500, (one, two, { ani, chief }) =>
      Promise.all([merge(one, two, chief), merge(two, one, ani)]),
    )
    const kinds = raced.map(({ result }) =>
      result
        .map(({ kind }) => kind)
        .toSorted()
        .join(),
    )
    expect(new Set(kinds)).toEqual(new Set(['changed,refused']))
    const now = await counted(idsOf(raced))
    for (const { one, two } of raced) {
      const both = [now.get(one.id), now.get(two.id)]
      expect(both.map((each) => each?.state === 'duplicate').toSorted()).toEqual([false, true])
      expect(both.map((each) => [each?.posts, each?.counted]).toSorted()).toEqual([
        [0, 0],
        [2, 2],
      ])
    }
    // of the taking back a fifth is enough to wait for
    const some = raced.filter((_, n) => n % 5 === 0)
    const lanes = LANES.map((id) => some.filter(({ chief }) => chief.governmentId === id))
    const takeBack = async (lane: typeof some) => {
      for (const { one, two, result, chief } of lane)
        await undoLast(house, chief, result[0].kind === 'changed' ? one : two, 'merged')
    }
    await Promise.all(lanes.map(takeBack))
    const after = [...(await counted(idsOf(some))).values()]
    expect(new Set(after.map(({ state, posts }) => `${state} ${posts}`))).toEqual(
      new Set(['referred 1']),
    )
  })

  test('a merge against a transfer: in whatever order, nothing is lost and the owner is one of two', async () => {
    const to = { agencyId: 'dinkes', reason: 'uji', mayTriage: true, accused: false }
    const raced = await inPairs(60, (one, two, { ani, chief }) =>
      Promise.all([
        merge(one, two, ani),
        house.cases.change(chief, two.id, two.version, (current) =>
          rules.transfer(current, chief, new Date(), to),
        ),
      ]),
    )
    const now = await counted(idsOf(raced))
    for (const { one, two, result, chief } of raced) {
      expect(result.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'refused'])
      const merged = result[0].kind === 'changed'
      expect(now.get(two.id)?.state).toBe(merged ? 'duplicate' : 'referred')
      expect([now.get(one.id)?.posts, now.get(two.id)?.posts]).toEqual(merged ? [2, 0] : [1, 1])
      expect((await currentOf(house, chief, two.id)).agencyId).toBe(merged ? 'pupr' : 'dinkes')
    }
  })

  test('a split against a merge: each post is in exactly one open case', async () => {
    const raced = await inPairs(32, async (one, two, { ani, chief }) => {
      const [late] = await addPosts(house, one, 1)
      const grown = await currentOf(house, chief, one.id)
      const source = { caseId: one.id, version: grown.version }
      return Promise.all([
        house.merging.split(chief, source, [late as string], anybody),
        merge(two, grown, ani),
      ])
    })
    for (const { one, two, result } of raced) {
      expect(result.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'refused'])
      const ids = [one.id, two.id, ...result.flatMap((it) => ('other' in it ? [it.other.id] : []))]
      const rows = [...(await counted(ids)).values()]
      expect(rows.reduce((sum, { posts }) => sum + posts, 0)).toBe(3)
      expect(rows.filter(({ state, posts }) => state === 'duplicate' && posts > 0)).toEqual([])
    }
  })

  test('taking back against the next act: one of them is told that it came too late', async () => {
    const raced = await inPairs(40, async (one, _, { ani, chief }) => {
      const now = new Date()
      const dismissed = await house.cases.change(ani, one.id, one.version, (current) =>
        remembering(current, rules.dismiss(current, ani, now, 'iklan')),
      )
      if (dismissed.kind !== 'changed') throw new Error(dismissed.code)
      const { id, version } = dismissed.case
      const events = (await house.cases.view(ani, id))?.events ?? []
      const event = events.findLast(({ type }) => type === 'dismissed')
      return Promise.all([
        house.cases.undo(ani, id, version, event?.id ?? '', (current, taken) =>
          undo(current, taken, ani, new Date()),
        ),
        house.cases.change(chief, id, version, (current) => rules.reopen(current, 'keliru')),
      ])
    })
    for (const { one, result, chief } of raced) {
      expect(result.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'refused'])
      const expected = result[0].kind === 'changed' ? 'referred' : 'reopened'
      expect((await currentOf(house, chief, one.id)).state).toBe(expected)
    }
  })

  test('an answer against a merge: who was answered stays so, whoever came first', async () => {
    const raced = await inPairs(32, (one, two, { chief }) =>
      Promise.all([
        answered(house, chief, two).then(
          () => 'changed',
          () => 'refused',
        ),
        merge(one, two, chief).then(({ kind }) => kind),
      ]),
    )
    for (const { one, two, result, chief } of raced) {
      const survivor = await currentOf(house, chief, one.id)
      const merged = result[1] === 'changed'
      expect((await currentOf(house, chief, two.id)).state === 'duplicate').toBe(merged)
      if (merged) expect(survivor).toMatchObject({ postCount: 2, answeredAt: null })
    }
  })
})
