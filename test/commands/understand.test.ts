import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { understandLines } from '../../src/commands/understand-lines.ts'
import type { Reader } from '../../src/language/reader.ts'
import { shippedReader } from '../support/shipped-reader.ts'

let reader: Reader

beforeAll(async () => {
  reader = await shippedReader(null)
}, 60_000)

async function understand(text: string, by = reader) {
  const bytes = async function* () {
    yield Buffer.from(text)
  }
  const [read, broken]: [Record<string, unknown>[], Record<number, string>] = [[], {}]
  for await (const line of understandLines(bytes(), by)) {
    if (line.kind === 'read') read.push(JSON.parse(line.json) as Record<string, unknown>)
    else broken[line.line] = line.reason
  }
  return { ids: read.map(({ id }) => id), cases: read.map((each) => each.case), broken }
}

const lines = (...posts: object[]) => posts.map((post) => JSON.stringify(post)).join('\n')
const good = (id: string, more: object = {}) => ({ id, text: 'jalan rusak di Curup', ...more })

describe('a line that cannot be read costs itself only', () => {
  it('a quoted post whose text is a number is named by its field, and the next line is read', async () => {
    const bad = { id: 'a', text: 'tolong min', context: { quotes: { text: 5 } } }
    expect(await understand(lines(bad, good('b')))).toMatchObject({
      ids: ['b'],
      broken: { 1: expect.stringContaining('context.quotes.text') },
    })
  })

  it('a post at which the reader itself stumbles is named by its line', async () => {
    const stumbling: Reader = {
      ...reader,
      readFully: (post) => {
        if (post.id === 'b') throw new Error('tersandung')
        return reader.readFully(post)
      },
    }
    const { ids, broken } = await understand(lines(good('a'), good('b'), good('c')), stumbling)
    expect(ids).toEqual(['a', 'c'])
    expect(broken[2]).toContain('tersandung')
  })

  it('a line longer than sixteen megabytes is skipped', async () => {
    const { ids, broken } = await understand(
      lines(good('a', { text: 'a'.repeat(17_000_000) }), good('b')),
    )
    expect(ids).toEqual(['b'])
    expect(Object.keys(broken)).toEqual(['1'])
  })
})

it('a post of a megabyte is read, even where each letter is escaped', async () => {
  const line = `{"id":"a","text":"${'\\ud83d\\ude21'.repeat(250_000)}"}`
  expect(await understand(line)).toMatchObject({ ids: ['a'], broken: {} })
})

describe('what editors and other tools leave in a file is no fault', () => {
  it('a byte order mark does not cost the first line', async () => {
    expect(await understand(`\ufeff${lines(good('a'))}`)).toMatchObject({ ids: ['a'], broken: {} })
  })

  it('a line separator of Unicode within a text does not end the line', async () => {
    const text = 'jalan rusak\u2028di Curup\u2029tolong'
    expect(await understand(lines(good('a', { text })))).toMatchObject({ ids: ['a'], broken: {} })
  })

  it('lines of Windows, empty lines, and fields of others', async () => {
    const text = `${lines(good('a', { label: { deep: [1] }, engagement: 'many' }))}\r\n\r\n`
    expect(await understand(text)).toMatchObject({ ids: ['a'], broken: {} })
  })

  it('a field that is null is as one that is missing', async () => {
    const context = { parentText: null, mentions: null, quotes: { id: null, text: null } }
    const post = good('a', { platform: null, author: null, postedAt: null, url: null, context })
    expect(await understand(lines(post))).toMatchObject({ ids: ['a'], broken: {} })
  })

  it('a part or a screenshot of ours cannot be named from outside', async () => {
    const context = { part: 'no part', attachmentId: 7 }
    expect(await understand(lines(good('a', { context })))).toMatchObject({
      ids: ['a'],
      broken: {},
    })
  })
})

describe('the moment of a post', () => {
  it('that nobody can read is refused: "kemarin"', async () => {
    const { ids, broken } = await understand(lines(good('a', { postedAt: 'kemarin' })))
    expect(ids).toEqual([])
    expect(broken[1]).toContain('waktu "kemarin" tidak terbaca')
  })

  it('keeps the same words of two years apart, and joins those of one day', async () => {
    const at = (id: string, postedAt: string) =>
      good(id, { text: 'Jalan Merdeka Curup berlubang besar di depan SMAN 1', postedAt })
    const { cases } = await understand(
      lines(
        at('a', '2024-03-01T08:00:00Z'),
        at('b', '2026-03-01T08:00:00+07:00'),
        at('c', '2026-03-01 09:00:00+07'),
      ),
    )
    expect(cases[1]).not.toBe(cases[0])
    expect(cases[2]).toBe(cases[1])
  })
})

it('any value in any field is read or refused, and the line behind it is read', async () => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: 'binary' }))
  const fields = (...names: string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] })
  const quotes = fc.oneof(value, fields('id', 'text', 'author', '__proto__'))
  const context = fc.oneof(
    value,
    fc.record(
      {
        parentText: value,
        parentAuthor: value,
        account: value,
        mentions: fc.oneof(value, fc.array(fc.oneof(fc.string(), value))),
        mediaText: value,
        attachmentId: value,
        part: fc.oneof(value, fields('number', 'of', 'category', 'whole', 'rang')),
        quotes,
      },
      { requiredKeys: [] },
    ),
  )
  const post = fc.record(
    {
      id: fc.oneof(fc.constant('x'), value),
      text: fc.oneof(fc.constant('tolong min'), fc.string(), value),
      platform: value,
      author: value,
      postedAt: value,
      url: value,
      context,
      engagement: value,
      constructor: value,
    },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(post, value), async (thing) => {
      const { ids, broken } = await understand(`${JSON.stringify(thing)}\n${lines(good('last'))}`)
      expect(ids.at(-1)).toBe('last')
      expect(ids.length + Object.keys(broken).length).toBe(2)
      for (const reason of Object.values(broken)) expect(reason).not.toContain('tidak dapat dibaca')
    }),
    { numRuns: 300 },
  )
})
