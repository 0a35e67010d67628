import { and, eq, inArray, isNull } from 'drizzle-orm'
import { firstDelivered } from '../core/answer-delivered.ts'
import { type TargetRow, toAnswer } from './answer-rows.ts'
import { applyChange } from './apply-change.ts'
import { toCase } from './case-rows.ts'
import type { Queryable } from './database.ts'
import { answers, answerTargets } from './schema/answers.ts'
import { cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'
import { writeEvents } from './write-event.ts'

/**
 * A citizen has the answer: their posts are answered, the first of them answers the case, the
 * others are told of. In the transaction that writes the reply's id.
 */
export const deliver = async (tx: Queryable, target: TargetRow, at: Date): Promise<void> => {
  const [caseRow] = await tx
    .select()
    .from(cases)
    .where(eq(cases.id, target.caseId))
    .for('no key update')
  const [first] = await tx
    .update(answers)
    .set({ firstDeliveredAt: at })
    .where(and(eq(answers.id, target.answerId), isNull(answers.firstDeliveredAt)))
    .returning()
  const [row] = first
    ? [first]
    : await tx.select().from(answers).where(eq(answers.id, target.answerId))
  if (!caseRow || !row) return
  await tx.update(answerTargets).set({ deliveredAt: at }).where(eq(answerTargets.id, target.id))
  const answer = toAnswer(row)
  if (answer.qualified) await answered(tx, target, at)
  if (first) {
    const current = toCase(caseRow)
    await applyChange(tx, answer.author, current, firstDelivered(current, answer, target, at), at)
  } else await tellOf(tx, target, answer.author, at)
}

const answered = (tx: Queryable, { postIds }: TargetRow, at: Date) =>
  tx
    .update(posts)
    .set({ answeredAt: at })
    .where(and(inArray(posts.id, postIds), isNull(posts.answeredAt)))

const tellOf = (
  tx: Queryable,
  { governmentId, caseId, platform, externalUrl, answerId, postId }: TargetRow,
  actor: { userId: string; name: string },
  at: Date,
) =>
  writeEvents(tx, [
    {
      governmentId,
      caseId,
      type: 'answer-delivered',
      actor,
      at,
      data: { answerId, postId, platform, ...(externalUrl ? { url: externalUrl } : {}) },
    },
  ])
