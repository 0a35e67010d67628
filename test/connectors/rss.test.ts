import { afterEach, describe, expect, it } from 'vitest'
import { rss } from '../../src/connectors/rss.ts'
import { linkKey, pageKey } from '../../src/core/link-key.ts'
import { type FakePlatform, startFakePlatform } from './fakes/fake-platform.ts'
import { NOW } from './harness/harness.ts'
import { loopbackFetch } from './listen.ts'

const SOFTWARE = {
  'RSS 2.0': `<rss version="2.0"><channel><title>M</title><link>https://m.example</link><description>d</description>
    <item><title>Jembatan &amp; jalan</title><link>https://m.example/a?utm_source=rss</link><guid>1</guid>
    <pubDate>Fri, 20 Nov 2026 08:00:00 +0700</pubDate><description><![CDATA[<p>Jalan&nbsp;<b>rusak</b></p><script>alert(1)</script>]]></description></item></channel></rss>`,
  'Atom 1.0': `<feed xmlns="http://www.w3.org/2005/Atom"><title>M</title><id>m</id><updated>2026-11-20T01:00:00Z</updated>
    <entry><id>1</id><title>Jembatan &amp; jalan</title><link rel="self" href="https://m.example/x"/><link href="https://m.example/a"/>
    <published>2026-11-20T01:00:00Z</published><updated>2026-11-20T02:00:00Z</updated><summary type="html">&lt;p&gt;Jalan rusak&lt;/p&gt;</summary></entry></feed>`,
  'RSS 1.0 (RDF)': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://m.example"><title>M</title><link>https://m.example</link><description>d</description></channel>
    <item rdf:about="https://m.example/a"><title>Jembatan &amp; jalan</title><link>https://m.example/a</link><description>Jalan rusak</description><dc:date>2026-11-20T01:00:00Z</dc:date></item></rdf:RDF>`,
  'JSON Feed': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'M',
    items: [
      {
        id: '1',
        url: 'https://m.example/a',
        title: 'Jembatan & jalan',
        content_html: '<p>Jalan rusak</p>',
        date_published: '2026-11-20T01:00:00Z',
      },
    ],
  }),
}

let platform: FakePlatform | null = null
afterEach(async () => platform?.stop())

const poll = async (body: string, headers: Record<string, string> = {}) => {
  platform = await startFakePlatform(() => ({ body, headers }))
  const result = await rss.poll({
    settings: { url: `${platform.url}/feed` },
    secrets: {},
    cursor: null,
    now: NOW,
    fetch: loopbackFetch,
    signal: AbortSignal.timeout(5000),
  })
  if (result.kind !== 'page') throw new Error(JSON.stringify(result))
  return result.posts
}

describe('a news feed', () => {
  it.each(Object.entries(SOFTWARE))('is read from %s', async (_format, body) => {
    const [post] = await poll(body)
    expect(post).toMatchObject({
      platform: 'news',
      externalId: 'https://m.example/a',
      url: 'https://m.example/a',
      text: 'Jembatan & jalan\nJalan rusak',
      author: { id: null, handle: 'm.example' },
      postedAt: new Date('2026-11-20T01:00:00Z'),
    })
  })

  it('gives an article the key of the link that an officer pastes', async () => {
    const [post] = await poll(SOFTWARE['RSS 2.0'])
    const pasted = 'https://m.example/a?utm_source=wa#komentar'
    expect(linkKey(pasted) ?? pageKey(pasted, 'news')).toMatchObject({
      platform: post?.platform,
      externalId: post?.externalId,
    })
  })

  it('starts with the fifty newest articles of an archive', async () => {
    const item = (n: number) =>
      `<item><title>Berita ${n}</title><link>https://m.example/${n}</link><pubDate>${new Date(NOW.getTime() - n * 3_600_000).toUTCString()}</pubDate></item>`
    const items = Array.from({ length: 80 }, (_, n) => item(n)).reverse()
    const posts = await poll(`<rss version="2.0"><channel>${items.join('')}</channel></rss>`)
    expect(posts).toHaveLength(50)
    expect(posts.map(({ externalId }) => externalId)).toContain('https://m.example/0')
    expect(posts.map(({ externalId }) => externalId)).not.toContain('https://m.example/50')
  })

  it('keeps an excerpt of at most 2,000 characters', async () => {
    const body = `<rss version="2.0"><channel><item><title>Panjang</title><link>https://m.example/p</link><description>${'kata '.repeat(5000)}</description></item></channel></rss>`
    const [post] = await poll(body)
    expect(post?.text.length).toBeLessThanOrEqual(2000)
    expect(post?.text.length).toBeGreaterThan(1900)
  })

  it('is read fast, whatever tags are left open', async () => {
    const hostile = '<script'.repeat(100_000)
    const body = `<rss version="2.0"><channel><item><title>x</title><link>https://m.example/p</link><description><![CDATA[${hostile}]]></description></item></channel></rss>`
    const begun = performance.now()
    expect(await poll(body)).toHaveLength(1)
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  it('knows no entities of its own: nothing is read from the disk', async () => {
    const body = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>a&x;b</title><link>https://m.example/p</link></item></channel></rss>`
    const posts = await poll(body).catch(() => [])
    expect(JSON.stringify(posts)).not.toContain('root:')
  })
})
