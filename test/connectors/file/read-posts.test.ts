import { describe, expect, it } from 'vitest'
import type { ReadLine } from '../../../src/connectors/file/read-line.ts'
import { type FileFormat, formatOf, readPosts } from '../../../src/connectors/file/read-posts.ts'
import { readTime } from '../../../src/connectors/file/read-time.ts'

const read = async (bytes: string | Buffer, format: FileFormat, chunk = 7) => {
  const whole = Buffer.from(bytes as string)
  const pieces = async function* () {
    for (let at = 0; at < whole.length; at += chunk) yield whole.subarray(at, at + chunk)
  }
  const lines: ReadLine[] = []
  for await (const line of readPosts(pieces(), format)) lines.push(line)
  return lines
}
const jsonl = (...lines: unknown[]) =>
  read(lines.map((line) => JSON.stringify(line)).join('\n'), 'jsonl')

describe('a JSONL file', () => {
  it('is read with all that `understand` takes', async () => {
    const [line] = await jsonl({
      id: 'lapor-1',
      text: 'Jalan rusak',
      platform: 'lapor',
      author: 'warga',
      postedAt: '2026-11-21T08:30:00+07:00',
      url: 'https://www.lapor.go.id/laporan/1',
      context: { parentText: 'Info', account: 'dinaspu' },
      engagement: { likes: 2 },
      affair: 'jalan',
    })
    expect(line).toEqual({
      line: 1,
      kind: 'post',
      post: {
        platform: 'lapor',
        externalId: 'lapor-1',
        text: 'Jalan rusak',
        author: { id: null, handle: 'warga' },
        postedAt: new Date('2026-11-21T01:30:00Z'),
        url: 'https://www.lapor.go.id/laporan/1',
        context: { parentText: 'Info', account: 'dinaspu' },
        engagement: { likes: 2 },
        language: null,
      },
    })
  })

  it('brings nothing but what is known: no screenshot of ours, no field of its own', async () => {
    const hostile = `{"id":"1","text":"jalan","context":{"parentText":"Info","attachmentId":"${'0'.repeat(36)}",
      "__proto__":{"account":"x"},"a\\u0000b":1,"deep":${'['.repeat(9000)}${']'.repeat(9000)}},
      "engagement":{"likes":2,"a\\u0000b":1}}`
    const [line] = await read(hostile.replaceAll('\n', ' '), 'jsonl', 4096)
    expect(line).toMatchObject({
      kind: 'post',
      post: { context: { parentText: 'Info' }, engagement: { likes: 2 } },
    })
    const { context, engagement } = line?.kind === 'post' ? line.post : {}
    expect([Object.keys(context ?? {}), Object.keys(engagement ?? {})]).toEqual([
      ['parentText'],
      ['likes'],
    ])
  })

  it('names the broken lines and reads on', async () => {
    const lines = await read(
      '{"text":"a"}\n\n{"text":\n{"id":1}\n[]\n{"text":"  "}\n{"text":"b"}',
      'jsonl',
    )
    expect(lines.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'post'],
      [3, 'broken'],
      [4, 'broken'],
      [5, 'broken'],
      [6, 'broken'],
      [7, 'post'],
    ])
    expect(lines.find(({ line }) => line === 4)).toMatchObject({ raw: '{"id":1}' })
  })

  it('gives a post without an id the same one at every import', async () => {
    const post = { text: 'Jalan rusak', author: 'w' }
    const [first, again, other] = await jsonl(post, post, { ...post, author: 'x' })
    const id = (line: typeof first) => (line?.kind === 'post' ? line.post.externalId : null)
    expect(id(first)).toMatch(/^isi-/)
    expect(id(again)).toBe(id(first))
    expect(id(other)).not.toBe(id(first))
  })

  it('finds the id of a link, as a connector would', async () => {
    const url = 'https://www.tiktok.com/@a/video/7300000000000000000?is_from_webapp=1'
    const [line] = await jsonl({ text: 'Jalan rusak', url })
    expect(line).toMatchObject({
      post: { platform: 'tiktok', externalId: '7300000000000000000' },
    })
  })

  it.each([
    ['IG', 'instagram'],
    ['Twitter', 'x'],
    ['SP4N-LAPOR!', 'lapor'],
    ['Koran Desa', 'other'],
    ['__proto__', 'other'],
  ])('knows %s as %s', async (name, platform) => {
    const [line] = await jsonl({ text: 'Jalan rusak', platform: name })
    expect(line).toMatchObject({ post: { platform } })
  })
})

