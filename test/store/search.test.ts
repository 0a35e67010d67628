import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexCases } from '../../src/actions/index-cases.ts'
import { type SearchAnswer, searchCases } from '../../src/actions/search-cases.ts'
import type { Case } from '../../src/core/case.ts'
import { dismiss } from '../../src/core/case-rules.ts'
import type { Viewer } from '../../src/core/roles.ts'
import { snooze } from '../../src/core/snooze.ts'
import type { SearchSort } from '../../src/ports/search.ts'
import {
  type CaseWish,
  caseOf,
  casesOf,
  coordinator,
  DAY,
  HOUR,
  type House,
  officer,
  openHouse,
  person,
  REGENCY,
} from '../support/seed.ts'

let house: House
let ani: Viewer
let chief: Viewer

const said = (text: string, wish: CaseWish = {}): CaseWish => ({
  ...wish,
  title: wish.title ?? text.slice(0, 30),
  post: { text, ...wish.post },
})

const indexed = async () => {
  while (await indexCases(house.searchIndex));
}

beforeAll(async () => {
  house = await openHouse()
  ani = await officer(house)
  chief = await coordinator(house)
})
afterAll(() => house.close())

const ask = async (
  who: Viewer,
  text: string,
  {
    sort = 'rank',
    limit = 50,
    cursor,
  }: { sort?: SearchSort; limit?: number; cursor?: string } = {},
): Promise<SearchAnswer> => {
  const found = await searchCases(house, who, { text, sort, limit, cursor })
  if (found.kind === 'refused') throw new Error(found.detail ?? found.code)
  return found
}
const idsOf = async (who: Viewer, text: string) =>
  (await ask(who, text)).items.map(({ case: found }) => found.id)

describe('what citizens said', () => {
  test('is found by the roots of its words, unfinished, as a phrase, and without what is excluded', async () => {
    const [broken, mended, other] = await casesOf(house, [
      said('Jembatan gantung itu mengalami kerusakan parah sejak Senin', { title: 'Satu' }),
      said('Terima kasih, jembatan sudah diperbaiki dinas', { title: 'Dua' }),
      said('Gantung lampu di parah sekali', { title: 'Tiga' }),
    ])
    await indexed()
    expect(await idsOf(ani, 'jembatan rusak')).toEqual([broken?.id])
    expect(await idsOf(ani, 'perbaikan')).toEqual([mended?.id])
    expect(await idsOf(ani, 'jemba')).toHaveLength(2)
    expect(await idsOf(ani, 'jembatan -baik')).toEqual([broken?.id])
    expect(await idsOf(ani, '"gantung itu"')).toEqual([broken?.id])
    expect((await idsOf(ani, 'gantung parah')).sort()).toEqual([broken?.id, other?.id].sort())
    const [hit] = (await ask(ani, 'rusak')).items
    const { text = '', marks = [] } = hit?.highlight ?? {}
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['kerusakan'])
  })

  test('is found with letters wrong, and it is said that it is only alike', async () => {
    const { id } = await caseOf(house, said('Puskesmas Kembang Seri tutup terus'))
    await indexed()
    const found = await ask(ani, 'puskesmaz kembng')
    expect(found.how).toBe('similar')
    expect(found.items.map(({ case: one }) => one.id)).toEqual([id])
    expect(await idsOf(ani, 'zzzqqqxxx')).toEqual([])
  })

  test('of a post that joins, moves or loses its words is found where it is', async () => {
    const [one, two] = await casesOf(house, [said('Trotoar kenanga amblas'), said('Halte roboh')])
    if (!one || !two) throw new Error('not opened')
    await indexed()
    const pair = {
      into: { caseId: two.id, version: null },
      from: { caseId: one.id, version: null },
    }
    await house.merging.merge(chief, pair, () => true)
    await indexed()
    expect(await idsOf(ani, 'amblas')).toContain(two.id)
    await house.ask(`update posts set text = '[dihapus]' where text like 'Trotoar kenanga%'`)
    await indexed()
    expect(await idsOf(ani, 'amblas -kenanga')).toEqual([])
    expect(await idsOf(ani, 'amblas')).toEqual([one.id])
  })

  test('ten years ago is found like today', async () => {
    const { id } = await caseOf(house, said('Pasar purwodadi becek'))
    await house.ask(
      `update cases set opened_at = now() - interval '10 years', is_open = false, state = 'closed',
       last_post_at = now() - interval '10 years' where id = $1`,
      [id],
    )
    await indexed()
    expect(await idsOf(ani, 'purwodadi')).toEqual([id])
    expect(await idsOf(ani, 'purwodadi sejak:2026-01-01')).toEqual([])
  })
})

