import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { broken, type ReadLine } from './read-line.ts'
import { type ByteStream, textLines } from './text-lines.ts'
import { type GivenPost, nameOf, toPost } from './to-post.ts'

const Text = Type.Optional(Type.Union([Type.String(), Type.Null()]))
const Count = Type.Optional(Type.Integer({ minimum: 0 }))

/** Other fields are none of ours and stay behind (`affair`, `functions`). */
const Line = Type.Object({
  id: Type.Optional(Type.Union([Type.String(), Type.Integer(), Type.Null()])),
  text: Type.String(),
  platform: Text,
  author: Text,
  postedAt: Text,
  url: Text,
  context: Type.Optional(
    Type.Object({
      parentText: Type.Optional(Type.String()),
      parentAuthor: Type.Optional(Type.String()),
      account: Type.Optional(Type.String()),
      mentions: Type.Optional(Type.Array(Type.String())),
      mediaText: Type.Optional(Type.String()),
      quotes: Type.Optional(
        Type.Object({
          id: Type.String({ minLength: 1, maxLength: 500 }),
          text: Type.Optional(Type.String()),
          author: Type.Optional(Type.String({ maxLength: 300 })),
        }),
      ),
    }),
  ),
  engagement: Type.Optional(
    Type.Object({ likes: Count, shares: Count, replies: Count, views: Count }),
  ),
})

/** A line that takes a post back: how it is found, no text. */
const Deletion = Type.Object({
  deleted: Type.Literal(true),
  id: Type.Optional(Type.Union([Type.String(), Type.Integer(), Type.Null()])),
  platform: Text,
  url: Text,
})

export async function* readJsonl(stream: ByteStream, zone: string): AsyncGenerator<ReadLine> {
  for await (const { line, text, cut } of textLines(stream)) {
    if (text.trim() === '') continue
    yield cut ? broken(line, text, 'baris terlalu panjang') : readLine(line, text, zone)
  }
}

function readLine(line: number, text: string, zone: string): ReadLine {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return broken(line, text, 'bukan JSON yang utuh')
  }
  if (Value.Check(Deletion, value)) return readDeletion(line, text, value)
  if (!Value.Check(Line, value)) return broken(line, text, faultOf(value))
  const made = toPost(given(value), zone)
  return made.kind === 'post' ? { line, ...made } : broken(line, text, made.because)
}

function readDeletion(line: number, text: string, value: Static<typeof Deletion>): ReadLine {
  const { id, platform, url } = value
  const name = nameOf({ id: id === undefined || id === null ? null : String(id), platform, url })
  return name
    ? { line, kind: 'deleted', name }
    : broken(line, text, 'kiriman yang dihapus tidak dapat dikenali: isi "id" atau "url"')
}

function given({ id, ...rest }: ReturnType<typeof Value.Parse<typeof Line>>): GivenPost {
  return { ...rest, id: id === undefined || id === null ? null : String(id) }
}

function faultOf(value: unknown): string {
  const path = Value.Errors(Line, value)[0]?.instancePath.slice(1).replaceAll('/', '.')
  return path ? `isian "${path}" tidak sesuai` : 'isian "text" tidak ada'
}
