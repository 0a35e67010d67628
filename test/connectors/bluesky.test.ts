import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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
