/** One line of JSONL → a post, or what is wrong with it (an Indonesian sentence). */
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { ReadablePost } from '../core/reading.ts'

const text = Type.String()
const maybe = Type.Optional(Type.Union([text, Type.Null()]))

/** Other tools add fields of their own (labels, engagement): they are let through unread. */
const LINE = Type.Object({
  id: Type.String({ minLength: 1 }),
  text,
  platform: maybe,
  author: maybe,
  postedAt: maybe,
  url: maybe,
  context: Type.Optional(
    Type.Union([
      Type.Null(),
      Type.Object({
        parentText: maybe,
        parentAuthor: maybe,
        account: maybe,
        mentions: Type.Optional(Type.Union([Type.Array(text), Type.Null()])),
        mediaText: maybe,
      }),
    ]),
  ),
})

export type PostLine = { kind: 'post'; post: ReadablePost } | { kind: 'broken'; reason: string }

export function parsePostLine(line: string): PostLine {
  const parsed = parseJson(line)
  if (parsed === undefined) return { kind: 'broken', reason: 'bukan JSON yang utuh' }
  if (!Value.Check(LINE, parsed)) {
    const fault = Value.Errors(LINE, parsed)[0]
    const field = fault?.instancePath.slice(1) || 'objek dengan "id" dan "text"'
    return { kind: 'broken', reason: `isi tidak sesuai: ${field}` }
  }
  return { kind: 'post', post: withoutNulls(parsed) }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function withoutNulls(line: Static<typeof LINE>): ReadablePost {
  const clean = (record: object) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => value != null))
  const post = clean(line) as unknown as ReadablePost
  return line.context ? { ...post, context: clean(line.context) } : post
}
