import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import type { IncomingPost } from '../../src/core/post.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { sharedFrom } from '../../src/core/shared-from.ts'
import {
  asRead,
  caseOf,
  casesOf,
  coordinator,
  DAY,
  HOUR,
  type House,
  incoming,
  openHouse,
  PROVINCE,
  receive,
} from '../support/seed.ts'

let house: House
let chief: Viewer
beforeAll(async () => {
  house = await openHouse()
  chief = await coordinator(house)
})
afterAll(() => house.close())

const end = async ({ id }: Case, state: 'resolved' | 'not-a-service') => {
  const endedAt = new Date(Date.now() - HOUR)
  const patch = { state, endedAt }
  const event = { type: 'resolved' as const, data: {} }
  const ended = await house.cases.change(chief, id, null, () => ({ kind: 'changed', patch, event }))
  if (ended.kind !== 'changed') throw new Error('not ended')
  return ended.case
}
/** A further post, laid to the case where the desk offers it; else null. */
const lay = async (
  bands: string[],
  post: Partial<IncomingPost> = {},
  from: string | null = null,
) => {
  const postIds = await receive(house, [incoming(post)])
  const { token, posts } = await house.readingWork.lease(postIds)
  let laid: Case | null = null
  await house.gathering.at(PROVINCE, { token, postIds }, async (desk) => {
    const read = asRead(posts[0] as (typeof posts)[0])
    const whole = { ...read, gatherable: { ...read.gatherable, sharedFrom: from } }
    const since = new Date(Date.now() - 30 * DAY)
    const [found] = await desk.candidates(whole, { keys: bands, since, endedSince: since })
    if (found) laid = await desk.join(whole, found.case, { because: ['uji'] }, new Date())
  })
  return laid as Case | null
}
const view = async (id: string) => {
  const found = await house.cases.view(chief, id)
  if (!found) throw new Error('not visible')
  return found
}

test('a solved problem that is reported again comes back, with a new deadline', async () => {
  const ended = await end(await caseOf(house, { bands: ['lubang'] }), 'resolved')
  const laid = await lay(['lubang'])
  expect(laid).toMatchObject({ id: ended.id, state: 'reopened', recurrences: 1, endedAt: null })
  expect(laid?.dueAt?.getTime()).toBeGreaterThan(Date.now())
  expect((await view(ended.id)).events.at(-1)).toMatchObject({ type: 'recurred', actor: null })
})

test('a post from before it was solved joins and reopens nothing', async () => {
  const ended = await end(await caseOf(house, { bands: ['lama'] }), 'resolved')
  const laid = await lay(['lama'], { postedAt: new Date(Date.now() - 2 * HOUR) })
  expect(laid).toMatchObject({ id: ended.id, state: 'resolved', recurrences: 0, postCount: 2 })
})

test('what was dismissed as no service is no target', async () => {
  await end(await caseOf(house, { bands: ['candaan'] }), 'not-a-service')
  expect(await lay(['candaan'])).toBeNull()
})

test('a repost is reach and is credited, but is no other complaint and reopens nothing', async () => {
  const opened = await caseOf(house, { bands: ['asli'] })
  expect(await lay(['asli'], {}, '@contoh_warga')).toMatchObject({ postCount: 2, authorCount: 1 })
  expect((await view(opened.id)).posts.at(-1)).toMatchObject({ sharedFrom: '@contoh_warga' })
  await end(opened, 'resolved')
  expect(await lay(['asli'], {}, '@contoh_warga')).toMatchObject({ state: 'resolved' })
})

test.each([
  ['RT @contoh_warga: Jalan Hibrida bolong lagi', '@contoh_warga'],
  ['rt @contoh.warga Jalan Hibrida bolong lagi', '@contoh.warga'],
  ['RT @contoh_warga: jalan bolong << di gang saya juga, Nusa Indah', null],
  ['Jalan Hibrida bolong lagi, cc @contoh_warga', null],
  ['RT 4 banjir lagi min', null],
])('%s', (text, author) => {
  expect(sharedFrom(text)).toBe(author)
})

test('what may be the same is asked once, and "bukan sama" is remembered', async () => {
  const [one, two] = (await casesOf(house, [{}, {}])) as [Case, Case]
  const perhaps = [{ id: one.id, because: 'masalah sama', points: -0.5 }]
  const ask = () =>
    house.gathering.at(PROVINCE, { token: crypto.randomUUID(), postIds: [] }, (desk) =>
      desk.suggest(two, perhaps),
    )
  await ask()
  expect((await view(one.id)).suggestions).toMatchObject([{ id: two.id, code: two.code }])
  expect((await view(two.id)).suggestions).toMatchObject([{ id: one.id, because: 'masalah sama' }])
  const pair = { caseId: two.id, otherId: one.id }
  expect(await house.merging.decline(chief, pair)).toEqual({ kind: 'declined' })
  await ask()
  expect((await view(one.id)).suggestions).toEqual([])
})
