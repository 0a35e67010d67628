import { type Static, Type } from 'typebox'
import type { IncomingPost } from '../../core/post.ts'
import type { PollInput, PollResult } from '../../ports/connector.ts'
import { listOf, readCursor, textOf } from '../cursor/read-input.ts'
import { remember, unseen } from '../cursor/seen.ts'
import { floorOf, freshSweep, type SweepRules, SweepState, turnPage } from '../cursor/sweep.ts'
import type { Stop } from '../http/call.ts'
import { serviceOf } from './api.ts'
import { listMentions, type PostList, readByAddress, searchPosts } from './lists.ts'
import { addressesIn, incomingPost } from './to-post.ts'

const BlueskyCursor = Type.Object({
  /** Whose notifications these are: another account begins anew. */
  account: Type.String(),
  /** The list that is read next: a keyword, or the empty text for the notifications. */
  list: Type.String(),
  sweeps: Type.Record(Type.String(), SweepState),
  seen: Type.Array(Type.String()),
})
type BlueskyCursor = Static<typeof BlueskyCursor>

const MINUTE = 60_000
const MENTIONS = ''
const REMEMBERED = 2000

/** One page of one list: first the notifications, then keyword by keyword. */
export async function pollBluesky(input: PollInput): Promise<PollResult> {
  const missing = missingOf(input)
  if (missing.length > 0) return { kind: 'idle', missing }
  const lists = [MENTIONS, ...listOf(input, 'keywords')]
  const cursor = openCursor(input, lists)
  const sweep = cursor.sweeps[cursor.list] ?? freshSweep()
  const rules: SweepRules = {
    now: input.now,
    overlapMs: 10 * MINUTE,
    firstLookMs: 48 * 60 * MINUTE,
    pagesBelow: 0,
  }
  const page = await readList(input, cursor.list, new Date(floorOf(sweep, rules)), sweep)
  if (page.kind !== 'posts') return page
  const views = unseen(page.posts, (view) => view.uri, cursor.seen)
  const posts = await toPosts(input, page, views)
  if ('kind' in posts) return posts
  const turned = turnPage(sweep, { times: page.times, next: page.next, fresh: views.length }, rules)
  const next: BlueskyCursor = {
    ...cursor,
    sweeps: { ...cursor.sweeps, [cursor.list]: turned.sweep },
    seen: remember(
      cursor.seen,
      views.map((view) => view.uri),
      REMEMBERED,
    ),
  }
  return { kind: 'page', posts, ...nextList(next, lists, turned.done) }
}

function missingOf(input: PollInput): string[] {
  return [
    ['identifier', 'Nama akun Bluesky'],
    ['appPassword', 'Kata sandi aplikasi Bluesky'],
  ].flatMap(([name = '', label = '']) => (textOf(input, name) ? [] : [label]))
}

function openCursor(input: PollInput, lists: string[]): BlueskyCursor {
  const account = `${serviceOf(input)} ${textOf(input, 'identifier').toLowerCase()}`
  const known = readCursor(BlueskyCursor, input.cursor)
  if (known?.account !== account) return { account, list: MENTIONS, sweeps: {}, seen: [] }
  return lists.includes(known.list) ? known : { ...known, list: MENTIONS }
}

const readList = (
  input: PollInput,
  list: string,
  since: Date,
  { page }: SweepState,
): Promise<PostList | Stop> =>
  list === MENTIONS
    ? listMentions(input, page?.token ?? null)
    : searchPosts(input, list, since, page?.token ?? null)

/** What we say ourselves is no citizen's post. A reply to us is read with what it answers, a quote with what it quotes. */
async function toPosts(
  input: PollInput,
  { session }: PostList,
  views: PostList['posts'],
): Promise<IncomingPost[] | Extract<Stop, { kind: 'wait' }>> {
  const foreign = views.filter((view) => view.author.did !== session.did)
  const wanted = foreign.flatMap((view) => addressesIn(view, session))
  const others = await readByAddress(input, [...new Set(wanted)])
  if (!(others instanceof Map)) return others
  return foreign.map((view) => incomingPost(view, session, others, input.now))
}

function nextList(
  cursor: BlueskyCursor,
  lists: string[],
  done: boolean,
): { cursor: BlueskyCursor; more: boolean } {
  if (!done) return { cursor, more: true }
  const next = lists[lists.indexOf(cursor.list) + 1]
  const sweeps = Object.fromEntries(
    Object.entries(cursor.sweeps).filter(([list]) => lists.includes(list)),
  )
  return { cursor: { ...cursor, sweeps, list: next ?? MENTIONS }, more: next !== undefined }
}
