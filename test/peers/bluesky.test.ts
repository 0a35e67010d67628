import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bluesky } from '../../src/connectors/bluesky.ts'
import { createSafeFetch } from '../../src/connectors/http/safe-fetch.ts'
import type { IncomingPost } from '../../src/core/post.ts'
import { loadSettings } from '../../src/settings.ts'
import { emptyDatabase, type FreshDatabase } from '../support/database.ts'
import { freshRedis } from '../support/redis.ts'
import { type Account, createAccount, mentionOf } from './dev-env/account.ts'
import { installDevEnv } from './dev-env/install-dev-env.ts'
import { type DevEnv, startDevEnv } from './dev-env/start-dev-env.ts'

describe('a real Bluesky network on this machine', () => {
  let database: FreshDatabase
  let network: DevEnv
  let citizen: Account
  let agency: Account
  let cursor: string | null = null
  const seen: IncomingPost[] = []
  const given: { settings: Record<string, unknown>; secrets: Record<string, string> } = {
    settings: {},
    secrets: {},
  }

  beforeAll(async () => {
    const folder = await installDevEnv(loadSettings().checkout)
    database = await emptyDatabase()
    const { url: redisUrl } = await freshRedis()
    network = await startDevEnv({ folder, databaseUrl: database.url, redisUrl })
    citizen = await createAccount(network.url, 'warga')
    agency = await createAccount(network.url, 'dinas')
    given.settings = { service: network.url, identifier: agency.handle, keywords: ['lubang'] }
    given.secrets = { appPassword: await agency.appPassword() }
  })

  afterAll(async () => {
    await network?.stop()
    await database?.drop()
  })

  const fetch = createSafeFetch({ allowPrivate: ['127.0.0.1'], userAgent: 'tanggap-test' })

  /** As the worker does: until there is no more; only what JSON keeps survives. */
  const drain = async (): Promise<void> => {
    for (let more = true; more; ) {
      const result = await bluesky.poll({
        ...given,
        cursor: cursor === null ? null : JSON.parse(cursor),
        now: new Date(),
        fetch,
        signal: AbortSignal.timeout(20_000),
      })
      if (result.kind !== 'page') throw new Error(JSON.stringify(result))
      cursor = JSON.stringify(result.cursor)
      seen.push(...result.posts)
      more = result.more
    }
  }

  /** The AppView reads the data server's stream a moment later. */
  const drainUntil = async (uris: string[]): Promise<void> => {
    const until = Date.now() + 90_000
    const here = () => uris.every((uri) => seen.some((post) => post.externalId === uri))
    while (!here() && Date.now() < until) {
      await drain()
      await sleep(300)
    }
    await drain()
    const found = seen.map((post) => post.externalId).filter((uri) => uris.includes(uri))
    expect(found.sort()).toEqual([...uris].sort())
  }

  it('finds a post by its keyword and a mention, each exactly once', async () => {
    const found = await citizen.post('Jalan Hibrida penuh lubang 🕳️, tolong')
    const text = `Halo @${agency.handle} lampu jalan mati`
    const mention = await citizen.post(text, mentionOf(text, agency))
    const both = `@${agency.handle} ada lubang lagi`
    const twice = await citizen.post(both, mentionOf(both, agency))
    await drainUntil([found.uri, mention.uri, twice.uri])
    const post = seen.find(({ externalId }) => externalId === found.uri)
    expect(post).toMatchObject({
      platform: 'bluesky',
      text: 'Jalan Hibrida penuh lubang 🕳️, tolong',
      author: { id: citizen.did, handle: citizen.handle },
      url: `https://bsky.app/profile/${citizen.did}/post/${found.uri.split('/').at(-1)}`,
    })
    expect(post?.postedAt?.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('reads a reply to the agency with what it answers', async () => {
    const ours = await agency.post('Perbaikan Jalan Hibrida dijadwalkan Senin')
    // dev-env reads accounts side by side: a reply that it reads before its parent tells nobody
    while (!(await citizen.sees(ours.uri))) await sleep(200)
    const reply = await citizen.post('kapan selesai min?', { reply: { root: ours, parent: ours } })
    await drainUntil([reply.uri])
    expect(seen.find(({ externalId }) => externalId === reply.uri)?.context).toMatchObject({
      parentText: 'Perbaikan Jalan Hibrida dijadwalkan Senin',
      account: agency.handle,
    })
    expect(seen.some(({ externalId }) => externalId === ours.uri)).toBe(false)
  })

  it('knows which post a quotation quotes, from a search and from a mention', async () => {
    const original = await citizen.post('Jembatan gantung ada lubang, anak sekolah lewat sini')
    while (!(await citizen.sees(original.uri))) await sleep(200)
    const record = { uri: original.uri, cid: original.cid }
    const embed = { $type: 'app.bsky.embed.record', record }
    const searched = await citizen.post('lubang nih min 👇', { embed })
    const text = `@${agency.handle} tolong 👇`
    const mentioned = await citizen.post(text, { embed, ...mentionOf(text, agency) })
    await drainUntil([original.uri, searched.uri, mentioned.uri])
    for (const { uri } of [searched, mentioned])
      expect(seen.find(({ externalId }) => externalId === uri)?.context?.quotes).toEqual({
        id: original.uri,
        text: 'Jembatan gantung ada lubang, anak sekolah lewat sini',
        author: citizen.handle,
      })
  })

  it('reads more posts than fit on a page, with none lost and none twice', async () => {
    const posts = []
    for (let n = 0; n < 120; n++) posts.push(await citizen.post(`lubang nomor ${n}`))
    await drainUntil(posts.map(({ uri }) => uri))
  })

  it('goes on from its cursor, and takes only what is new', async () => {
    const before = seen.length
    await drain()
    expect(seen).toHaveLength(before)
    const later = await citizen.post('lubang baru di Jalan Danau')
    await drainUntil([later.uri])
    expect(seen).toHaveLength(before + 1)
  })

  const say = (id: string, inReplyTo: string, text: string, attempt = 1) =>
    bluesky.publish?.({
      ...given,
      reply: { id, inReplyTo, text, attempt },
      now: new Date(),
      fetch,
      signal: AbortSignal.timeout(20_000),
    })

  it('answers a citizen in the thread, once, however often it is asked to', async () => {
    const root = await citizen.post('Jalan rusak di depan pasar')
    const asked = await citizen.post('kapan diperbaiki?', { reply: { root, parent: root } })
    while (!(await citizen.sees(asked.uri))) await sleep(200)
    const [id, text] = [uuidv7(), 'Ditambal Jumat pukul 09.00. Peta: https://contoh.go.id/peta']
    const first = await say(id, asked.uri, text)
    expect(first).toMatchObject({ kind: 'sent' })
    // the network itself refuses a key that is taken; a later attempt finds it first
    for (const attempt of [1, 2]) expect(await say(id, asked.uri, text, attempt)).toEqual(first)
    const ours = first?.kind === 'sent' ? first.externalId : ''
    while (!(await citizen.sees(ours))) await sleep(200)
    const replies = await agency.records()
    expect(replies.filter(({ value }) => value.text === text)).toMatchObject([
      { uri: ours, value: { reply: { root: { uri: root.uri }, parent: { uri: asked.uri } } } },
    ])
  })

  it('skips a citizen whose post is gone', async () => {
    const gone = `at://${citizen.did}/app.bsky.feed.post/3jzfcijpj2z2a`
    expect(await say(uuidv7(), gone, 'Ditambal Jumat.')).toMatchObject({ kind: 'skipped' })
  })

  it('says that a wrong app password is refused', async () => {
    const secrets = { appPassword: 'bukan-kata-sandi-nya' }
    const input = { ...given, secrets, cursor: null, now: new Date(), fetch }
    const result = await bluesky.poll({ ...input, signal: AbortSignal.timeout(5000) })
    expect(result).toMatchObject({ kind: 'failed', credential: true })
  })
})
