import { describe, expect, test } from 'vitest'
import { handleOfLink, platformOfLink, safeLink } from '../../src/web/format/links.ts'

describe('a link that an officer pastes', () => {
  test.each([
    ['https://www.tiktok.com/@warga/video/1', 'tiktok'],
    ['https://vt.tiktok.com/ZS123/', 'tiktok'],
    ['https://m.facebook.com/groups/1/posts/2', 'facebook'],
    ['https://youtu.be/abc?si=1', 'youtube'],
    ['https://x.com/warga/status/1', 'x'],
    ['https://bsky.app/profile/a/post/b', 'bluesky'],
    [' https://www.instagram.com/reel/abc/ ', 'instagram'],
  ])('%s is of %s', (link, platform) => {
    expect(platformOfLink(link)).toBe(platform)
  })

  test('of a look-alike or unknown host is left to the person', () => {
    expect(platformOfLink('https://tiktok.com.contoh.id/video')).toBeNull()
    expect(platformOfLink('https://nottiktok.com/video')).toBeNull()
    expect(platformOfLink('bukan tautan')).toBeNull()
  })

  test('may name the account', () => {
    expect(handleOfLink('https://www.tiktok.com/@warga.bkl/video/1')).toBe('@warga.bkl')
    expect(handleOfLink('https://www.instagram.com/p/abc/')).toBeNull()
  })
})

test('a link that could run or read something is no link', () => {
  expect(safeLink('javascript:alert(1)')).toBeNull()
  expect(safeLink('data:text/html,x')).toBeNull()
  expect(safeLink('file:///etc/passwd')).toBeNull()
  expect(safeLink('https://contoh.id/a b')).toBe('https://contoh.id/a%20b')
  expect(safeLink(null)).toBeNull()
})
