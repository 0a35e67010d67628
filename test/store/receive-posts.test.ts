import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkKey } from '../../src/core/link-key.ts'
import type { IncomingPost } from '../../src/core/post.ts'
import {
  coordinator,
  DAY,
  type House,
  incoming,
  officer,
  openHouse,
  PROVINCE,
  REGENCY,
  receive,
  receiveOptions,
} from '../support/seed.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const kindsOf = (results: { kind: string }[]) => results.map(({ kind }) => kind)
const textOf = async (id: string) =>
  (await house.ask<{ text: string }>('select text from posts where id = $1', [id]))[0]?.text

describe('a page of a hundred posts', () => {
  const bad: [string, Partial<IncomingPost>, string][] = [
    ['an impossible date', { postedAt: new Date(Number.NaN) }, 'quarantined'],
    ['a date before there was a net', { postedAt: new Date(0) }, 'quarantined'],
    ['a date in 30,000 years', { postedAt: new Date(9e14) }, 'quarantined'],
    ['no id', { externalId: '  ' }, 'quarantined'],
    ['an id of nothing but NUL', { externalId: '\0\0' }, 'quarantined'],
    ['no text', { text: ' \n ' }, 'quarantined'],
    ['a text of nothing but NUL', { text: '\0' }, 'quarantined'],
    ['NUL in its text', { text: 'jalan\0rusak' }, 'stored'],
    ['half a letter at the end', { text: 'jalan rusak \ud83d' }, 'stored'],
    [
      'half letters everywhere',
      { text: '\udc00\ud800x', author: { id: '\ud800', handle: '\0' } },
      'stored',
    ],
    ['NUL in its context', { context: { parentText: 'a\0b', mentions: ['\ud800'] } }, 'stored'],
    [
      'a million letters',
      { text: 'a'.repeat(1_000_000), url: `https://x/${'b'.repeat(100_000)}` },
      'stored',
    ],
    ['a mountain of combining marks', { text: `e${'\u0301'.repeat(160_000)}` }, 'stored'],
    ['figures that are none', { engagement: { likes: Number.NaN, views: Infinity } }, 'stored'],
    ['SQL in its text', { text: "'); drop table posts; --" }, 'stored'],
  ]

  test.each(bad)('with one that has %s stores all the others', async (_what, patch, kind) => {
    const page = Array.from({ length: 100 }, (_, n) => incoming(n === 50 ? patch : {}))
    const results = await house.posts.receive(page, receiveOptions())
    expect(results[50]?.kind).toBe(kind)
    expect(kindsOf(results.toSpliced(50, 1)).every((one) => one === 'stored')).toBe(true)
  })

  test('with all of them at once stores what can be stored', async () => {
    const page = bad.map(([, patch]) => incoming(patch))
    const results = await house.posts.receive(page, receiveOptions())
    expect(kindsOf(results)).toEqual(bad.map(([, , kind]) => kind))
  })

  test('keeps what could not be stored as it came, with the reason', async () => {
    const post = incoming({ externalId: 'q-1', text: 'kenari asli', postedAt: new Date(0) })
    const [result] = await house.posts.receive([post], receiveOptions())
    expect(result).toEqual({ kind: 'quarantined', reason: 'waktu kiriman tidak masuk akal' })
    const rows = await house.ask<{ raw: Buffer; reason: string; government_id: string }>(
      `select raw, reason, government_id from quarantined_rows where position($1 in raw) > 0`,
      [Buffer.from('q-1')],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.government_id).toBe(PROVINCE)
    expect(JSON.parse(rows[0]?.raw.toString() ?? '')).toMatchObject({ text: 'kenari asli' })
  })
})

