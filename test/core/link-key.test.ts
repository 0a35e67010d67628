import { describe, expect, it } from 'vitest'
import { linkKey, pageKey } from '../../src/core/link-key.ts'

const VIDEO = '7301234567890123456'

/** The many addresses of one post, and the one id that they mean. */
const SAME_POST: [platform: string, externalId: string, addresses: string[]][] = [
  [
    'tiktok',
    VIDEO,
    [
      `https://www.tiktok.com/@warga.bengkulu/video/${VIDEO}`,
      `https://www.tiktok.com/@warga.bengkulu/video/${VIDEO}?is_from_webapp=1&sender_device=pc`,
      `https://m.tiktok.com/v/${VIDEO}.html`,
      `http://tiktok.com/@warga.bengkulu/photo/${VIDEO}/`,
    ],
  ],
  [
    'tiktok',
    'short:ZSabc123',
    ['https://vm.tiktok.com/ZSabc123/', 'https://vt.tiktok.com/ZSabc123'],
  ],
  ['tiktok', 'short:ZTR45x', ['https://www.tiktok.com/t/ZTR45x/']],
  [
    'instagram',
    'CxYz_12-aB',
    [
      'https://www.instagram.com/p/CxYz_12-aB/',
      'https://www.instagram.com/p/CxYz_12-aB/?igsh=MzRlODBiNWFlZA==',
      'https://instagram.com/reel/CxYz_12-aB',
      'https://www.instagram.com/reels/CxYz_12-aB/',
      'https://www.instagram.com/infobengkulu/p/CxYz_12-aB/',
    ],
  ],
  [
    'instagram',
    '17912345678901234',
    [
      'https://www.instagram.com/p/CxYz_12-aB/c/17912345678901234/',
      'https://www.instagram.com/p/CxYz_12-aB/c/17912345678901234/r/179/',
    ],
  ],
  [
    'facebook',
    '1234567890123456',
    [
      'https://www.facebook.com/infobengkulu/posts/1234567890123456',
      'https://m.facebook.com/story.php?story_fbid=1234567890123456&id=100001',
      'https://www.facebook.com/permalink.php?story_fbid=1234567890123456&id=100001&mibextid=Nif5oz',
      'https://www.facebook.com/groups/998877/posts/1234567890123456/',
      'https://www.facebook.com/groups/infokota/permalink/1234567890123456/?__cft__[0]=AZ',
      'https://www.facebook.com/watch/?v=1234567890123456',
      'https://fb.com/watch?v=1234567890123456',
      'https://www.facebook.com/infobengkulu/videos/1234567890123456/',
      'https://www.facebook.com/reel/1234567890123456',
      'https://id-id.facebook.com/photo/?fbid=1234567890123456&set=a.1',
    ],
  ],
  [
    'facebook',
    'pfbid02AbCdEf',
    ['https://www.facebook.com/infobengkulu/posts/pfbid02AbCdEf?__tn__=%2CO'],
  ],
  [
    'facebook',
    '1234567890123456_987654321',
    ['https://www.facebook.com/infobengkulu/posts/1234567890123456?comment_id=987654321'],
  ],
  [
    'facebook',
    'short:1AbCdEfGh',
    [
      'https://www.facebook.com/share/p/1AbCdEfGh/?mibextid=x',
      'https://www.facebook.com/share/1AbCdEfGh',
    ],
  ],
  ['facebook', 'short:aBc-12_x', ['https://fb.watch/aBc-12_x/']],
  [
    'youtube',
    'dQw4w9WgXcQ',
    [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
      'https://m.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&t=42s',
      'https://youtu.be/dQw4w9WgXcQ?si=AbC',
      'https://youtube.com/shorts/dQw4w9WgXcQ?feature=share',
      'https://www.youtube.com/live/dQw4w9WgXcQ',
    ],
  ],
  [
    'youtube',
    'UgzAbC-123_x4AaABAg',
    [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&lc=UgzAbC-123_x4AaABAg',
      'https://youtu.be/dQw4w9WgXcQ?lc=UgzAbC-123_x4AaABAg&si=q',
    ],
  ],
  [
    'x',
    '1790000000000000123',
    [
      'https://x.com/warga/status/1790000000000000123',
      'https://x.com/warga/status/1790000000000000123?s=20&t=abc',
      'https://twitter.com/Warga/status/1790000000000000123/photo/1',
      'https://mobile.twitter.com/i/web/status/1790000000000000123',
      'https://x.com/i/status/1790000000000000123',
    ],
  ],
  [
    'threads',
    'C8abcDEF-12',
    [
      'https://www.threads.net/@warga/post/C8abcDEF-12?xmt=AQ',
      'https://www.threads.com/@warga/post/C8abcDEF-12',
      'https://www.threads.com/t/C8abcDEF-12',
    ],
  ],
  [
    'bluesky',
    'at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/app.bsky.feed.post/3kabc2x7yz',
    [
      'at://did:plc:ewvi7nxzyoun6zhxrhs64oiz/app.bsky.feed.post/3kabc2x7yz',
      'https://bsky.app/profile/did:plc:ewvi7nxzyoun6zhxrhs64oiz/post/3kabc2x7yz',
      'https://bsky.app/profile/did%3Aplc%3Aewvi7nxzyoun6zhxrhs64oiz/post/3kabc2x7yz?ref_src=embed',
    ],
  ],
  [
    'telegram',
    'infobengkulu/1234',
    ['https://t.me/infoBengkulu/1234?single', 'https://t.me/s/infobengkulu/1234'],
  ],
]

