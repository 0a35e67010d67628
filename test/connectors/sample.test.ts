import { describe, expect, it } from 'vitest'
import { sample } from '../../src/connectors/sample.ts'
import type { IncomingPost } from '../../src/core/post.ts'

const BEGUN = new Date('2026-11-21T03:00:00Z')
const minute = (n: number) => new Date(BEGUN.getTime() + n * 60_000)

const poll = async (cursor: unknown, now: Date) => {
  const result = await sample.poll({
    settings: { folder: 'config/sample' },
    secrets: {},
    cursor,
    now,
    fetch: () => Promise.reject(new Error('the sample calls nobody')),
    signal: AbortSignal.timeout(1000),
  })
  if (result.kind !== 'page') throw new Error(JSON.stringify(result))
  return { posts: result.posts, cursor: JSON.parse(JSON.stringify(result.cursor)) as unknown }
}

const show = async (minutes: number[]) => {
  const posts: IncomingPost[][] = []
  let cursor: unknown = null
  for (const n of minutes) {
    const page = await poll(cursor, minute(n))
    posts.push(page.posts)
    cursor = page.cursor
  }
  return posts
}

describe('the sample', () => {
  it('shows sixty posts at once and all 377 within ten minutes', async () => {
    const pages = await show([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(pages[0]).toHaveLength(60)
    for (const page of pages.slice(1, 11)) expect(page.length).toBeGreaterThan(25)
    expect(pages[11]).toHaveLength(0)
    const ids = pages.flat().map((post) => post.externalId)
    expect(new Set(ids).size).toBe(377)
    expect(ids.every((id) => id.startsWith('sample-'))).toBe(true)
  })

  it('spans two days up to now, and nothing is posted before it was', async () => {
    const pages = await show([0, 5, 10])
    const times = pages.flat().map((post) => post.postedAt?.getTime() ?? 0)
    expect(Math.max(...times)).toBe(minute(10).getTime())
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(47 * 3_600_000)
    expect(Math.max(...(pages[0] ?? []).map((post) => post.postedAt?.getTime() ?? 0))).toBeLessThan(
      BEGUN.getTime(),
    )
  })

  it('tells the same story again from the same cursor', async () => {
    const { cursor } = await poll(null, minute(0))
    expect(await poll(cursor, minute(3))).toEqual(await poll(cursor, minute(3)))
  })

  it('catches up after the computer slept', async () => {
    const pages = await show([0, 60 * 24])
    expect(pages.flat()).toHaveLength(377)
  })
})
