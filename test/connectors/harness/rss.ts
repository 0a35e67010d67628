import { createHash } from 'node:crypto'
import { startFakePlatform } from '../fakes/fake-platform.ts'
import { type FakePost, type Harness, NOW } from './harness.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const item = ({ id, text, at }: FakePost) => `<item><title>Berita ${id}</title>
<link>https://media.example/berita/${id}?utm_source=rss</link><guid isPermaLink="false">${id}</guid>
<pubDate>${at.toUTCString()}</pubDate><description>${escaped(text)}</description></item>`

export const rss: Record<string, () => Promise<Harness>> = {
  'RSS 2.0': async () => {
    const posts: FakePost[] = []
    const platform = await startFakePlatform((call) => {
      const body = `<?xml version="1.0"?><rss version="2.0"><channel><title>Media</title>
<link>https://media.example/</link><description>x</description>${posts.map(item).join('')}</channel></rss>`
      const etag = `"${createHash('md5').update(body).digest('hex')}"`
      const headers = { 'content-type': 'application/rss+xml', etag }
      return call.headers['if-none-match'] === etag
        ? { status: 304, headers, body: '' }
        : { headers, body }
    })
    return {
      platform,
      settings: { url: `${platform.url}/feed` },
      secrets: {},
      needs: ['url'],
      tellsOfQuotes: false,
      hasCredential: false,
      publish: (post) => posts.unshift(post),
      externalId: (id) => `https://media.example/berita/${id}`,
      pages: null,
      now: () => NOW,
      stop: platform.stop,
    }
  },
}
