import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replyKey } from '../../src/connectors/bluesky/reply-key.ts'
import { bluesky } from '../../src/connectors/bluesky.ts'
import { CONNECTORS } from '../../src/connectors/index.ts'
import { youtube } from '../../src/connectors/youtube.ts'
import type { Reply } from '../../src/ports/connector.ts'
import { APP_PASSWORD, type FakeBluesky, startFakeBluesky, uriOf } from './fakes/fake-bluesky.ts'
import { CHANNEL, type FakeYouTube, OAUTH, startFakeYouTube } from './fakes/fake-youtube.ts'
import { minutesAgo, NOW } from './harness/harness.ts'
import { loopbackFetch } from './listen.ts'

const ID = '01950000-0000-7000-8000-00000000000a'
const call = () => ({ now: NOW, fetch: loopbackFetch, signal: AbortSignal.timeout(10_000) })

it('only networks that allow it are spoken on', () => {
  const speaking = CONNECTORS.filter(({ publish }) => publish).map(({ id }) => id)
  expect(speaking).toEqual(['bluesky', 'youtube'])
})

it('one reply has one key, and two have two', () => {
  expect(replyKey(ID)).toMatch(/^[2-7a-j][2-7a-z]{12}$/)
  expect(replyKey(ID)).toBe(replyKey(ID))
  expect(replyKey(ID)).not.toBe(replyKey(ID.replace(/a$/, 'b')))
})

describe('a reply on Bluesky', () => {
  let fake: FakeBluesky
  beforeEach(async () => {
    fake = await startFakeBluesky()
    fake.posts.add({ id: '3ka', text: 'jalan rusak', at: minutesAgo(5), author: 'warga.test' })
  })
  afterEach(() => fake.platform.stop())

  const publish = async (reply: Partial<Reply> = {}) =>
    bluesky.publish?.({
      settings: { service: fake.platform.url, identifier: 'dinas.test' },
      secrets: { appPassword: APP_PASSWORD },
      reply: { id: ID, inReplyTo: uriOf('3ka'), text: 'Ditambal besok.', attempt: 1, ...reply },
      ...call(),
    })

  it('stands under the post, with its root and its own address', async () => {
    expect(await publish()).toMatchObject({
      kind: 'sent',
      externalId: `at://did:plc:dinas/app.bsky.feed.post/${replyKey(ID)}`,
      url: `https://bsky.app/profile/did:plc:dinas/post/${replyKey(ID)}`,
    })
    expect([...fake.records.values()]).toMatchObject([
      {
        text: 'Ditambal besok.',
        reply: { parent: { uri: uriOf('3ka') }, root: { uri: uriOf('3ka') } },
      },
    ])
  })

  it('is said once, although the answer to the first attempt was lost', async () => {
    fake.platform.breakDown({ kind: 'half' }, ({ path }) => path.endsWith('createRecord'))
    // half an answer: what the server did, it did
    expect(await publish()).toMatchObject({ kind: 'sent' })
    fake.platform.breakDown({ kind: 'answer', status: 500 }, ({ path }) => /Record/.test(path))
    expect(await publish({ attempt: 2 })).toMatchObject({ kind: 'failed', retry: true })
    fake.platform.breakDown(null)
    for (const attempt of [1, 2]) expect(await publish({ attempt })).toMatchObject({ kind: 'sent' })
    expect(fake.records.size).toBe(1)
  })

  it('is skipped where the post is gone', async () => {
    fake.gone.add('3ka')
    expect(await publish()).toMatchObject({ kind: 'skipped' })
    expect(fake.records.size).toBe(0)
  })

  it('waits where the network says so, and says where the password is refused', async () => {
    fake.platform.breakDown({ kind: 'answer', status: 429, headers: { 'retry-after': '60' } })
    expect(await publish()).toMatchObject({ kind: 'wait' })
    fake.platform.breakDown({ kind: 'answer', status: 401 })
    expect(await publish()).toMatchObject({ kind: 'failed', credential: true })
  })
})

describe('a reply on YouTube', () => {
  let fake: FakeYouTube
  beforeEach(async () => {
    fake = await startFakeYouTube()
  })
  afterEach(() => fake.platform.stop())

  const publish = (reply: Partial<Reply> = {}, secrets: Record<string, string> = OAUTH) =>
    youtube.publish?.({
      settings: {
        apiUrl: fake.platform.url,
        tokenUrl: `${fake.platform.url}/token`,
        channelId: CHANNEL,
        clientId: OAUTH.clientId,
      },
      secrets,
      reply: { id: ID, inReplyTo: 'UgxA.9b', text: 'Ditambal besok.', attempt: 1, ...reply },
      ...call(),
    })

  it('stands under the first comment of the thread', async () => {
    expect(await publish()).toEqual({ kind: 'sent', externalId: 'UgxA.1', url: null })
    expect(fake.replies.get('UgxA')).toMatchObject([{ text: 'Ditambal besok.' }])
  })

  it('is said once, although the answer to the first attempt was lost', async () => {
    fake.platform.breakDown(
      { kind: 'half' },
      ({ method, path }) => method === 'POST' && path === '/comments',
    )
    expect(await publish()).toMatchObject({ kind: 'failed', retry: true })
    fake.platform.breakDown(null)
    expect(await publish({ attempt: 2 })).toMatchObject({ kind: 'sent', externalId: 'UgxA.1' })
    expect(fake.replies.get('UgxA')).toHaveLength(1)
  })

  it('is skipped where the comment is gone, and refused without consent', async () => {
    expect(await publish({ inReplyTo: 'hilang' })).toMatchObject({ kind: 'skipped' })
    const without = await publish({}, { ...OAUTH, refreshToken: 'lain' })
    expect(without).toMatchObject({ kind: 'failed', credential: true })
  })
})