describe('the text of a post', () => {
  test('is stored to the letter, emoji and all', async () => {
    const text = '  Jalan 😡 rusak — “parah”\n\tsekali  '
    const [id = ''] = await receive(house, [incoming({ text })])
    expect(await textOf(id)).toBe(text)
  })

  test('loses NUL and half letters, and what no platform allows to be that long', async () => {
    const [id = '', long = ''] = await receive(house, [
      incoming({ text: 'a\0b\ud800c' }),
      incoming({ text: '😡'.repeat(20_000) }),
    ])
    expect(await textOf(id)).toBe('ab\ufffdc')
    expect(await textOf(long)).toBe('😡'.repeat(8000))
  })
})

test('a post from the future was made when it arrived: else nobody could ever answer it', async () => {
  const [now, tomorrow] = [new Date(), new Date(Date.now() + DAY)]
  const [ahead = '', past = ''] = await receive(
    house,
    [incoming({ postedAt: tomorrow }), incoming({ postedAt: new Date(now.getTime() - DAY) })],
    { receivedAt: now },
  )
  const rows = await house.ask<{ id: string; posted_at: Date }>(
    'select id, posted_at from posts where id = any($1)',
    [[ahead, past]],
  )
  const timeOf = (id: string) => rows.find((row) => row.id === id)?.posted_at
  expect(timeOf(ahead)).toEqual(now)
  expect(timeOf(past)).toEqual(new Date(now.getTime() - DAY))
})

test('a post from outside cannot take the screenshot that an officer brought', async () => {
  const shot = { governmentId: PROVINCE, name: 'a.png', mediaType: 'image/png' }
  const { id: attachmentId } = await house.attachments.store({ ...shot, bytes: Buffer.from('x') })
  const [pasted] = await receive(house, [incoming({ context: { attachmentId } })])
  await receive(house, [
    incoming({ context: { attachmentId } }),
    incoming({ context: { attachmentId: 'bukan id' } }),
  ])
  const owners = await house.ask('select post_id from attachments where id = $1', [attachmentId])
  expect(owners).toEqual([{ post_id: pasted }])
})

test('the screenshot of a post that was known already is not kept where nobody can open it', async () => {
  const shoot = () =>
    house.attachments.store({
      governmentId: PROVINCE,
      name: 'a.png',
      mediaType: 'image/png',
      bytes: Buffer.from('x'),
    })
  const [first, second] = [await shoot(), await shoot()]
  const post = incoming({ context: { attachmentId: first.id } })
  await receive(house, [post])
  await receive(house, [post, { ...post, context: { attachmentId: second.id } }])
  const kept = await house.ask<{ id: string }>('select id from attachments where id = any($1)', [
    [first.id, second.id],
  ])
  expect(kept).toEqual([{ id: first.id }])
})

