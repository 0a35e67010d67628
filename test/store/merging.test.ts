import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import * as rules from '../../src/core/case-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { Joined } from '../../src/ports/merging.ts'
import { addPosts, answered, currentOf, undoLast, viewOf } from '../support/merged-cases.ts'
import {
  asRead,
  caseOf,
  casesOf,
  coordinator,
  HOUR,
  type House,
  incoming,
  officer,
  openHouse,
  PROVINCE,
  person,
  REGENCY,
  receive,
} from '../support/seed.ts'

let house: House
let ani: Viewer
let budi: Viewer
let chief: Viewer
beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  budi = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

const anybody = () => true
const seen = ({ id, version }: Case) => ({ caseId: id, version })
const merge = (into: Case, from: Case, who = chief) =>
  house.merging.merge(who, { into: seen(into), from: seen(from) }, anybody)
const split = (source: Case, postIds: string[], who = chief) =>
  house.merging.split(who, seen(source), postIds, anybody)
const view = (id: string, who = chief) => viewOf(house, who, id)
const now = (id: string) => currentOf(house, chief, id)
const undo = (id: string, type: 'merged' | 'split', who = chief) =>
  undoLast(house, who, { id }, type)
const done = (result: Joined) => {
  if (result.kind !== 'changed') throw new Error(`refused: ${result.code}`)
  return result
}
const answer = (it: Case) => answered(house, chief, it)
const grow = async ({ id }: Case, posts: number) => addPosts(house, await now(id), posts)
const whole = ({ state, urgency, kind, dueAt, answeredAt, openedAt, ...it }: Case) => ({
  ...{ state, urgency, kind, dueAt, answeredAt, openedAt },
  ...{ posts: it.postCount, authors: it.authorCount, mergedInto: it.mergedInto },
  ...{ firstPostAt: it.firstPostAt, lastPostAt: it.lastPostAt, followedUpAt: it.followedUpAt },
})

describe('two cases of one problem become one', () => {
  test('the absorbed one points to the survivor, which has the posts and the people', async () => {
    const [into, from] = (await casesOf(house, [{}, {}])) as [Case, Case]
    await grow(from, 2)
    const result = done(await merge(into, await now(from.id)))
    expect(result.case).toMatchObject({ id: into.id, postCount: 4, authorCount: 4 })
    expect(result.other).toMatchObject({ state: 'duplicate', mergedInto: into.id, dueAt: null })
    expect((await view(into.id)).posts).toHaveLength(4)
    expect((await view(from.id)).events.at(-1)).toMatchObject({
      type: 'merged-into',
      data: { otherId: into.id, otherCode: into.code },
    })
  })

  test('the earlier deadline of those still owed an answer holds, and the older beginning', async () => {
    const soon = new Date(Date.now() + HOUR)
    const [into, from] = (await casesOf(house, [{}, { dueAt: soon, urgency: 'P2' }])) as [
      Case,
      Case,
    ]
    const { case: merged } = done(await merge(into, from))
    expect(merged).toMatchObject({ dueAt: soon, urgency: 'P2', answeredAt: null })
    expect(merged.openedAt).toEqual(into.openedAt)
  })

  test('is answered only where the reporters of both were', async () => {
    const [one, two, three] = (await casesOf(house, [{}, {}, {}])) as [Case, Case, Case]
    const [first, second] = [await answer(one), await answer(two)]
    const both = done(await merge(first, second)).case
    expect(both.answeredAt).not.toBeNull()
    expect(both.dueAt).toBeNull()
    const less = done(await merge(both, three)).case
    expect(less).toMatchObject({ answeredAt: null, dueAt: three.dueAt })
  })

  test('later posts that would have gone to the absorbed one find the survivor', async () => {
    const into = await caseOf(house)
    const from = await caseOf(house, { bands: ['kunci-serap'] })
    done(await merge(into, from))
    const postIds = await receive(house, [incoming()])
    const { token, posts } = await house.readingWork.lease(postIds)
    await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
      const since = new Date(Date.now() - 24 * HOUR)
      const read = asRead(posts[0] as (typeof posts)[0])
      const found = await desk.candidates(read, { keys: ['kunci-serap'], since, endedSince: since })
      expect(found.map((each) => each.case.id)).toEqual([into.id])
    })
  })

  test('never across governments, never secret with open, never an ended one', async () => {
    const into = await caseOf(house)
    const foreign = await caseOf(house, { governmentId: REGENCY })
    const inspector = await person(house, { roles: ['inspectorate'], agencyId: 'inspektorat' })
    const secret = await caseOf(house, { confidential: true, agencyId: 'inspektorat' })
    expect(await merge(into, foreign)).toMatchObject({ code: 'not-found' })
    expect(await merge(into, secret, inspector)).toMatchObject({ code: 'other-case' })
    expect(await merge(into, into)).toMatchObject({ code: 'other-case' })
    const gone = await caseOf(house)
    done(await merge(into, gone))
    expect(await merge(await now(gone.id), await now(into.id))).toMatchObject({
      code: 'illegal-move',
    })
  })

  test('not under the hands of somebody else, nor on an old page', async () => {
    const [into, from] = (await casesOf(house, [{}, {}])) as [Case, Case]
    await house.cases.change(budi, from.id, null, (current) =>
      rules.claim(current, budi, new Date()),
    )
    expect(await merge(into, from, ani)).toMatchObject({ code: 'stale-version' })
    expect(await merge(into, await now(from.id), ani)).toMatchObject({ code: 'claimed-by-other' })
  })
})

