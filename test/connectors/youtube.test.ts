import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { youtube } from '../../src/connectors/youtube.ts'
import { linkKey } from '../../src/core/link-key.ts'
import { API_KEY, CHANNEL, type FakeYouTube, startFakeYouTube } from './fakes/fake-youtube.ts'
import { type Harness, minutesAgo, NOW } from './harness/harness.ts'
import { idsOf, listenTo } from './listen.ts'

describe('comments on YouTube', () => {
  let fake: FakeYouTube
  beforeEach(async () => {
    fake = await startFakeYouTube()
  })
  afterEach(() => fake.platform.stop())

  const harness = (settings: Record<string, unknown> = { channelId: CHANNEL }) =>
    ({
      settings: { ...settings, apiUrl: fake.platform.url },
      secrets: { apiKey: API_KEY },
      now: () => NOW,
    }) as unknown as Harness
  const listen = (settings?: Record<string, unknown>) => listenTo(youtube, harness(settings))
  const comment = (id: string, minutes: number, text = 'kapan diperbaiki min?') =>
    fake.comments.add({ id, text, at: minutesAgo(minutes), author: 'warga' })

  it('are read with the video they stand under and the account it belongs to', async () => {
    comment('Ugx1', 5)
    const listener = listen()
    await listener.drain()
    expect(listener.posts[0]).toMatchObject({
      platform: 'youtube',
      externalId: 'Ugx1',
      author: { id: 'UC-warga', handle: 'warga' },
      context: { parentText: 'Judul video dQw4w9WgXcQ', account: 'Dinas PU Contoh' },
      engagement: { likes: 3 },
    })
  })

  it('have the key of the link that an officer pastes', async () => {
    comment('UgxAbc-123', 5)
    const listener = listen()
    await listener.drain()
    const key = linkKey(listener.posts[0]?.url ?? '')
    expect(key).toMatchObject({ platform: 'youtube', externalId: 'UgxAbc-123' })
  })

  it('come with their replies, which are read with the comment they answer', async () => {
    comment('Ugx1', 5, 'jalan Hibrida rusak')
    fake.replies.set('Ugx1', [{ id: 'Ugx1.9a', text: 'sama, di sini juga', author: 'tetangga' }])
    const listener = listen()
    await listener.drain()
    expect(idsOf(listener.posts)).toEqual(['Ugx1', 'Ugx1.9a'])
    expect(listener.posts[1]?.context).toMatchObject({
      parentText: 'Judul video dQw4w9WgXcQ\njalan Hibrida rusak',
      parentAuthor: 'warga',
    })
    expect(linkKey(listener.posts[1]?.url ?? '')?.externalId).toBe('Ugx1.9a')
  })

  it('are found when they answer an older comment later', async () => {
    for (let n = 1; n <= 8; n++) comment(`Ugx${n}`, n)
    const listener = listen()
    await listener.drain()
    fake.replies.set('Ugx8', [{ id: 'Ugx8.9a', text: 'belum juga', author: 'tetangga' }])
    await listener.drain()
    expect(idsOf(listener.posts)).toContain('Ugx8.9a')
  })

  it('leave out what the channel itself says', async () => {
    comment('Ugx1', 5)
    fake.replies.set('Ugx1', [{ id: 'Ugx1.9a', text: 'Siap kami cek', author: 'dinas-pu' }])
    const listener = listen()
    await listener.drain()
    expect(idsOf(listener.posts)).toEqual(['Ugx1'])
  })

  it('go on at the next video where one has closed its comments', async () => {
    comment('Ugx1', 5)
    const listener = listen({ videoIds: 'tutup, dQw4w9WgXcQ' })
    await listener.drain()
    expect(idsOf(listener.posts)).toEqual(['Ugx1'])
  })

  it('reach back two days at the first look', async () => {
    comment('baru', 60)
    comment('lama', 60 * 24 * 30)
    for (let n = 0; n < 30; n++) comment(`kuno${n}`, 60 * 24 * 60 + n)
    const listener = listen()
    await listener.drain()
    expect(idsOf(listener.posts)).toContain('baru')
    expect(listener.pages).toBeLessThan(4)
  })

  it('ask for a title once, and never show the key in an address', async () => {
    comment('Ugx1', 5)
    const listener = listen()
    await listener.drain()
    comment('Ugx2', 1)
    await listener.drain()
    const { calls } = fake.platform
    expect(calls.filter(({ path }) => path === '/videos')).toHaveLength(1)
    expect(calls.map(({ query }) => String(query)).join()).not.toContain(API_KEY)
  })

  it('say that a wrong key is refused', async () => {
    const poor = { ...harness(), secrets: { apiKey: 'salah' } }
    const result = await listenTo(youtube, poor).poll()
    expect(result).toMatchObject({ kind: 'failed', credential: true })
  })
})
