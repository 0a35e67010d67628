import { eq } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { TargetChange } from '../core/target-rules.ts'
import type { Answers } from '../ports/answers.ts'
import type { Clock } from '../ports/clock.ts'
import { deliver } from './answer-delivery.ts'
import { type TargetRow, toAnswer, toTarget } from './answer-rows.ts'
import type { Database, Queryable } from './database.ts'
import { answers, answerTargets } from './schema/answers.ts'
import { lockedCase } from './seen-case.ts'
import { writeAudit } from './write-audit.ts'

/** Whoever changes a reply holds its case, as the outbox does: first the case, then the reply. */
const lockedTarget = async (tx: Queryable, viewer: Viewer, targetId: string) => {
  const [found] = await tx
    .select({ caseId: answerTargets.caseId })
    .from(answerTargets)
    .where(eq(answerTargets.id, targetId))
  const about = found ? await lockedCase(tx, viewer, found.caseId) : null
  const [target] = await tx
    .select()
    .from(answerTargets)
    .where(eq(answerTargets.id, targetId))
    .for('update')
  const [answer] = target
    ? await tx.select().from(answers).where(eq(answers.id, target.answerId))
    : []
  return about && target && answer ? { about, target, answer: toAnswer(answer) } : null
}

const save = async (
  tx: Queryable,
  before: TargetRow,
  { patch, act, told }: TargetChange,
  { viewer, at }: { viewer: Viewer; at: Date },
): Promise<TargetRow> => {
  const byHand = patch.state === 'sent' ? { recordedBy: viewer.userId } : {}
  const [row] = await tx
    .update(answerTargets)
    .set({ ...patch, ...byHand })
    .where(eq(answerTargets.id, before.id))
    .returning()
  const saved = row ?? before
  if (saved.state === 'sent') await deliver(tx, saved, at)
  const { governmentId, caseId } = before
  const after = { targetId: before.id, ...told }
  const change = { before: { state: before.state }, after }
  await writeAudit(tx, [{ governmentId, at, act, subject: `case:${caseId}`, ...change }])
  return saved
}

/** What officers do with one reply of many. */
export const createByHand = (db: Database, clock: Clock): Pick<Answers, 'changeTarget'> => ({
  changeTarget: (viewer, targetId, decide) =>
    db.transaction(async (tx) => {
      const held = await lockedTarget(tx, viewer, targetId)
      if (!held) return refuse('not-found')
      const { about, target, answer } = held
      const sending = target.leaseToken !== null
      const decision = decide({ case: about, answer, target: toTarget(target), sending })
      if (decision.kind === 'refused') return decision
      if (decision.kind === 'unchanged') return { kind: 'changed', target: toTarget(target) }
      const saved = await save(tx, target, decision, { viewer, at: clock.now() })
      return { kind: 'changed', target: toTarget(saved) }
    }),
})
