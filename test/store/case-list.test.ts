import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Case } from '../../src/core/case.ts'
import type { Viewer } from '../../src/core/roles.ts'
import type { CaseFilter, CasePage } from '../../src/ports/cases.ts'
import { encodeMarker } from '../../src/store/keyset.ts'
import {
  type CaseWish,
  caseOf,
  casesOf,
  coordinator,
  HOUR,
  type House,
  officer,
  openHouse,
  REGENCY,
} from '../support/seed.ts'

const PAGE = 7
const NOW = Date.now()

/** Half of them share their moment, and every third is without a deadline: ties and nulls. */
const wish = (n: number): CaseWish => ({
  urgency: (['P1', 'P2', 'P3', 'P4'] as const)[n % 4] ?? 'P3',
  dueAt: n % 3 === 0 ? null : new Date(NOW + (n % 5) * HOUR),
  title: `Keluhan nomor ${n}`,
  post: { postedAt: new Date(NOW - (n % 6) * HOUR) },
})

let house: House
let viewer: Viewer
let standing: Case[]

beforeAll(async () => {
  house = await openHouse()
  viewer = await coordinator(house)
  standing = await casesOf(
    house,
    Array.from({ length: 40 }, (_, n) => wish(n)),
  )
  await casesOf(house, [{ governmentId: REGENCY }])
})
afterAll(() => house.close())

const page = async (filter: CaseFilter): Promise<CasePage> => {
  const found = await house.cases.list(viewer, filter)
  if (!('items' in found)) throw new Error(found.code)
  return found
}

/** Turns the pages to the end; between two of them the world goes on. */
const walk = async (filter: Omit<CaseFilter, 'limit'>, meanwhile = async () => {}) => {
  const seen: Case[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await page({ ...filter, limit: PAGE, cursor })
    seen.push(...items)
    cursor = next ?? undefined
    await meanwhile()
  } while (cursor)
  return seen
}

const idsOf = (found: Case[]) => found.map(({ id }) => id)

describe('turning the pages of a queue', () => {
  test.each(['due', 'newest', 'risk'] as const)(
    'by %s shows each case exactly once while new ones arrive',
    async (sort) => {
      const before = new Set(idsOf(await walk({ queue: 'all', sort })))
      let n = 0
      const seen = idsOf(
        await walk({ queue: 'all', sort }, async () => {
          await caseOf(house, wish(n++))
        }),
      )
      expect(n).toBeGreaterThan(5)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.filter((id) => before.has(id)).sort()).toEqual([...before].sort())
    },
  )

  test('shows the earliest deadline first, and cases without one last', async () => {
    const due = (await walk({ queue: 'all', sort: 'due' })).map(({ dueAt }) => dueAt?.getTime())
    const dated = due.filter((time) => time !== undefined)
    expect(dated).toEqual([...dated].sort((a, b) => a - b))
    expect(due.lastIndexOf(dated.at(-1))).toBe(dated.length - 1)
    expect(dated.length).toBeLessThan(due.length)
  })

  test('shows the latest word of a citizen first when sorted by newest', async () => {
    const times = (await walk({ queue: 'all', sort: 'newest' })).map((one) =>
      one.lastPostAt.getTime(),
    )
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })

  test('shows danger first when sorted by risk', async () => {
    const order = (await walk({ queue: 'all', sort: 'risk' })).map(({ urgency }) => urgency)
    expect(order).toEqual([...order].sort())
  })

  test.each(['due', 'newest', 'risk'] as const)(
    'shows the ended cases once, the last ended first, whatever the sort (%s)',
    async (sort) => {
      const own = await officer(house)
      const ended = (await house.cases.counts(viewer)).ended
      for (const { id } of standing.slice(ended, ended + 9)) {
        await house.cases.change(own, id, null, () => ({
          kind: 'changed',
          patch: { state: 'not-a-service', endedAt: house.clock.now() },
          event: { type: 'dismissed', data: {} },
        }))
      }
      const seen = await walk({ queue: 'ended', sort })
      expect(seen).toHaveLength(ended + 9)
      expect(new Set(idsOf(seen)).size).toBe(seen.length)
      const times = seen.map(({ endedAt }) => endedAt?.getTime() ?? 0)
      expect(times).toEqual([...times].sort((a, b) => b - a))
    },
  )
})

