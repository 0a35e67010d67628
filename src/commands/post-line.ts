/** One line of JSONL → a post, or what is wrong with it (an Indonesian sentence). */
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { readTime } from '../connectors/file/read-time.ts'
import type { PostContext, ReadablePost } from '../core/reading.ts'

const text = Type.String()
const maybe = Type.Optional(Type.Union([text, Type.Null()]))

const QUOTES = Type.Object({ id: maybe, text: maybe, author: maybe })

const CONTEXT = Type.Object({
  parentText: maybe,
  parentAuthor: maybe,
  account: maybe,
  mentions: Type.Optional(Type.Union([Type.Array(text), Type.Null()])),
  mediaText: maybe,
  quotes: Type.Optional(Type.Union([QUOTES, Type.Null()])),
})

/** Other tools add fields of their own (labels, engagement): they stay behind unread. */
const LINE = Type.Object({
  id: Type.String({ minLength: 1 }),
  text,
  platform: maybe,
  author: maybe,
  postedAt: maybe,
  url: maybe,
  context: Type.Optional(Type.Union([CONTEXT, Type.Null()])),
})

/** A time that names no zone is Jakarta's, as in files that are imported. */
const ZONE = '+07:00'

export type PostLine = { kind: 'post'; post: ReadablePost } | { kind: 'broken'; reason: string }

export function parsePostLine(line: string): PostLine {
  const parsed = parseJson(line)
  if (parsed === undefined) return broken('bukan JSON yang utuh')
  if (!Value.Check(LINE, parsed)) return broken(`isi tidak sesuai: ${faultOf(parsed)}`)
  const said = parsed.postedAt?.trim() ?? ''
  const postedAt = said === '' ? null : readTime(said, ZONE)
  // a moment that nobody can read would join cases across years
  if (said !== '' && postedAt === null)
    return broken(`isi tidak sesuai: postedAt, waktu "${said.slice(0, 40)}" tidak terbaca`)
  return { kind: 'post', post: postOf(parsed, postedAt) }
}

const broken = (reason: string): PostLine => ({ kind: 'broken', reason })

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The field, by its path; of two ways to be right, the one that it tried. */
function faultOf(parsed: unknown): string {
  const paths = Value.Errors(LINE, parsed).map(({ instancePath }) => instancePath.slice(1))
  const deepest = paths.sort((a, b) => b.split('/').length - a.split('/').length)[0]
  return deepest?.replaceAll('/', '.') || 'objek dengan "id" dan "text"'
}

/** Field by field: what is ours alone (`part`, `attachmentId`) does not come from outside. */
function postOf(line: Static<typeof LINE>, postedAt: Date | null): ReadablePost {
  const { id, text, platform, author, url, context } = line
  const moment = postedAt?.toISOString()
  return {
    id,
    text,
    ...given({ platform, author, url, postedAt: moment }),
    ...(context && { context: contextOf(context) }),
  }
}

function contextOf(context: Static<typeof CONTEXT>): PostContext {
  const { parentText, parentAuthor, account, mentions, mediaText, quotes } = context
  return {
    ...given({ parentText, parentAuthor, account, mentions, mediaText }),
    ...(quotes && {
      quotes: { id: quotes.id ?? '', ...given({ text: quotes.text, author: quotes.author }) },
    }),
  }
}

type Given<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> }

/** Without what is null or missing. */
const given = <Fields extends object>(fields: Fields): Given<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as Given<Fields>