describe('the same post', () => {
  test('seen again is known, and keeps its first text', async () => {
    const post = incoming({ text: 'yang pertama' })
    const [id = ''] = await receive(house, [post])
    const again = await house.posts.receive([{ ...post, text: 'diedit' }], receiveOptions())
    expect(again).toEqual([{ kind: 'duplicate', postId: id }])
    expect(await textOf(id)).toBe('yang pertama')
  })

  test('twice in one page is stored once', async () => {
    const post = incoming()
    const results = await house.posts.receive([post, incoming(), post], receiveOptions())
    expect(kindsOf(results)).toEqual(['stored', 'stored', 'duplicate'])
    expect(results[2]).toMatchObject({ postId: results[0]?.kind === 'stored' && results[0].postId })
  })

  test('handed in by four pollers at once is stored once', async () => {
    const page = Array.from({ length: 50 }, () => incoming())
    const all = await Promise.all(
      [page, page.toReversed(), page, page.toReversed()].map((one) =>
        house.posts.receive(one, receiveOptions()),
      ),
    )
    const stored = all.flat().filter(({ kind }) => kind === 'stored')
    expect(stored).toHaveLength(50)
  })

  test('heard by a province and its regency is stored for each', async () => {
    const post = incoming()
    const here = await house.posts.receive([post], receiveOptions())
    const there = await house.posts.receive([post], receiveOptions({ governmentId: REGENCY }))
    expect(kindsOf([...here, ...there])).toEqual(['stored', 'stored'])
  })

  test('on another platform is another post', async () => {
    const [one, two] = [
      incoming({ externalId: '7' }),
      incoming({ externalId: '7', platform: 'tiktok' }),
    ]
    expect(kindsOf(await house.posts.receive([one, two], receiveOptions()))).toEqual([
      'stored',
      'stored',
    ])
  })

  test('pasted as a link equals its later discovery by a connector', async () => {
    const key = linkKey('https://www.tiktok.com/@warga/video/7301234567890123456?is_from_webapp=1')
    if (!key) throw new Error('not a link')
    const { platform, externalId, url } = key
    const pasted = incoming({ platform, externalId, url })
    const [id = ''] = await receive(house, [pasted])
    const found = incoming({ platform: 'tiktok', externalId: '7301234567890123456' })
    expect(await house.posts.receive([found], receiveOptions())).toEqual([
      { kind: 'duplicate', postId: id },
    ])
  })

  test('with an id longer than JSON numbers keep is another post in its last digit', async () => {
    const ids = ['9007199254740993001', '9007199254740993002']
    const page = ids.map((externalId) => incoming({ externalId }))
    expect(kindsOf(await house.posts.receive(page, receiveOptions()))).toEqual(['stored', 'stored'])
  })
})

describe('the silence ledger', () => {
  test('shows every post that is in no case, page by page, to those who keep it', async () => {
    const ledgerHouse = await openHouse()
    const ids = await receive(
      ledgerHouse,
      Array.from({ length: 11 }, () => incoming()),
    )
    await receive(ledgerHouse, [incoming()], { governmentId: REGENCY })
    const keeper = await coordinator(ledgerHouse)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await ledgerHouse.posts.ledger(keeper, { limit: 4, cursor })
      if (!('items' in page)) throw new Error(page.code)
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect(seen.sort()).toEqual(ids.sort())
    const unread = await ledgerHouse.posts.ledger(keeper, { limit: 20, outcome: 'waiting' })
    expect('items' in unread && unread.items.map(({ text }) => text)).toEqual(ids.map(() => ''))
    const clerk = await ledgerHouse.posts.ledger(await officer(ledgerHouse), { limit: 10 })
    expect(clerk).toEqual({ items: [], next: null })
    expect(await ledgerHouse.posts.outcomes(PROVINCE)).toEqual({ waiting: 11 })
    await ledgerHouse.close()
  })

  test('refuses a page marker that is none', async () => {
    const keeper = await coordinator(house)
    for (const cursor of [
      'x',
      'W10',
      Buffer.from(JSON.stringify(['-'.repeat(36)])).toString('base64url'),
    ])
      expect(await house.posts.ledger(keeper, { limit: 4, cursor })).toMatchObject({
        code: 'bad-cursor',
      })
  })
})

test('a line that cannot be stored is shown to those who keep the ledger, once', async () => {
  const chief = await coordinator(house)
  const bad = incoming({ externalId: ' ', text: 'baris tanpa id' })
  for (let time = 0; time < 2; time++) {
    await house.posts.quarantine(PROVINCE, 'bukan {json}', 'baris rusak')
    expect(kindsOf(await house.posts.receive([bad], receiveOptions()))).toEqual(['quarantined'])
  }
  const asked = { outcome: 'quarantined', limit: 50 }
  const page = await house.posts.ledger(chief, asked)
  const texts = 'items' in page ? page.items.map(({ text }) => text) : []
  expect(texts.filter((text) => text === 'bukan {json}')).toHaveLength(1)
  expect(texts.filter((text) => text.includes('baris tanpa id'))).toHaveLength(1)
  const ani = await officer(house)
  expect(await house.posts.ledger(ani, asked)).toMatchObject({ items: [] })
})
