import { eq } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import { isOpen } from '../core/case-state.ts'
import { openedByHand } from '../core/undo.ts'
import type { NewCase, OpeningTask } from '../ports/gathering.ts'
import type { Ids } from '../ports/ids.ts'
import type { PostThatWasRead } from '../ports/reading.ts'
import { addAuthor, addBands } from './case-members.ts'
import { toCase } from './case-rows.ts'
import type { Queryable } from './database.ts'
import { raisedData, raiserOf } from './raised-post.ts'
import { runClocks } from './run-clocks.ts'
import { cases } from './schema/cases.ts'
import { governments } from './schema/governments.ts'
import { tasks } from './schema/tasks.ts'
import { writeEvents } from './write-event.ts'

/** Four attempts at a free code: one in 27,000,000,000 is taken by chance. */
const CODE_ATTEMPTS = 4

const prefixOf = async (tx: Queryable, governmentId: string): Promise<string> => {
  const [row] = await tx
    .select({ prefix: governments.codePrefix })
    .from(governments)
    .where(eq(governments.id, governmentId))
  return row?.prefix ?? 'TGP'
}

export type CaseToInsert = Omit<typeof cases.$inferInsert, 'id' | 'governmentId' | 'code'>

/** A case under a code that is free. */
export const insertCase = async (
  tx: Queryable,
  ids: Ids,
  governmentId: string,
  wanted: CaseToInsert,
): Promise<Case> => {
  const prefix = await prefixOf(tx, governmentId)
  for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt++) {
    const [row] = await tx
      .insert(cases)
      .values({ ...wanted, id: ids.next(), governmentId, code: ids.code(prefix) })
      .onConflictDoNothing({ target: cases.code })
      .returning()
    if (row) return toCase(row)
  }
  throw new Error('No free tracking code was found')
}

const rowOf = (
  { post }: PostThatWasRead,
  { tasks: _tasks, continues: _before, ...wanted }: NewCase,
  now: Date,
): CaseToInsert => {
  const state = wanted.agencyId ? ('referred' as const) : ('new' as const)
  const at = post.postedAt ?? post.receivedAt
  return {
    state,
    isOpen: isOpen(state),
    ...wanted,
    openedAt: now,
    firstPostAt: at,
    lastPostAt: at,
    postCount: 1,
    authorCount: 1,
    sample: post.sample,
    history: post.history,
  }
}

/** Opens a case with its first post, its event, its author and its bands. */
export const openCase = async (
  tx: Queryable,
  ids: Ids,
  read: PostThatWasRead,
  wanted: NewCase,
  now: Date,
): Promise<Case> => {
  const opened = await insertCase(tx, ids, read.post.governmentId, rowOf(read, wanted, now))
  await addAuthor(tx, opened, read.post)
  await addBands(tx, opened, read.gatherable)
  await writeEvents(tx, [
    {
      governmentId: opened.governmentId,
      caseId: opened.id,
      type: 'opened',
      actor: raiserOf(read.post),
      at: now,
      toAgencyId: opened.agencyId,
      data: {
        ...{ postId: read.post.id, platform: read.post.platform, because: wanted.because },
        ...(raiserOf(read.post) ? openedByHand(opened, now) : {}),
        ...raisedData(read.post),
        ...(wanted.continues
          ? { otherId: wanted.continues.id, otherCode: wanted.continues.code }
          : {}),
      },
    },
    ...goesOnIn(opened, wanted.continues, now),
  ])
  await openTasks(tx, ids, opened, wanted.tasks, now)
  return runClocks(tx, null, opened, { type: 'opened', at: now })
}

/** The two are linked by their histories: each names the other. */
const goesOnIn = (
  opened: Case,
  continues: NewCase['continues'],
  at: Date,
): Parameters<typeof writeEvents>[1] => {
  if (!continues) return []
  const { governmentId, id: otherId, code: otherCode } = opened
  const data = { otherId, otherCode }
  return [{ governmentId, caseId: continues.id, type: 'continued', actor: null, at, data }]
}

/** By the agency that received the case, or by its desk. */
const openTasks = async (
  tx: Queryable,
  ids: Ids,
  opened: Case,
  wanted: OpeningTask[],
  now: Date,
): Promise<void> => {
  for (const { kind, title, target } of wanted) {
    const { id: caseId, governmentId, agencyId } = opened
    const id = ids.next()
    const task = { id, governmentId, caseId, kind, agencyId, title, target, startedAt: now }
    await tx.insert(tasks).values(task)
    const data = { taskId: id, taskKind: kind, text: title }
    const told = { governmentId, caseId, actor: null, at: now, type: 'task-opened' as const, data }
    await writeEvents(tx, [told])
  }
}