describe('filters', () => {
  const place = (name: string, code: string | null = null) =>
    ({ name, level: 'district', code, ambiguous: false }) as const
  let made: Record<'late' | 'tomorrow' | 'ended' | 'off' | 'plain', Case>

  beforeAll(async () => {
    const wishes = [
      said('satgas uji', { dueAt: new Date(Date.now() - HOUR), urgency: 'P1' }),
      said('satgas uji', { dueAt: new Date(Date.now() + DAY), place: place('Ratu Agung') }),
      said('satgas uji', { category: 'air.pdam' }),
      said('satgas uji', { dueAt: new Date(Date.now() + 9 * DAY) }),
      said('satgas uji', { agencyId: null, dueAt: null }),
    ]
    const [late, tomorrow, ended, off, plain] = await casesOf(house, wishes)
    if (!late || !tomorrow || !ended || !off || !plain) throw new Error('not opened')
    made = { late, tomorrow, ended, off, plain }
    const change = (id: string, rule: typeof dismiss) =>
      house.cases.change(ani, id, null, (current) => rule(current, ani, house.clock.now(), 'uji'))
    await change(ended.id, dismiss)
    await change(off.id, (current, viewer, now, reason) =>
      snooze(current, viewer, now, { until: null, forReply: true, reason }),
    )
    await indexed()
  })

  const named = async (text: string) => {
    const ids = await idsOf(chief, `${text} satgas`)
    return Object.entries(made)
      .filter(([, { id }]) => ids.includes(id))
      .map(([name]) => name)
  }

  test.each([
    ['opd:pupr', ['late', 'tomorrow', 'ended', 'off']],
    ['opd:kosong', ['plain']],
    ['-opd:pupr', ['plain']],
    ['wil:"ratu agung"', ['tomorrow']],
    ['-wil:ratu', ['late', 'ended', 'off', 'plain']],
    ['status:bukan-layanan', ['ended']],
    ['status:ditunda', ['off']],
    ['-status:terbuka', ['ended']],
    ['tenggat:lewat', ['late']],
    ['tenggat:besok', ['tomorrow']],
    ['urg:P1', ['late']],
    ['sejak:1h', ['late', 'tomorrow', 'ended', 'off', 'plain']],
  ])('%s finds %j', async (text, names) => {
    expect(await named(text)).toEqual(names)
  })

  test('alone, without any word, find what they name', async () => {
    expect(await idsOf(chief, `kode:${made.late.code}`)).toEqual([made.late.id])
    expect(await idsOf(chief, 'urg:P1 tenggat:lewat')).toEqual([made.late.id])
  })

  test('that are no filters are refused with a sentence', async () => {
    const refused = await searchCases(house, ani, { text: 'opd:apa', sort: 'rank', limit: 5 })
    expect(refused).toMatchObject({ code: 'search-query' })
  })
})