describe('every address of a post gives the same key', () => {
  for (const [platform, externalId, addresses] of SAME_POST)
    it.each(addresses)(`${platform} ${externalId}: %s`, (address) => {
      expect(linkKey(address)).toMatchObject({ platform, externalId })
    })

  it('a key, pasted again by its canonical address, stays the same key', () => {
    for (const address of SAME_POST.flatMap(([, , all]) => all)) {
      const key = linkKey(address)
      expect(linkKey(key?.url ?? '')?.externalId, address).toBe(key?.externalId)
    }
  })
})

it.each([
  'https://www.tiktok.com/@warga.bengkulu',
  'https://www.instagram.com/infobengkulu/',
  'https://www.facebook.com/infobengkulu',
  'https://www.youtube.com/@infobengkulu',
  'https://x.com/warga',
  'https://evil-tiktok.com/@warga/video/7301234567890123456',
  'https://tiktok.com.evil.id/@warga/video/7301234567890123456',
  'https://www.bengkuluekspress.com/jalan-rusak',
  'javascript:alert(1)//x.com/a/status/1',
  'bukan tautan',
  '',
])('no post of a known platform is behind %s', (address) => {
  expect(linkKey(address)).toBeNull()
})

it('knows whose post it is where the address says so', () => {
  expect(linkKey(`https://www.tiktok.com/@warga.bengkulu/video/${VIDEO}`)?.author).toBe(
    'warga.bengkulu',
  )
  expect(linkKey('https://youtu.be/dQw4w9WgXcQ')?.author).toBeNull()
})

it('any other page is known by its address without tracking, anchor and password', () => {
  const pages = [
    'https://Berita.example.id/jalan-rusak/?id=7&utm_source=wa&fbclid=x#komentar',
    'https://petugas:rahasia@berita.example.id/jalan-rusak?id=7',
  ].map((address) => pageKey(address, 'news'))
  for (const page of pages)
    expect(page).toMatchObject({
      platform: 'news',
      externalId: 'https://berita.example.id/jalan-rusak?id=7',
    })
  expect(pageKey('javascript:alert(1)', 'news')).toBeNull()
  expect(pageKey(`https://berita.example.id/${'a'.repeat(900)}`, 'news')?.externalId).toMatch(
    /^page-[0-9a-f]{32}$/,
  )
})

it('an address of a hundred thousand slashes is of no post, and holds nobody up', () => {
  const began = performance.now()
  const address = `https://x.com/${'/'.repeat(100_000)}x`
  expect([linkKey(address), pageKey(address, 'news')]).toEqual([null, null])
  expect(performance.now() - began).toBeLessThan(500)
})
