import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { CaseEventType } from '../core/case-event.ts'
import { type CaseState, next } from '../core/case-state.ts'
import { asMember } from '../core/gathering-rules.ts'
import type { Gathering, GatheringDesk } from '../ports/gathering.ts'
import type { Ids } from '../ports/ids.ts'
import type { PostThatWasRead, PostToRead } from '../ports/reading.ts'
import type { DeliveryLinks } from './alert-rows.ts'
import { raiseAlert } from './alert-rows.ts'
import { candidatesFor, quotedBy, silentBefore } from './case-candidates.ts'
import { addAuthor, addBands } from './case-members.ts'
import { toCase } from './case-rows.ts'
import type { Database, Queryable } from './database.ts'
import { lockGathering } from './lock-gathering.ts'
import { openCase } from './open-case.ts'
import { insertParts } from './part-posts.ts'
import { raisedData, raiserOf, teachRaised } from './raised-post.ts'
import { confirmationUntil, reopeningUntil } from './reporter-windows.ts'
import { runClocks } from './run-clocks.ts'
import { cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'
import { suggest } from './suggestions.ts'
import { writeEvents } from './write-event.ts'

/** The fence: a reader that froze past its lease finds that its posts are no longer its own. */
const stillHeld = async (tx: Queryable, token: string, postIds: string[]) => {
  const rows = await tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.leaseToken, token), inArray(posts.id, postIds)))
    .for('update')
  return new Set(rows.map((row) => row.id))
}

/** A transaction that holds posts by the token of their lease. */
interface Table {
  tx: Queryable
  token: string
}

/** Throws, and so writes nothing at all, where the post is not held any more. */
const settle = async (
  { tx, token }: Table,
  { post, reading, gatherable }: PostThatWasRead,
  end: { outcome: string; because: string[]; caseId: string | null },
): Promise<void> => {
  const settled = await tx
    .update(posts)
    .set({
      stage: 'read',
      reading,
      gatherable,
      outcome: sql`${end.outcome}`,
      because: end.because,
      caseId: end.caseId,
      sharedFrom: gatherable.sharedFrom,
      leaseToken: null,
      leaseUntil: null,
    })
    .where(and(eq(posts.id, post.id), eq(posts.leaseToken, token)))
    .returning({ id: posts.id })
  if (settled.length === 0) throw new Error(`post ${post.id} is not held by this reader`)
}

/** Written after it was solved, in words of one's own: then the problem came back. */
const comesBack = (into: Case, { post, gatherable }: PostThatWasRead): boolean =>
  into.endedAt !== null &&
  gatherable.sharedFrom === null &&
  (post.postedAt ?? post.receivedAt) > into.endedAt

const BACK_AGAIN = {
  state: 'reopened' as const,
  isOpen: true,
  endedAt: null,
  claimedBy: null,
  claimedName: null,
  claimedUntil: null,
  version: sql`${cases.version} + 1`,
}

/**
 * The reporter again, within the window: "belum selesai". Anybody else, or later: it recurred. What was
 * closed without being solved, because nobody replied, goes on: it cannot have come back.
 */
const howItComesBack = async (
  tx: Queryable,
  into: Case,
  { post }: PostThatWasRead,
  isNewAuthor: boolean,
) => {
  if (await reopeningUntil(tx, into)) return 'reopened' as const
  const until = isNewAuthor ? null : await confirmationUntil(tx, into.id)
  const inTime = until !== null && (post.postedAt ?? post.receivedAt) <= until
  return inTime ? ('reporter-unsatisfied' as const) : ('recurred' as const)
}

/** An officer may have ended or moved it since it was found: then null. */
const hold = async (tx: Queryable, into: Case) => {
  const [row] = await tx
    .select({ id: cases.id, state: cases.state })
    .from(cases)
    .where(
      and(eq(cases.id, into.id), eq(cases.isOpen, into.endedAt === null), isNull(cases.mergedInto)),
    )
    .for('no key update')
  return row ?? null
}

/** Who was asked and writes again has replied, in whatever words. */
const replyOf = (
  state: CaseState,
  { gatherable }: PostThatWasRead,
): { state: CaseState; version: SQL } | null => {
  if (gatherable.sharedFrom !== null) return null
  const after = next(state, 'reporter-replies')
  if (after.kind === 'refused') return null
  return { state: after.state, version: sql`${cases.version} + 1` }
}

/** What a post that joins tells of; the last one is what moves the clocks. */
const typesOf = (back: CaseEventType | null, replied: boolean): CaseEventType[] => [
  back ?? 'post-joined',
  ...(replied ? (['reporter-replied'] as const) : []),
]

/** A post that is found late may be the first one; imported history makes no living case older. */
const withinDates = (into: Case, { history, postedAt, receivedAt }: PostToRead) => {
  const at = postedAt ?? receivedAt
  const older = into.history || !history
  return {
    lastPostAt: sql`greatest(${cases.lastPostAt}, ${at})`,
    ...(older && { firstPostAt: sql`least(${cases.firstPostAt}, ${at})` }),
  }
}

