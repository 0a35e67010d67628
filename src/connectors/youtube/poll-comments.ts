import type { IncomingPost } from '../../core/post.ts'
import type { PollInput, PollResult } from '../../ports/connector.ts'
import { textOf } from '../cursor/read-input.ts'
import { remember, unseen } from '../cursor/seen.ts'
import { freshSweep, type SweepState, turnPage } from '../cursor/sweep.ts'
import { type CommentCursor, openCursor, type Target, targetsOf } from './cursor.ts'
import { readThreads, type ThreadList } from './read-threads.ts'
import { postsOf } from './thread-posts.ts'
import { withTitles } from './video-titles.ts'

const HOUR = 3_600_000
/** Marks of some twenty pages: more than a sweep reads twice. */
const REMEMBERED = 2000

/** One page of one list; the caller commits it with the cursor and asks for more. */
export async function pollComments(input: PollInput): Promise<PollResult> {
  const targets = targetsOf(input)
  const missing = missingOf(input, targets)
  if (missing.length > 0) return { kind: 'idle', missing }
  const cursor = openCursor(input)
  const target = targets.find((each) => each.id === cursor.target) ?? (targets[0] as Target)
  const sweep = cursor.sweeps[target.id] ?? freshSweep()
  const list = await readThreads(input, target, sweep.page?.token ?? null)
  if (list.kind !== 'threads') return list
  return takeList(input, { ...cursor, target: target.id }, sweep, list)
}

function missingOf(input: PollInput, targets: Target[]): string[] {
  const missing = textOf(input, 'apiKey') ? [] : ['Kunci API YouTube']
  return targets.length > 0 ? missing : [...missing, 'ID kanal atau ID video']
}

async function takeList(
  input: PollInput,
  cursor: CommentCursor,
  sweep: SweepState,
  list: ThreadList,
): Promise<PollResult> {
  const titled = await withTitles(input, cursor.videos, list.threads)
  if (titled.kind === 'wait') return titled
  const all = list.threads.flatMap((thread) => postsOf(thread, titled.videos, input.now))
  const posts = unseen(all, idOf, cursor.seen)
  const times = list.threads.map(
    (thread) => new Date(thread.snippet.topLevelComment.snippet.publishedAt),
  )
  const turned = turnPage(
    sweep,
    { times, next: list.next, fresh: posts.length },
    // threads are ordered by their first comment: late replies show only below the floor
    { now: input.now, overlapMs: HOUR, firstLookMs: 48 * HOUR, pagesBelow: 1 },
  )
  const next: CommentCursor = {
    ...cursor,
    sweeps: { ...cursor.sweeps, [cursor.target]: turned.sweep },
    seen: remember(cursor.seen, posts.map(idOf), REMEMBERED),
    videos: titled.videos,
  }
  return { kind: 'page', posts, ...nextTarget(input, next, turned.done) }
}

const idOf = (post: IncomingPost): string => post.externalId

/** When a list is read to its floor the next one follows; after the last one all begins anew. */
function nextTarget(
  input: PollInput,
  cursor: CommentCursor,
  done: boolean,
): { cursor: CommentCursor; more: boolean } {
  if (!done) return { cursor, more: true }
  const targets = targetsOf(input).map(({ id }) => id)
  const next = targets[targets.indexOf(cursor.target) + 1]
  const sweeps = Object.fromEntries(
    Object.entries(cursor.sweeps).filter(([id]) => targets.includes(id)),
  )
  return { cursor: { ...cursor, sweeps, target: next ?? '' }, more: next !== undefined }
}
