import { afterEach, describe, expect, it } from 'vitest'
import { CONNECTORS } from '../../src/connectors/index.ts'
import type { Fault } from './fakes/fake-platform.ts'
import { type Harness, minutesAgo } from './harness/harness.ts'
import { HARNESSES } from './harness/index.ts'
import { idsOf, listenTo } from './listen.ts'
import { DIALECTS } from './rate-limit-dialects.ts'

/** A new connector is found here by itself; without a harness of its own the run fails. */
const CASES = CONNECTORS.flatMap((connector) => {
  const harnesses = HARNESSES[connector.id]
  if (!harnesses) throw new Error(`test/connectors/harness/index.ts has none for ${connector.id}`)
  return Object.entries(harnesses).map(
    ([name, open]) => [`${connector.id}: ${name}`, connector, open] as const,
  )
})

const FAULTS: [string, Fault][] = [
  ['500', { kind: 'answer', status: 500 }],
  ['502', { kind: 'answer', status: 502, body: '<html>Bad gateway</html>' }],
  ['503', { kind: 'answer', status: 503 }],
  ['no answer in time', { kind: 'hang' }],
  ['half a body', { kind: 'half' }],
  ['an HTML page with 200', { kind: 'answer', status: 200, body: '<html>Selamat datang' }],
  ['compression that is none', { kind: 'gzip-of-nothing' }],
]

const isList = (call: { path: string }) => !call.path.endsWith('Session')

function platformOf({ platform }: Harness) {
  if (!platform) throw new Error('this connector calls the network: its harness needs a platform')
  return platform
}

describe.each(CASES)('%s', (_name, connector, open) => {
  const calls = connector.gateKey({ settings: { url: 'https://x.example' }, secrets: {} }) !== null
  const network = it.runIf(calls)
  let opened: Harness | null = null
  const start = async (posts = 0) => {
    const harness = await open()
    opened = harness
    for (let n = 1; n <= posts; n++) publish(harness, n)
    return { harness, listener: listenTo(connector, harness) }
  }
  const publish = (harness: Harness, n: number) =>
    harness.publish({ id: `p${n}`, text: `Jalan rusak ${n}`, at: minutesAgo(100 - n), author: 'w' })
  const ids = (harness: Harness, posts: number) =>
    Array.from({ length: posts }, (_, n) => harness.externalId(`p${n + 1}`)).sort()

  afterEach(async () => {
    await opened?.stop()
    opened = null
  })

  it('finds every post once, and nothing new at the next look', async () => {
    const { harness, listener } = await start(23)
    await listener.drain()
    await listener.drain()
    expect(idsOf(listener.posts).sort()).toEqual(ids(harness, 23))
  })

  it('goes on after a crash behind any page', async () => {
    const { harness, listener } = await start(23)
    await listener.drain()
    const { pages } = listener
    for (let crash = 1; crash <= pages; crash++) {
      const again = listenTo(connector, harness)
      for (let page = 0; page < crash; page++) await again.poll()
      harness.platform?.breakDown({ kind: 'half' })
      if (harness.platform) expect((await again.poll()).kind).toBe('failed')
      harness.platform?.breakDown(null)
      await again.drain()
      expect(idsOf(again.posts).sort()).toEqual(ids(harness, 23))
    }
  })

  it('misses nothing and takes nothing twice while people go on posting', async () => {
    const { harness, listener } = await start(20)
    let last = 20
    if (harness.platform)
      for (let page = 0; page < 8; page++) {
        await listener.poll()
        publish(harness, ++last)
      }
    await listener.drain()
    await listener.drain()
    expect(idsOf(listener.posts).sort()).toEqual(ids(harness, last))
  })

  it('takes a post without an author, of any script and size', async () => {
    const { harness, listener } = await start()
    const texts = [
      '🌊🏚️ banjir',
      'جالن روسق di sini',
      'nol\0di tengah',
      'a'.repeat(200_000),
      '👩‍👩‍👧\ud83d',
    ]
    texts.forEach((text, n) => {
      harness.publish({ id: `p${n}`, text, at: minutesAgo(n + 1), author: null })
    })
    await listener.drain()
    expect(listener.posts).toHaveLength(texts.length)
    for (const { text } of listener.posts) {
      expect(text.includes('\0')).toBe(false)
      expect(text.isWellFormed()).toBe(true)
      if (harness.platform) expect(text.length).toBeLessThan(20_000)
    }
    expect(listener.posts.map((post) => post.text).join()).toContain('🌊🏚️ banjir')
    expect(listener.posts.map((post) => post.text).join()).toContain('جالن روسق')
  })

  it('says which post another one quotes where the platform does, and else nothing', async () => {
    const { harness, listener } = await start(1)
    const text = 'tolong min 👇 jalan'
    harness.publish({ id: 'p2', text, at: minutesAgo(2), author: 'w', quotes: 'p1' })
    await listener.drain()
    const found = listener.posts.find(({ externalId }) => externalId === harness.externalId('p2'))
    const quoted = { id: harness.externalId('p1'), text: 'Jalan rusak 1', author: 'w' }
    expect(found?.context?.quotes).toEqual(harness.tellsOfQuotes ? quoted : undefined)
  })

  it('says what is missing instead of asking without it', async () => {
    const { harness } = await start(1)
    for (const name of harness.needs) {
      const without = (given: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(given).filter(([key]) => key !== name))
      const poor = {
        ...harness,
        settings: without(harness.settings),
        secrets: without(harness.secrets) as Record<string, string>,
      }
      const result = await listenTo(connector, poor).poll()
      expect(result).toMatchObject({ kind: 'idle', missing: [expect.any(String)] })
    }
    expect(harness.platform?.calls ?? []).toHaveLength(0)
  })

  network.each(DIALECTS)(
    'waits when asked by %s, without another call',
    async (_dialect, fault, until) => {
      const { harness, listener } = await start(3)
      platformOf(harness).breakDown(fault, isList)
      expect(await listener.poll()).toMatchObject({ kind: 'wait', until })
      expect(platformOf(harness).callsAfterFault()).toBe(0)
      platformOf(harness).breakDown(null)
      await listener.drain()
      expect(idsOf(listener.posts).sort()).toEqual(ids(harness, 3))
    },
  )

  network.each(FAULTS)('loses nothing to %s', async (_fault, fault) => {
    const { harness, listener } = await start(7)
    platformOf(harness).breakDown(fault)
    expect(await listener.poll()).toMatchObject({ kind: 'failed', credential: false })
    platformOf(harness).breakDown(null)
    await listener.drain()
    expect(idsOf(listener.posts).sort()).toEqual(ids(harness, 7))
  })

  network('tells a refused credential from a fault, and keeps the secret', async () => {
    const { harness, listener } = await start(1)
    platformOf(harness).breakDown({ kind: 'answer', status: 401, body: '{}' })
    const result = await listener.poll()
    expect(result).toMatchObject({ kind: 'failed', credential: harness.hasCredential })
    for (const secret of Object.values(harness.secrets))
      expect(JSON.stringify(result)).not.toContain(secret)
  })

  it('goes past an empty page that names a next one', async () => {
    const { harness, listener } = await start(12)
    harness.pages?.insertEmptyPage()
    await listener.drain()
    expect(idsOf(listener.posts).sort()).toEqual(ids(harness, 12))
  })

  it('leaves a platform that shows the same page for ever', async () => {
    const { harness, listener } = await start(12)
    harness.pages?.repeatForEver()
    await listener.drain()
    if (harness.pages) expect(listener.pages).toBeLessThan(10)
  })
})
