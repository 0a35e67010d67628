import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { quotedPost } from '../../src/connectors/bluesky/quoted-post.ts'
import { bluesky } from '../../src/connectors/bluesky.ts'
import { linkKey } from '../../src/core/link-key.ts'
import { APP_PASSWORD, type FakeBluesky, startFakeBluesky, uriOf } from './fakes/fake-bluesky.ts'
import { type Harness, minutesAgo, NOW } from './harness/harness.ts'
import { idsOf, listenTo } from './listen.ts'

/** What the real network of `test/peers` does not show: expiry, clocks that are wrong. */
describe('Bluesky', () => {
  let fake: FakeBluesky
  beforeEach(async () => {
    fake = await startFakeBluesky()
  })
  afterEach(() => fake.platform.stop())

  const listen = (keywords: string[] = []) =>
    listenTo(bluesky, {
      settings: { service: fake.platform.url, identifier: '@dinas.test', keywords },
      secrets: { appPassword: APP_PASSWORD },
      now: () => NOW,
    } as unknown as Harness)
  const post = (id: string, minutes: number) =>
    fake.posts.add({ id, text: 'jalan rusak', at: minutesAgo(minutes), author: 'warga.test' })

  it('is signed in to once, and a session that expired is renewed', async () => {
    post('3ka', 5)
    const listener = listen()
    await listener.drain()
    fake.expireSessions()
    post('3kb', 4)
    await listener.drain()
    expect(idsOf(listener.posts)).toEqual([uriOf('3ka'), uriOf('3kb')])
    expect(fake.signIns()).toBe(1)
  })

  it('is asked from ten minutes before what was newest', async () => {
    post('3ka', 5)
    const listener = listen(['jalan'])
    await listener.drain()
    await listener.drain()
    const searches = fake.platform.calls.filter(({ path }) => path.endsWith('searchPosts'))
    expect(searches.map(({ query }) => query.get('since'))).toEqual([
      minutesAgo(48 * 60).toISOString(),
      minutesAgo(15).toISOString(),
    ])
  })

  it('hides nothing behind a post from the future', async () => {
    post('besok', -60 * 24)
    const listener = listen()
    await listener.drain()
    expect(listener.posts[0]?.postedAt).toEqual(NOW)
    post('3kb', 0)
    await listener.drain()
    expect(idsOf(listener.posts)).toContain(uriOf('3kb'))
  })

  const BESIDE_A_PICTURE = {
    $type: 'app.bsky.embed.recordWithMedia#view',
    media: { $type: 'app.bsky.embed.images#view', images: [] },
    record: {
      record: {
        $type: 'app.bsky.embed.record#viewRecord',
        uri: uriOf('3kasli'),
        cid: 'bafyreib2rxk3rh6kzwq',
        author: { did: 'did:plc:warga', handle: 'contoh.warga.test', labels: [] },
        value: {
          $type: 'app.bsky.feed.post',
          text: 'Jalan Hibrida bolong, dua motor jatuh',
          createdAt: '2026-11-21T01:00:00.000Z',
          langs: ['id'],
        },
        labels: [],
        likeCount: 3,
        indexedAt: '2026-11-21T01:00:01.120Z',
      },
    },
  }
  const GONE = {
    $type: 'app.bsky.embed.record#view',
    record: { $type: 'app.bsky.embed.record#viewNotFound', uri: uriOf('3khapus'), notFound: true },
  }
  const LIST = {
    $type: 'app.bsky.embed.record#view',
    record: { $type: 'app.bsky.graph.defs#listView', uri: 'at://did:plc:x/app.bsky.graph.list/3k' },
  }
  const quoting = (embed: unknown) =>
    quotedPost({
      uri: uriOf('3kkutip'),
      author: { did: 'did:plc:lain' },
      record: { text: 'tolong min' },
      indexedAt: NOW.toISOString(),
      embed,
    })

  it('says which post is quoted beside a picture, and in which words', () => {
    expect(quoting(BESIDE_A_PICTURE)).toEqual({
      id: uriOf('3kasli'),
      text: 'Jalan Hibrida bolong, dua motor jatuh',
      author: 'contoh.warga.test',
    })
  })

  it('quotes no words of a post that was deleted, and takes no list for a post', () => {
    expect(quoting(GONE)).toEqual({ id: uriOf('3khapus') })
    expect(quoting(LIST)).toBeNull()
  })

  it('gives a post the key of the link that an officer pastes', async () => {
    post('3kabc', 5)
    const listener = listen()
    await listener.drain()
    expect(linkKey(listener.posts[0]?.url ?? '')).toMatchObject({
      platform: 'bluesky',
      externalId: uriOf('3kabc'),
    })
  })
})
