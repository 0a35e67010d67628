import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readPosts } from '../../src/actions/read-posts.ts'
import { layLearning } from '../../src/compose-learning.ts'
import { loadConfiguration } from '../../src/configuration/load-configuration.ts'
import type { IncomingPost } from '../../src/core/post.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { PostReader } from '../../src/ports/reading.ts'
import { readerFolder } from '../../src/reader-files.ts'
import { createPostReader } from '../../src/reading/post-reader.ts'
import { loadSettings } from '../../src/settings.ts'
import { HOUR, type House, incoming, openHouse, person, receive } from '../support/seed.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

/** Posts as a connector hands them in, read by the shipped reader and laid down by the real stores. */
let house: House
let reader: PostReader
let chief: Viewer

beforeAll(async () => {
  const settings = loadSettings()
  const { configuration } = await loadConfiguration(settings.configDir)
  house = await openHouse(configuration)
  const { configurations, models } = layLearning(house.ground, settings)
  const folder = readerFolder(settings.checkout)
  reader = createPostReader({ current: configurations.current, models, readerFolder: folder })
  chief = await person(house, { roles: ['coordinator'] })
})
afterAll(async () => {
  await reader?.close()
  await house?.close()
})

const ago = (ms: number) => new Date(Date.now() - ms)

/** The case that the post ends in, as the coordinator sees it. */
const takeIn = async (text: string, more: Partial<IncomingPost> = {}) => {
  const [id = ''] = await receive(house, [incoming({ text, ...more })])
  await readPosts({ ...house, reader }, [id])
  const [row] = await house.ask<{ case_id: string | null }>(
    'select case_id from posts where id = $1',
    [id],
  )
  const view = await house.cases.view(chief, row?.case_id ?? '')
  if (!view) throw new Error(`no case: ${text}`)
  return view
}

/** Answered two hours ago and solved an hour ago. */
const solve = async (caseId: string) => {
  const change = (patch: object, type: 'answered' | 'resolved') =>
    house.cases.change(chief, caseId, null, () => ({
      kind: 'changed',
      patch,
      event: { type, data: {} },
    }))
  await change({ answeredAt: ago(2 * HOUR), dueAt: null }, 'answered')
  await change({ state: 'resolved', endedAt: ago(HOUR) }, 'resolved')
}

test('a road that was mended and breaks again comes back as the same case: kambuh', async () => {
  const first = await takeIn('Jalan Hibrida depan kampus bolong besar, dua motor jatuh', {
    postedAt: ago(5 * HOUR),
  })
  await solve(first.case.id)
  const again = await takeIn('Baru ditambal, Jalan Hibrida sudah berlubang lagi dekat kampus')
  expect(again.case).toMatchObject({ id: first.case.id, state: 'reopened', recurrences: 1 })
  expect(again.events.at(-1)?.type).toBe('recurred')
})

test('a post from before the answer joins late, opens nothing, and its writer waits', async () => {
  const first = await takeIn('Lampu jalan di Jalan Salak mati total, gelap sekali tiap malam', {
    postedAt: ago(6 * HOUR),
  })
  await solve(first.case.id)
  const late = await takeIn('Jalan Salak gelap gulita, lampu jalannya mati semua tolong', {
    postedAt: ago(5 * HOUR),
  })
  expect(late.case).toMatchObject({ id: first.case.id, state: 'resolved', recurrences: 0 })
  expect(late.unanswered).toBe(1)
})

test('two posts that are perhaps of one problem stay apart, and people are asked', async () => {
  const one = await takeIn('Air PDAM di Kebun Tebeng keruh bercampur cacing')
  const other = await takeIn('Air PDAM keruh lagi ada cacing kecil, mandi gatal')
  expect(other.case.id).not.toBe(one.case.id)
  expect(other.suggestions).toMatchObject([{ id: one.case.id }])
})

const ORIGINAL = {
  platform: 'bluesky' as const,
  externalId: 'at://did:plc:contoh/app.bsky.feed.post/3kasli',
}
const quotes = (text?: string) => ({
  context: { quotes: { id: ORIGINAL.externalId, author: 'contoh_warga', ...(text && { text }) } },
  platform: 'bluesky' as const,
})
const HOLE = 'Air PDAM di Kelurahan Bentiring mati sudah lima hari, kami beli air galon'

test('a quotation that adds nothing is reach of its original, and is credited', async () => {
  const { case: original } = await takeIn(HOLE, ORIGINAL)
  const shared = await takeIn('tolong min 👇', quotes(HOLE))
  expect(shared.case).toMatchObject({ id: original.id, postCount: 2, authorCount: 1 })
  expect(shared.posts.at(-1)).toMatchObject({ sharedFrom: '@contoh_warga', text: 'tolong min 👇' })
  const unseen = await takeIn('up', quotes())
  expect(unseen.case).toMatchObject({ id: original.id, postCount: 3, authorCount: 1 })
})

test('a quotation that complains of the same is another citizen in the same case', async () => {
  const said = await takeIn('Rumah kami juga tidak dapat air, mandi pun susah', quotes(HOLE))
  expect(said.case).toMatchObject({ postCount: 4, authorCount: 2 })
  expect(said.posts.at(-1)?.sharedFrom).toBeNull()
})

test('a quotation that complains of another place is a case of its own', async () => {
  const { case: own } = await takeIn(
    'Air PDAM di Jalan Nusa Indah Kelurahan Nusa Indah keruh bercampur lumpur, tolong diperbaiki',
    quotes(HOLE),
  )
  expect(own).toMatchObject({ postCount: 1, authorCount: 1 })
})

test('a repost whose original nobody brought here is read by the words that it repeats', async () => {
  const gone = { id: 'at://did:plc:contoh/app.bsky.feed.post/3klain', author: 'contoh_lain' }
  const text = 'Jembatan gantung Desa Tanjung Raja putus talinya, anak sekolah tidak bisa lewat'
  const context = { quotes: { ...gone, text } }
  const { case: found } = await takeIn('', { platform: 'bluesky', context })
  expect(found.category).toBe('jalan.jembatan')
})
