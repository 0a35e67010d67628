import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { Gathering, GatheringDesk } from '../ports/gathering.ts'
import type { Ids } from '../ports/ids.ts'
import type { PostThatWasRead } from '../ports/reading.ts'
import type { DeliveryLinks } from './alert-rows.ts'
import { raiseAlert } from './alert-rows.ts'
import { candidatesFor } from './case-candidates.ts'
import { addAuthor, addBands } from './case-members.ts'
import { toCase } from './case-rows.ts'
import type { Database, Queryable } from './database.ts'
import { lockGathering } from './lock-gathering.ts'
import { openCase } from './open-case.ts'
import { cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'
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
      leaseToken: null,
      leaseUntil: null,
    })
    .where(and(eq(posts.id, post.id), eq(posts.leaseToken, token)))
    .returning({ id: posts.id })
  if (settled.length === 0) throw new Error(`post ${post.id} is not held by this reader`)
}

const graver = ({ reading }: PostThatWasRead, into: Case, dueAt: Date) => ({
  urgency: reading.urgency,
  kind: reading.kind,
  ...(into.dueAt && dueAt < into.dueAt ? { dueAt, escalatedAt: null } : {}),
})

const join = async (
  table: Table,
  read: PostThatWasRead,
  into: Case,
  { because, dueAt }: { because: string[]; dueAt: Date },
  now: Date,
): Promise<Case | null> => {
  const { tx } = table
  const { post, gatherable } = read
  // An officer may have ended it since it was found: then the post opens a case of its own.
  const [open] = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.id, into.id), cases.isOpen))
    .for('no key update')
  if (!open) return null
  const isNewAuthor = await addAuthor(tx, into, post)
  await addBands(tx, into, gatherable)
  const [row] = await tx
    .update(cases)
    .set({
      postCount: sql`${cases.postCount} + 1`,
      authorCount: sql`${cases.authorCount} + ${isNewAuthor ? 1 : 0}`,
      lastPostAt: sql`greatest(${cases.lastPostAt}, ${post.postedAt ?? post.receivedAt})`,
      ...(read.reading.urgency < into.urgency ? graver(read, into, dueAt) : {}),
      // A live post makes a case of imported history a living one.
      history: into.history && post.history,
    })
    .where(eq(cases.id, into.id))
    .returning()
  await settle(table, read, { outcome: 'case', because, caseId: into.id })
  await writeEvents(tx, [
    {
      governmentId: into.governmentId,
      caseId: into.id,
      type: 'post-joined',
      actor: null,
      at: now,
      data: { postId: post.id, platform: post.platform, because },
    },
  ])
  return row ? toCase(row) : into
}

/** Authors are told apart as `authorKeyOf` in core does. */
const AUTHOR = sql`coalesce(author_id, lower(regexp_replace(author_handle, '^@', '')), id::text)`

/** None once the gravest has rung: then nothing can ring any more, and 10,000 posts need no count. */
const arrivalsOf = async (tx: Queryable, caseId: string, since: Date): Promise<Date[]> => {
  const { rows } = await tx.execute<{ at: Date }>(sql`
    select min(coalesce(posted_at, received_at)) as at from posts
    where case_id = ${caseId} and coalesce(posted_at, received_at) >= ${since}
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
  open: async (read, wanted, now) => {
    const opened = await openCase(table.tx, ids, read, wanted, now)
    await settle(table, read, { outcome: 'case', because: wanted.because, caseId: opened.id })
    return opened
  },
  join: (read, into, as, now) => join(table, read, into, as, now),
  settle: (read, outcome, because) => settle(table, read, { outcome, because, caseId: null }),
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
