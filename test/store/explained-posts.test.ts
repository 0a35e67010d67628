import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import type { Viewer } from '../../src/core/roles.ts'
import {
  caseOf,
  coordinator,
  type House,
  incoming,
  officer,
  openHouse,
  receive,
} from '../support/seed.ts'

let house: House
let chief: Viewer
let health: Viewer
beforeAll(async () => {
  house = await openHouse()
  chief = await coordinator(house)
  health = await officer(house, 'dinkes')
})
afterAll(() => house.close())

const postOf = async ({ id }: Case): Promise<string> => {
  const [row] = await house.ask<{ id: string }>('select id from posts where case_id = $1', [id])
  return row?.id ?? ''
}
const solve = ({ id }: Case) =>
  house.ask(
    "update cases set state = 'resolved', is_open = false, ended_at = now() where id = $1",
    [id],
  )

test('only who may see a post is told why it stands where it stands', async () => {
  const postId = await postOf(await caseOf(house, { agencyId: 'pupr' }))
  expect((await house.posts.toExplain(chief, postId))?.post.id).toBe(postId)
  expect(await house.posts.toExplain(health, postId)).toBeNull()
})

test('a secret post explains itself to nobody but its owner', async () => {
  const secret = { agencyId: 'inspektorat', confidential: true, category: 'gov.pungli' }
  const postId = await postOf(await caseOf(house, secret))
  expect(await house.posts.toExplain(chief, postId)).toBeNull()
})

test('a post that nobody has read yet is no open book', async () => {
  const [postId = ''] = await receive(house, [incoming()])
  expect(await house.posts.toExplain(chief, postId)).toBeNull()
})

test('a case shows how the last ones like it ended, as far as the viewer may see them', async () => {
  const like = { category: 'lh.sampah', placeKey: 'curup', bands: ['b1'] }
  const [solved, elsewhere, secret, open] = await Promise.all([
    caseOf(house, like),
    caseOf(house, { ...like, placeKey: 'argamakmur' }),
    caseOf(house, { ...like, confidential: true, agencyId: 'inspektorat' }),
    caseOf(house, like),
  ])
  await Promise.all([solved, elsewhere, secret].map(solve))
  const mine = await caseOf(house, like)
  const similar = await house.cases.similar(chief, mine.id)
  expect(similar.map(({ id, because }) => [id, because])).toEqual([
    [solved.id, 'kategori dan tempat yang sama'],
    [elsewhere.id, 'kategori dan kata-kata yang sama'],
  ])
  expect(similar.map(({ id }) => id)).not.toContain(open.id)
})