const withOneMore = (into: Case, { post, reading }: PostThatWasRead, isNewAuthor: boolean) => ({
  postCount: sql`${cases.postCount} + 1`,
  authorCount: sql`${cases.authorCount} + ${isNewAuthor ? 1 : 0}`,
  ...withinDates(into, post),
  ...(reading.urgency < into.urgency ? { urgency: reading.urgency, kind: reading.kind } : {}),
  // A live post makes a case of imported history a living one.
  history: into.history && post.history,
})

/** Who objects in time says that it never was solved, not that it came back. */
const standingOf = (back: 'recurred' | 'reopened' | 'reporter-unsatisfied' | null) => {
  if (!back) return {}
  return back === 'recurred'
    ? { ...BACK_AGAIN, recurrences: sql`${cases.recurrences} + 1` }
    : BACK_AGAIN
}

const join = async (
  table: Table,
  read: PostThatWasRead,
  into: Case,
  { because }: { because: string[] },
  now: Date,
): Promise<Case | null> => {
  const { tx } = table
  const { post } = read
  const gatherable = asMember(read.gatherable, into.confidential)
  const standing = await hold(tx, into)
  if (!standing) return null
  const isNewAuthor = gatherable.sharedFrom === null && (await addAuthor(tx, into, post))
  const back = comesBack(into, read) ? await howItComesBack(tx, into, read, isNewAuthor) : null
  await addBands(tx, into, gatherable)
  const reply = back || isNewAuthor ? null : replyOf(standing.state, read)
  const [row] = await tx
    .update(cases)
    .set({ ...withOneMore(into, read, isNewAuthor), ...standingOf(back), ...reply })
    .where(eq(cases.id, into.id))
    .returning()
  await settle(table, { ...read, gatherable }, { outcome: 'case', because, caseId: into.id })
  await teachRaised(tx, post, into)
  const { id: caseId, governmentId } = into
  const data = { postId: post.id, platform: post.platform, because, ...raisedData(post) }
  const told = { governmentId, caseId, actor: raiserOf(post), at: now, data }
  const types = typesOf(back, reply !== null)
  await writeEvents(
    tx,
    types.map((type) => ({ ...told, type })),
  )
  const type = types.at(-1) ?? 'post-joined'
  return row ? runClocks(tx, into, toCase(row), { type, at: now, data }) : into
}

/** Authors are told apart as `authorKeyOf` in core does. */
const AUTHOR = sql`coalesce(author_id, lower(regexp_replace(author_handle, '^@', '')),
  coalesce(part_of, id)::text)`

/** None once the gravest has rung: then nothing can ring any more, and 10,000 posts need no count. */
const arrivalsOf = async (tx: Queryable, caseId: string, since: Date): Promise<Date[]> => {
  const { rows } = await tx.execute<{ at: Date }>(sql`
    select min(coalesce(posted_at, received_at)) as at from posts
    where case_id = ${caseId} and shared_from is null and coalesce(posted_at, received_at) >= ${since}
      and not exists (select from alerts
        where case_id = ${caseId} and kind = 'burst' and level = 'viral')
    group by platform, ${AUTHOR}`)
  return rows.map(({ at }) => new Date(at))
}

const deskOf = (
  table: Table,
  ids: Ids,
  links: DeliveryLinks,
  held: ReadonlySet<string>,
): GatheringDesk => ({
  held,
  candidates: (read, like) => candidatesFor(table.tx, read, like),
  quoted: (read) => quotedBy(table.tx, read),
  silentBefore: (read) => silentBefore(table.tx, read),
  open: async (read, wanted, now) => {
    const opened = await openCase(table.tx, ids, read, wanted, now)
    await settle(table, read, { outcome: 'case', because: wanted.because, caseId: opened.id })
    await teachRaised(table.tx, read.post, opened)
    return opened
  },
  reopeningUntil: (about) => reopeningUntil(table.tx, about),
  suggest: (about, perhaps) => suggest(table.tx, about, perhaps),
  join: (read, into, as, now) => join(table, read, into, as, now),
  settle: (read, outcome, because) => settle(table, read, { outcome, because, caseId: null }),
  divide: (read) => insertParts(table.tx, ids, read),
  arrivals: (caseId, since) => arrivalsOf(table.tx, caseId, since),
  raise: (about, alert, now) => raiseAlert(table.tx, ids, links, about, alert, now),
})

export const createGathering = (db: Database, ids: Ids, links: DeliveryLinks): Gathering => ({
  at: (governmentId, { token, postIds }, work) =>
    db.transaction(async (tx) => {
      await lockGathering(tx, governmentId)
      await work(deskOf({ tx, token }, ids, links, await stillHeld(tx, token, postIds)))
    }),
})
