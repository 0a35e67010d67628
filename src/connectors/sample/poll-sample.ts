import { type Static, Type } from 'typebox'
import type { PollInput, PollResult } from '../../ports/connector.ts'
import { readCursor, textOf } from '../cursor/read-input.ts'
import { failed } from '../http/call.ts'
import { readSamplePosts, type SamplePost } from './read-sample-posts.ts'
import { samplePost } from './sample-post.ts'

const SampleCursor = Type.Object({
  /** When the show began: all times follow from it, so a restart continues the same story. */
  anchor: Type.String(),
  /** How many were handed out. */
  index: Type.Integer({ minimum: 0 }),
})
type SampleCursor = Static<typeof SampleCursor>

const AT_ONCE = 60
const SHOW_MS = 10 * 60_000

/** The first posts at once, so that there is something to see; the rest over ten minutes. */
export async function pollSample(input: PollInput): Promise<PollResult> {
  const folder = textOf(input, 'folder')
  if (!folder) return { kind: 'idle', missing: ['Folder data contoh'] }
  const posts = await readSamplePosts(folder).catch(() => null)
  if (!posts) return failed('Data contoh tidak terbaca')
  const cursor = readCursor(SampleCursor, input.cursor) ?? {
    anchor: input.now.toISOString(),
    index: 0,
  }
  return handOut(posts, cursor, input.now)
}

function handOut(posts: SamplePost[], cursor: SampleCursor, now: Date): PollResult {
  const begun = Date.parse(cursor.anchor)
  const shown = Math.min(1, Math.max(0, (now.getTime() - begun) / SHOW_MS))
  const due = Math.min(posts.length, AT_ONCE + Math.floor(shown * (posts.length - AT_ONCE)))
  const index = Math.max(cursor.index, due)
  // the last of the posts is made when the show ends
  const lastMinute = posts.at(-1)?.minute ?? 0
  const zero = begun + SHOW_MS - lastMinute * 60_000
  return {
    kind: 'page',
    posts: posts.slice(cursor.index, index).map((post) => samplePost(post, zero, now)),
    cursor: { anchor: cursor.anchor, index },
    more: false,
  }
}
