/** Posts as lines → their readings as lines, in order. Nothing that a line holds ends the run. */
import { type ByteStream, textLines } from '../connectors/file/text-lines.ts'
import { createGatherer } from '../core/gathering.ts'
import type { ReadablePost } from '../core/reading.ts'
import { asHeard, sharedFrom } from '../core/shared-from.ts'
import { gatherableOf, type Reader } from '../language/reader.ts'
import { parsePostLine } from './post-line.ts'

export type UnderstoodLine =
  /** JSON, without the end of the line. */
  { kind: 'read'; json: string } | { kind: 'broken'; line: number; reason: string }

/** A megabyte of emoji as most tools escape them is three; beyond this nobody wrote a post. */
const MOST_BYTES = 16 * 1024 * 1024

export async function* understandLines(
  bytes: ByteStream,
  reader: Reader,
): AsyncGenerator<UnderstoodLine> {
  const gather = createGatherer()
  for await (const { line, text, cut } of textLines(bytes, MOST_BYTES)) {
    if (text.trim() === '') continue
    const read = cut ? failed('baris terlalu panjang') : understandLine(text, reader, gather)
    yield read.kind === 'broken' ? { ...read, line } : read
  }
}

type Understood = { kind: 'read'; json: string } | { kind: 'broken'; reason: string }

const failed = (reason: string): Understood => ({ kind: 'broken', reason })

function understandLine(text: string, reader: Reader, gather: Gather): Understood {
  const parsed = parsePostLine(text)
  if (parsed.kind === 'broken') return parsed
  try {
    return { kind: 'read', json: understood(parsed.post, reader, gather) }
  } catch (error) {
    return failed(`tidak dapat dibaca (${(error as Error).message})`)
  }
}

type Gather = ReturnType<typeof createGatherer>

function understood(post: ReadablePost, reader: Reader, gather: Gather): string {
  const full = reader.readFully(asHeard(post))
  const { kind, category, place, confidential, because, ...rest } = full.reading
  const group = gather(
    gatherableOf(full, {
      thread: post.context?.parentText ?? null,
      sharedFrom: sharedFrom(post.text, post.context?.quotes),
      postedAt: post.postedAt ? Date.parse(post.postedAt) : null,
    }),
  )
  const { id } = post
  const asked = { id, kind, category, ...rest, place, confidential, case: group, because }
  return JSON.stringify(asked)
}