describe('one case of two problems becomes two', () => {
  test('each side has its posts, and its own answer or deadline', async () => {
    const opened = await caseOf(house)
    await grow(opened, 2)
    const answered = await answer(opened)
    const [late] = await grow(opened, 1)
    const { case: left, other } = done(await split(answered, [late as string]))
    expect(left).toMatchObject({ postCount: 3, authorCount: 3, dueAt: null })
    expect(left.answeredAt).toEqual(answered.answeredAt)
    expect(other).toMatchObject({ postCount: 1, answeredAt: null, agencyId: 'pupr' })
    expect(other.dueAt).not.toBeNull()
  })

  test('the writers who were answered stay so when they move', async () => {
    const opened = await caseOf(house)
    const more = await grow(opened, 2)
    const { other } = done(await split(await answer(opened), more))
    expect(other).toMatchObject({ state: 'in-progress', dueAt: null, postCount: 2 })
    expect(other.answeredAt).not.toBeNull()
  })

  test('not all posts, none at all, or those of another case', async () => {
    const [one, two] = (await casesOf(house, [{}, {}])) as [Case, Case]
    const own = (await view(one.id)).posts.map(({ id }) => id)
    const foreign = (await view(two.id)).posts.map(({ id }) => id)
    for (const chosen of [own, [], foreign])
      expect(await split(one, chosen)).toMatchObject({ code: 'posts-needed' })
  })
})

