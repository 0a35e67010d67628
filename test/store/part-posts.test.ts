import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPosts } from '../../src/actions/read-posts.ts'
import type { IncomingPost } from '../../src/core/post.ts'
import type { FurtherPart, Reading } from '../../src/core/reading.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { PostReader } from '../../src/ports/reading.ts'
import {
  asRead,
  coordinator,
  type House,
  incoming,
  openHouse,
  PROVINCE,
  person,
  receive,
  receiveOptions,
} from '../support/seed.ts'

let house: House
let chief: Viewer
beforeAll(async () => {
  house = await openHouse()
  chief = await coordinator(house)
})
afterAll(() => house.close())

const RUBBISH: FurtherPart = {
  category: 'lh.sampah',
  text: 'sampah menumpuk di pasar',
  function: 'dinkes',
  agency: 'dinkes',
}

const RUBBISH_READ = { category: 'lh.sampah', agency: 'dinkes', function: 'dinkes' }

/** Reads the whole as told, and a part as what it was cut out for; twice it would say more parts. */
const readerThat = (whole: Partial<Reading>): PostReader => ({
  prepare: async () => undefined,
  close: async () => undefined,
  explain: async () => null,
  read: async (_governmentId, posts) => ({
    kind: 'read',
    readings: posts.map((post) =>
      post.partOf
        ? asRead(post, { ...RUBBISH_READ, urgency: whole.urgency ?? 'P3' })
        : asRead(post, { children: [RUBBISH], ...whole }),
    ),
  }),
})

interface Row extends Record<string, unknown> {
  id: string
  external_id: string
  text: string
  part_of: string | null
  author_handle: string | null
  url: string | null
  case_id: string | null
  context: unknown
}
const familyOf = (id: string) =>
  house.ask<Row>('select * from posts where id = $1 or part_of = $1 order by id', [id])

/** Received, read, and its parts read after it, as the dispatcher would tell them. */
const bring = async (whole: Partial<Reading> = {}, post: Partial<IncomingPost> = {}) => {
  const [id = ''] = await receive(house, [incoming({ text: 'Jalan rusak, sampah juga', ...post })])
  const ports = { ...house, reader: readerThat(whole) }
  await readPosts(ports, [id])
  const parts = (await familyOf(id)).filter((row) => row.part_of)
  await readPosts(
    ports,
    parts.map((part) => part.id),
  )
  return { id, family: await familyOf(id) }
}
const caseOfRow = async (row: Row | undefined, viewer = chief) => {
  const found = row?.case_id ? await house.cases.view(viewer, row.case_id) : null
  if (!found) throw new Error('no case to see')
  return found
}

describe('a post with two complaints', () => {
  test('becomes two cases at two desks, each counted with one citizen', async () => {
    const { family } = await bring({}, { author: { id: null, handle: '@contoh_warga' } })
    expect(family.map(({ part_of }) => part_of !== null)).toEqual([false, true])
    const [road, rubbish] = await Promise.all(family.map((row) => caseOfRow(row)))
    expect([road?.case.agencyId, rubbish?.case.agencyId]).toEqual(['pupr', 'dinkes'])
    expect([road?.case.authorCount, rubbish?.case.authorCount]).toEqual([1, 1])
    expect(family[1]).toMatchObject({ author_handle: '@contoh_warga', text: RUBBISH.text })
  })

  test('says which part is which, with the way to the sister case', async () => {
    const { family } = await bring()
    const [road, rubbish] = await Promise.all(family.map((row) => caseOfRow(row)))
    expect(road?.posts[0]?.part).toMatchObject({ number: 1, of: 2, whole: null })
    expect(rubbish?.posts[0]?.part).toEqual({
      number: 2,
      of: 2,
      whole: 'Jalan rusak, sampah juga',
      sisters: [{ number: 1, caseId: road?.case.id, code: road?.case.code }],
    })
  })

  test('an officer who may not see the sister case is told of no way to it', async () => {
    const { family } = await bring()
    const cleaner = await person(house, { roles: ['desk-officer'], agencyId: 'dinkes' })
    const { posts } = await caseOfRow(family[1], cleaner)
    expect(posts[0]?.part).toMatchObject({ number: 2, of: 2, sisters: [] })
  })

  test('makes no second parts when it is read or imported again', async () => {
    const { id, family } = await bring()
    const again = incoming({ externalId: family[0]?.external_id ?? '' })
    const [result] = await house.posts.receive([again], receiveOptions())
    expect(result?.kind).toBe('duplicate')
    await house.ask("update posts set stage = 'received', case_id = null where id = $1", [id])
    await readPosts({ ...house, reader: readerThat({}) }, [id])
    expect(await familyOf(id)).toHaveLength(2)
  })

  test('is one post in the silence ledger, and gone with all its parts', async () => {
    const sum = async () =>
      Object.values(await house.posts.outcomes(PROVINCE)).reduce((all, n) => all + n, 0)
    const before = await sum()
    const { id } = await bring()
    expect(await sum()).toBe(before + 1)
    await house.ask('delete from posts where id = $1', [id])
    expect(await familyOf(id)).toEqual([])
  })

  test('rings once for one danger', async () => {
    const { family } = await bring({ urgency: 'P1' })
    expect(family[1]?.context).toMatchObject({ part: { rang: true } })
    const rung = await house.ask<{ n: number }>(
      'select count(*)::int as n from alerts where case_id = any($1)',
      [family.map(({ case_id }) => case_id)],
    )
    expect(rung[0]?.n).toBe(1)
  })

  test('that is only noise, or a repost, has no parts', async () => {
    const noise = await bring({ kind: 'irrelevant', category: 'spam.non_layanan', agency: null })
    expect(noise.family).toHaveLength(1)
  })
})

describe('an allegation with a service complaint in it', () => {
  const secret = { category: 'gov.pungli', kind: 'allegation', agency: 'inspektorat' } as const

  test('leaves neither its words nor its writer in the open part', async () => {
    const { family } = await bring(
      { ...secret, confidential: true },
      { text: 'Petugas minta uang. Sampah juga', url: 'https://x.test/1' },
    )
    const part = family[1]
    expect(part).toMatchObject({ author_handle: null, author_id: null, url: null })
    expect(JSON.stringify([part?.text, part?.context])).not.toMatch(/minta uang/)
    const { posts } = await caseOfRow(part)
    expect(posts[0]?.part).toBeNull()
    expect(JSON.stringify(posts)).not.toMatch(/minta uang/)
  })
})