describe('a CSV file', () => {
  it.each([
    [
      'Excel in Indonesia',
      '\ufeffID;Teks;Kanal;Akun;Tanggal;Tautan\r\n1;"a; b";IG;@w;21/11/2026 08.30;\r\n',
    ],
    [
      'Excel elsewhere',
      'id,text,platform,author,postedAt,url\n1,"a; b",instagram,@w,2026-11-21T01:30:00Z,\n',
    ],
    ['a table with sep=', 'sep=;\nid;isi;kanal;penulis;waktu\n1;a; b;ig;@w;21-11-2026 08:30\n'],
  ])('is read from %s', async (_who, csv) => {
    const [line] = await read(csv.replace('1;a; b;', '1;"a; b";'), 'csv')
    expect(line).toMatchObject({
      kind: 'post',
      post: {
        externalId: '1',
        text: 'a; b',
        platform: 'instagram',
        author: { handle: '@w' },
        postedAt: new Date('2026-11-21T01:30:00Z'),
      },
    })
  })

  it('keeps the letters of a file in Latin-1', async () => {
    const [line] = await read(Buffer.from('teks\ncaf\xe9 tutup', 'latin1'), 'csv')
    expect(line).toMatchObject({ post: { text: 'café tutup' } })
  })

  it('keeps lines within quotes together', async () => {
    const lines = await read('teks;id\n"baris satu\nbaris dua";1\ntiga;2\n', 'csv')
    expect(lines).toMatchObject([
      { line: 2, post: { text: 'baris satu\nbaris dua' } },
      { line: 4, post: { text: 'tiga' } },
    ])
  })

  it('names the rows that it cannot read, and why', async () => {
    const csv = 'teks;tanggal\nsatu;kemarin\n;21/11/2026\ndua;31/02/2026\n"tiga ""3"" ";\n'
    expect(await read(csv, 'csv')).toMatchObject([
      { line: 2, kind: 'broken', because: 'waktu "kemarin" tidak terbaca' },
      { line: 3, kind: 'broken', because: 'teks kosong' },
      { line: 4, kind: 'broken' },
      { line: 5, kind: 'post', post: { text: 'tiga "3"' } },
    ])
  })

  it('loses only the row of a quote that is never closed', async () => {
    const rest = Array.from({ length: 300 }, (_, n) => `jalan ${n} 5" lebar;\n`)
    const lines = await read(`teks;tanggal\nsatu;\n"dua;\n${rest.join('')}`, 'csv', 5000)
    expect(lines.slice(0, 4)).toMatchObject([
      { line: 2, kind: 'post' },
      { line: 3, kind: 'broken', because: expect.stringContaining('tanda kutip') },
      { line: 4, kind: 'post', post: { text: 'jalan 0 5" lebar' } },
      { line: 5, kind: 'post' },
    ])
    expect(lines).toHaveLength(302)
  })

  it('says that a table without texts is none of posts', async () => {
    expect(await read('nama;nilai\na;1', 'csv')).toMatchObject([
      { line: 1, kind: 'broken', because: expect.stringContaining('kolom teks') },
    ])
    expect(await read('', 'csv')).toMatchObject([{ kind: 'broken' }])
  })

  it('is known by its name', () => {
    expect(['a.CSV', 'b.tsv', 'c.jsonl', 'd'].map(formatOf)).toEqual([
      'csv',
      'csv',
      'jsonl',
      'jsonl',
    ])
  })
})

describe('a time in a file', () => {
  it.each([
    ['2026-11-21T01:30:00Z', '2026-11-21T01:30:00.000Z'],
    ['2026-11-21T08:30:00.123+07:00', '2026-11-21T01:30:00.000Z'],
    ['2026-11-21 08:30', '2026-11-21T01:30:00.000Z'],
    ['21/11/2026 08.30 WITA', '2026-11-21T00:30:00.000Z'],
    ['1/2/2026', '2026-01-31T17:00:00.000Z'],
    ['2026-11-21 08:30:00+07', '2026-11-21T01:30:00.000Z'],
    ['2026-11-21T08:30:00+0530', '2026-11-21T03:00:00.000Z'],
  ])('%s is %s', (text, iso) => {
    expect(readTime(text, '+07:00')?.toISOString()).toBe(iso)
  })

  it.each(['', 'kemarin', '31/02/2026', '2026-13-01', '1700000000', '21/11/26'])(
    '%s is no moment',
    (text) => {
      expect(readTime(text, '+07:00')).toBeNull()
    },
  )

  it('that is a page of blanks is no moment, and costs none', () => {
    const began = performance.now()
    expect(readTime(`2026-11-21${' '.repeat(100_000)}\nx`, '+07:00')).toBeNull()
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('a line that takes a post back', () => {
  it('names it by its id, or by its link as a connector would have found it', async () => {
    const url = 'https://www.tiktok.com/@warga/video/7412345678901234567'
    expect(
      await jsonl({ deleted: true, id: 'a-1', platform: 'x' }, { deleted: true, url }),
    ).toEqual([
      { line: 1, kind: 'deleted', name: { platform: 'x', externalId: 'a-1' } },
      { line: 2, kind: 'deleted', name: { platform: 'tiktok', externalId: '7412345678901234567' } },
    ])
  })

  it('that names nothing is looked at by a person', async () => {
    expect(await jsonl({ deleted: true })).toMatchObject([{ kind: 'broken' }])
  })
})