// sixteen and twelve random lives of several dozen transactions each: slow on a machine that is busy
describe('taking it back', { timeout: 120_000 }, () => {
  test('a merge: both are what they were, with their posts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({ a: fc.nat(2), b: fc.nat(2), first: fc.boolean(), second: fc.boolean() }),
        async ({ a, b, first, second }) => {
          const [one, two] = (await casesOf(house, [{}, { urgency: 'P2' }])) as [Case, Case]
          if (a > 0) await grow(one, a)
          if (b > 0) await grow(two, b)
          if (first) await answer(one)
          if (second) await answer(two)
          const before = [await now(one.id), await now(two.id)] as [Case, Case]
          done(await merge(...before))
          done(await undo(one.id, 'merged'))
          const after = [await now(one.id), await now(two.id)] as [Case, Case]
          expect(after.map(whole)).toEqual(before.map(whole))
        },
      ),
      { numRuns: 16 },
    )
  })

  test('a split: the case is what it was, and the other is gone into it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          posts: fc.integer({ min: 1, max: 4 }),
          early: fc.boolean(),
          late: fc.boolean(),
        }),
        async ({ posts, early, late }) => {
          const opened = await caseOf(house)
          const more = await grow(opened, posts)
          if (early) await answer(opened)
          if (late) more.push(...(await grow(opened, 1)))
          const before = await now(opened.id)
          const { other } = done(await split(before, more))
          done(await undo(opened.id, 'split'))
          expect(whole(await now(opened.id))).toEqual(whole(before))
          expect(await now(other.id)).toMatchObject({ mergedInto: opened.id, postCount: 0 })
        },
      ),
      { numRuns: 12 },
    )
  })

  test('what was answered meanwhile stays answered on both sides', async () => {
    const [one, two] = (await casesOf(house, [{}, {}])) as [Case, Case]
    done(await merge(one, two))
    await answer(one)
    const { case: left, other } = done(await undo(one.id, 'merged'))
    expect(left.answeredAt).not.toBeNull()
    expect(other.answeredAt).not.toBeNull()
    expect(other).toMatchObject({ dueAt: null, mergedInto: null })
  })

  test('what was split off stays where it is when its source goes in and comes out again', async () => {
    const source = await caseOf(house)
    const [late] = await grow(source, 1)
    const { other } = done(await split(await now(source.id), [late as string]))
    done(await merge(await now(other.id), await now(source.id)))
    done(await undo(other.id, 'merged'))
    expect((await now(source.id)).postCount).toBe(1)
    expect((await view(other.id)).posts.map(({ id }) => id)).toEqual([late])
  })

  test('an earlier merge can be taken back after a split was', async () => {
    const [one, two] = (await casesOf(house, [{}, {}])) as [Case, Case]
    const its = (await view(two.id)).posts.map(({ id }) => id)
    done(await merge(one, two))
    done(await split(await now(one.id), its))
    done(await undo(one.id, 'split'))
    done(await undo(one.id, 'merged'))
    expect((await view(two.id)).posts.map(({ id }) => id)).toEqual(its)
  })

  test('no case is left without a post: what was parted since is put together first', async () => {
    const [one, two] = (await casesOf(house, [{}, {}])) as [Case, Case]
    const its = (await view(two.id)).posts.map(({ id }) => id)
    done(await merge(one, two))
    done(await split(await now(one.id), its))
    const refused = await undo(one.id, 'merged')
    expect(refused).toMatchObject({ code: 'undo-too-late' })
    expect(refused).toHaveProperty('detail', expect.stringContaining(two.code))
    expect([await now(one.id), await now(two.id)]).toMatchObject([
      { postCount: 1, state: 'referred' },
      { postCount: 0, state: 'duplicate' },
    ])
    done(await undo(one.id, 'split'))
    done(await undo(one.id, 'merged'))
    expect((await view(two.id)).posts.map(({ id }) => id)).toEqual(its)
  })

  test('nor the survivor, whose own posts became a case of their own', async () => {
    const [one, two] = (await casesOf(house, [{}, {}])) as [Case, Case]
    const own = (await view(one.id)).posts.map(({ id }) => id)
    done(await merge(one, two))
    done(await split(await now(one.id), own))
    const refused = await undo(one.id, 'merged')
    expect(refused).toHaveProperty('detail', expect.stringContaining(one.code))
  })

  test('what took in another case is merged, so that the other one can come out again', async () => {
    const [one, two] = (await casesOf(house, [{}, {}])) as [Case, Case]
    const more = await grow(one, 1)
    const { other } = done(await split(await now(one.id), more))
    done(await merge(await now(other.id), two))
    const refused = await undo(one.id, 'split')
    expect(refused).toHaveProperty('detail', expect.stringContaining(`Gabungkan ${other.code}`))
    done(await merge(await now(one.id), await now(other.id)))
    done(await undo(one.id, 'merged'))
    done(await undo(other.id, 'merged'))
    expect(await now(two.id)).toMatchObject({ postCount: 1, mergedInto: null })
  })

  test('of two merges of the same cases only the last one', async () => {
    const [one, two] = (await casesOf(house, [{}, {}])) as [Case, Case]
    done(await merge(one, two))
    const first = (await view(one.id)).events.findLast(({ type }) => type === 'merged')
    done(await undo(one.id, 'merged'))
    done(await merge(await now(one.id), await now(two.id)))
    const again = seen(await now(one.id))
    const refused = await house.merging.undo(chief, again, first?.id ?? '', anybody)
    expect(refused).toMatchObject({ code: 'undo-too-late' })
  })

  test('who wrote after the first answer was answered by the next one, not before writing', async () => {
    const opened = await caseOf(house)
    const first = (await answer(opened)).answeredAt as Date
    const late = await grow(opened, 1)
    await answer(opened)
    const { other } = done(await split(await now(opened.id), late))
    expect(other.answeredAt?.getTime()).toBeGreaterThan(first.getTime())
  })

  test('posts that came after a merge stay, and merges are taken back one by one', async () => {
    const [one, two, three] = (await casesOf(house, [{}, {}, {}])) as [Case, Case, Case]
    done(await merge(two, three))
    done(await merge(one, await now(two.id)))
    await grow(one, 1)
    expect((await now(one.id)).postCount).toBe(4)
    done(await undo(one.id, 'merged'))
    expect([(await now(one.id)).postCount, (await now(two.id)).postCount]).toEqual([2, 2])
    done(await undo(two.id, 'merged'))
    expect([(await now(two.id)).postCount, (await now(three.id)).postCount]).toEqual([1, 1])
    expect(await undo(two.id, 'merged')).toMatchObject({ code: 'illegal-move' })
  })
})
