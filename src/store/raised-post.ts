import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { CaseEventData } from '../core/case-event.ts'
import { refuse } from '../core/errors.ts'
import { type Judged, type OutsidePost, raisedCorrection } from '../core/raised-post.ts'
import { hasRight, type Viewer } from '../core/roles.ts'
import type { PostToRead } from '../ports/reading.ts'
import { writeCorrection } from './corrections.ts'
import type { Database, Queryable } from './database.ts'
import { POSTS_CHANNEL } from './receive-posts.ts'
import { posts } from './schema/posts.ts'
import { writeAudit } from './write-audit.ts'

/** In no case, and seen by who keeps the ledger, or by the officer who pasted it. */
const outsideFor = (viewer: Viewer) =>
  and(
    eq(posts.governmentId, viewer.governmentId),
    isNull(posts.caseId),
    or(
      hasRight(viewer.roles, 'ledger:read') ? sql`true` : sql`false`,
      eq(posts.receivedBy, viewer.userId),
    ),
  )

/** Waits to be read once more, with what was said of it; the readers are told. */
export const raisePost = (
  db: Database,
  viewer: Viewer,
  postId: string,
  decide: (found: OutsidePost) => Judged,
  now: Date,
) =>
  db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(posts)
      .where(and(eq(posts.id, postId), outsideFor(viewer)))
      .for('update')
    if (!row) return refuse('not-found')
    const decided = decide({ ...row, deleted: row.deletedAt !== null })
    if (decided.kind === 'refused') return decided
    const { judged } = decided
    await tx
      .update(posts)
      .set({ ...UNREAD, context: { ...row.context, judged } })
      .where(eq(posts.id, postId))
    const { governmentId, userId, name } = viewer
    const { category, kind, reason } = judged
    const changed = {
      before: { outcome: row.outcome, category: judged.before.category },
      after: { category, kind, reason },
    }
    const line = { governmentId, at: now, act: 'post.raised', subject: `post:${postId}` }
    await writeAudit(tx, [{ ...line, actor: { userId, name }, ...changed }])
    await tx.execute(sql`select pg_notify(${POSTS_CHANNEL}, '')`)
    return { kind: 'raised' as const }
  })

const UNREAD = {
  stage: 'received' as const,
  outcome: null,
  because: [],
  attempts: 0,
  queuedAt: null,
  leaseToken: null,
  leaseUntil: null,
}

/** Who brought the post into the queue; null: its reader. */
export const raiserOf = ({ context }: Pick<PostToRead, 'context'>) => context?.judged?.by ?? null

/** What the event of its case says of the officer's word; nothing where none was spoken. */
export const raisedData = ({ context }: Pick<PostToRead, 'context'>): CaseEventData => {
  const judged = context?.judged
  if (!judged) return {}
  return { saidAt: judged.at, ...(judged.reason ? { reason: judged.reason } : {}) }
}

/** A miss of the gate is a labelled example, with who said so and when. */
export const teachRaised = async (
  tx: Queryable,
  { id, context }: Pick<PostToRead, 'id' | 'context'>,
  laid: Case,
): Promise<void> => {
  const judged = context?.judged
  if (!judged) return
  const { correction, grounds } = raisedCorrection(judged, laid)
  const at = new Date(judged.at)
  await writeCorrection(tx, {
    ...correction,
    grounds,
    case: laid,
    by: judged.by,
    at,
    postIds: [id],
  })
}