describe('nobody finds what they may not see', () => {
  test('by any word, filter, likeness or order', async () => {
    const [secret, foreign, own] = await casesOf(house, [
      said('kuitansi siluman', { agencyId: 'inspektorat', confidential: true }),
      said('kuitansi siluman', { governmentId: REGENCY }),
      said('kuitansi siluman'),
    ])
    await indexed()
    const health = await officer(house, 'dinkes')
    const inspector = await person(house, { roles: ['inspectorate'], agencyId: 'inspektorat' })
    for (const text of [
      'kuitansi',
      '"kuitansi siluman"',
      'kuitanssi silumann',
      '-tidakada kuitansi',
    ])
      for (const sort of ['rank', 'newest'] as const) {
        const ids = async (who: Viewer) =>
          (await ask(who, text, { sort })).items.map(({ case: { id } }) => id).sort()
        expect(await ids(ani), text).toEqual([own?.id])
        expect(await ids(chief), text).toEqual([own?.id])
        expect(await ids(health), text).toEqual([])
        expect(await ids(inspector), text).toEqual([secret?.id, own?.id].sort())
        expect(
          await ids(await person(house, { roles: ['coordinator'], governmentId: REGENCY })),
        ).toEqual([foreign?.id])
      }
    expect(await idsOf(chief, `kode:${secret?.code}`)).toEqual([])
  })
})

describe('turning the pages', () => {
  test.each(['rank', 'newest'] as const)('by %s shows each case once', async (sort) => {
    const word = `halaman${sort}`
    const many = await casesOf(
      house,
      Array.from({ length: 23 }, (_, n) => said(`${word} ${'kata '.repeat(n % 5)}`)),
    )
    await indexed()
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await ask(ani, word, { sort, limit: 5, ...(cursor ? { cursor } : {}) })
      seen.push(...page.items.map(({ case: { id } }) => id))
      cursor = page.next ?? undefined
    } while (cursor)
    expect([...seen].sort()).toEqual(many.map(({ id }) => id).sort())
    expect(new Set(seen).size).toBe(seen.length)
  })

  test.each(['x', 'WzEsMl0', Buffer.from('["9e999","x"]').toString('base64url')])(
    'a marker that somebody made up is refused: %s',
    async (cursor) => {
      const found = await searchCases(house, ani, { text: 'jalan', sort: 'rank', limit: 5, cursor })
      expect(found).toMatchObject({ code: 'bad-cursor' })
    },
  )

  test.each([
    "'; drop table cases; --",
    "' & ! | <-> ( ) :* \\ x",
    '\0 a',
    '%_% a',
    '𝒜'.repeat(300),
  ])('hostile words are words like any other (%#)', async (text) => {
    const found = await searchCases(house, ani, { text, sort: 'rank', limit: 5 })
    expect(['found', 'refused']).toContain(found.kind)
  })
})

describe('the index', () => {
  test('says how much is missing, and goes on where it was stopped', async () => {
    await house.ask('delete from case_texts')
    await house.ask(
      'insert into search_waiting (government_id, case_id) select government_id, id from cases',
    )
    const before = (await ask(ani, 'opd:pupr')).waiting
    expect(before).toBeGreaterThan(20)
    expect(await house.searchIndex.refresh(7, () => ({ words: "'x':1", lexemes: [] }))).toBe(7)
    const failing = house.searchIndex.refresh(7, () => {
      throw new Error('the worker dies')
    })
    await expect(failing).rejects.toThrow()
    expect((await ask(ani, 'opd:pupr')).waiting).toBe(before - 7)
    await indexed()
    expect((await ask(ani, 'opd:pupr')).waiting).toBe(0)
  })

  test('two at once do not digest the same case', async () => {
    await casesOf(house, [{}, {}, {}])
    const digested: string[] = []
    const digest = ({ caseId }: { caseId: string }) => {
      digested.push(caseId)
      return { words: "'y':1", lexemes: [] }
    }
    await Promise.all([1, 2, 3].map(() => house.searchIndex.refresh(100, digest)))
    expect(new Set(digested).size).toBe(digested.length)
  })
})