describe('a page marker that somebody tampered with', () => {
  const id = '018f0000-0000-7000-8000-000000000000'
  test.each([
    ['no marker at all', 'rubbish'],
    ['an empty list', encodeMarker([])],
    ['too many parts', encodeMarker([1, id, 3])],
    ['an object', Buffer.from('{"0":1}').toString('base64url')],
    ['two dots in the number', encodeMarker(['1.2.3', id])],
    ['only a dot', encodeMarker(['.', id])],
    ['words for a number', encodeMarker(["1'; drop table cases; --", id])],
    ['NaN', encodeMarker(['NaN', id])],
    ['an endless number', encodeMarker(['9'.repeat(5000), id])],
    ['36 dashes for an id', encodeMarker([1, '-'.repeat(36)])],
    ['nothing for a number', encodeMarker([null, id])],
  ])('is refused: %s', async (_what, cursor) => {
    for (const sort of ['due', 'newest', 'risk'] as const)
      for (const queue of ['all', 'ended'] as const)
        expect(await house.cases.list(viewer, { queue, sort, cursor, limit: 5 })).toEqual({
          kind: 'refused',
          code: 'bad-cursor',
        })
  })

  test('is refused or harmless, whatever it is', async () => {
    const anything = fc.oneof(
      fc.string(),
      fc
        .array(fc.oneof(fc.string(), fc.double(), fc.constant(id)), { maxLength: 3 })
        .map((parts) => encodeMarker(parts)),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (cursor) => {
        const found = await house.cases.list(viewer, {
          queue: 'all',
          sort: 'risk',
          cursor,
          limit: 1,
        })
        return 'items' in found || found.code === 'bad-cursor'
      }),
      { numRuns: 60 },
    )
  })

  test('a marker of another order or queue gives another page, never an error', async () => {
    const { next } = await page({ queue: 'all', sort: 'newest', limit: 3 })
    for (const sort of ['due', 'risk'] as const)
      for (const queue of ['all', 'ended', 'late'] as const)
        await page({ queue, sort, limit: 3, cursor: next ?? '' })
  })

  test('a marker never opens a case of another government', async () => {
    const marker = encodeMarker(['Infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'])
    const { items } = await page({ queue: 'all', sort: 'newest', limit: 100, cursor: marker })
    expect(new Set(items.map(({ governmentId }) => governmentId))).toEqual(
      new Set([viewer.governmentId]),
    )
  })
})

describe('searching', () => {
  const found = async (search: string) =>
    (await page({ queue: 'all', sort: 'newest', limit: 100, search })).items.map(
      ({ title }) => title,
    )

  beforeAll(async () => {
    await casesOf(house, [
      { title: 'Jalan/jembatan “rusak” di RT.05/RW.02…' },
      { title: 'Lihat dinkes.bengkuluprov.go.id, antrean rsud m.yunus lama' },
      { title: 'Warung kopi Café d’Élite buang limbah' },
      {
        title: 'Sampah menumpuk',
        place: { name: 'Pasar Panorama', level: 'landmark', code: null, ambiguous: false },
      },
    ])
  })

  test.each([
    ['jembatan', 'Jalan/jembatan “rusak” di RT.05/RW.02…'],
    ['rusak', 'Jalan/jembatan “rusak” di RT.05/RW.02…'],
    ['RW 02', 'Jalan/jembatan “rusak” di RT.05/RW.02…'],
    ['bengkuluprov', 'Lihat dinkes.bengkuluprov.go.id, antrean rsud m.yunus lama'],
    ['antre YUNUS', 'Lihat dinkes.bengkuluprov.go.id, antrean rsud m.yunus lama'],
    ['café', 'Warung kopi Café d’Élite buang limbah'],
    ['panorama sampah', 'Sampah menumpuk'],
  ])('%s finds "%s"', async (search, title) => {
    expect(await found(search)).toEqual([title])
  })

  test('every tracking code that can be drawn is found by itself, however it is typed', async () => {
    for (const opened of await casesOf(
      house,
      Array.from({ length: 60 }, () => ({})),
    )) {
      const { code } = opened
      for (const typed of [
        code,
        code.toLowerCase(),
        ` ${code.replace('-', ' ')} `,
        code.slice(4),
      ]) {
        const { items } = await page({ queue: 'all', sort: 'newest', limit: 10, search: typed })
        expect(idsOf(items), typed).toContain(opened.id)
      }
    }
  })

  test.each([
    "'; drop table cases; --",
    "' & ! | <-> ( ) :* \\",
    '%_%',
    '\0',
    '\ud800 lone',
    '!!!',
    '𝒜'.repeat(5000),
    'a '.repeat(100_000),
    '👩‍👩‍👧',
  ])('hostile words are words like any other (%#)', async (search) => {
    expect(Array.isArray(await found(search))).toBe(true)
  })

  test('words of punctuation alone narrow nothing', async () => {
    const all = (await page({ queue: 'all', sort: 'newest', limit: 100 })).items.length
    expect((await found(' …!?')).length).toBe(all)
  })
})
