import { and, desc, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { AnswerChange, AnswerDesk } from '../core/answer-desk.ts'
import { changesOf } from '../core/audit.ts'
import type { Case } from '../core/case.ts'
import { refuse } from '../core/errors.ts'
import type { AnswerGround, Answers } from '../ports/answers.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import { createByHand } from './answer-by-hand.ts'
import { loadDesk } from './answer-desk.ts'
import { toAnswerRow } from './answer-rows.ts'
import { applyChange } from './apply-change.ts'
import type { Database, Queryable } from './database.ts'
import { answers, answerTargets } from './schema/answers.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { users } from './schema/people.ts'
import { lockedCase, seenCase } from './seen-case.ts'
import { visibleTo } from './visible-to.ts'
import { writeAudit } from './write-audit.ts'

const COMPARED_AT_MOST = 500

const groundOf = async (db: Database, about: Case, since: Date): Promise<AnswerGround> => {
  const owner = about.agencyId
  const [recorded, people] = await Promise.all([
    db
      .select({ text: sql<string>`${caseEvents.data} ->> 'text'` })
      .from(caseEvents)
      .where(
        and(
          eq(caseEvents.governmentId, about.governmentId),
          eq(caseEvents.type, 'answered'),
          ne(caseEvents.caseId, about.id),
          gt(caseEvents.at, since),
          owner ? eq(caseEvents.toAgencyId, owner) : isNull(caseEvents.toAgencyId),
          sql`${caseEvents.data} ->> 'text' is not null`,
        ),
      )
      .orderBy(desc(caseEvents.id))
      .limit(COMPARED_AT_MOST),
    db
      .select({ name: users.name })
      .from(users)
      .where(
        and(
          eq(users.governmentId, about.governmentId),
          owner ? eq(users.agencyId, owner) : isNotNull(users.agencyId),
        ),
      )
      .limit(COMPARED_AT_MOST),
  ])
  return {
    places: about.place ? [about.place.name] : [],
    recent: recorded.map(({ text }) => text),
    officers: people.map(({ name }) => name),
  }
}

const save = async (
  tx: Queryable,
  ids: Ids,
  { case: about }: AnswerDesk,
  { answer, others, newTargets, skipped }: AnswerChange,
): Promise<void> => {
  for (const one of [answer, ...others]) {
    const row = toAnswerRow(one, about)
    await tx.insert(answers).values(row).onConflictDoUpdate({ target: answers.id, set: row })
  }
  for (const { id, because } of skipped)
    await tx
      .update(answerTargets)
      .set({ state: 'skipped', because: [because], nextAt: null })
      // what is being sent just now can not be called back
      .where(and(eq(answerTargets.id, id), isNull(answerTargets.leaseToken)))
  const { governmentId, id: caseId } = about
  const rows = newTargets.map((target) => ({ ...target, id: ids.next(), governmentId, caseId }))
  if (rows.length > 0) await tx.insert(answerTargets).values(rows).onConflictDoNothing()
}

/** Drafts and steps that leave no event: the account knows who wrote what, and when. */
const tell = (tx: Queryable, desk: AnswerDesk, { answer }: AnswerChange, at: Date) => {
  const { governmentId, id } = desk.case
  const known = desk.answers.find((one) => one.id === answer.id)
  const { before, after } = known
    ? changesOf(known, answer)
    : { before: null, after: { kind: answer.kind, text: answer.text, state: answer.state } }
  const act = known ? 'answer.changed' : 'answer.drafted'
  const change = { before, after: { ...after, answerId: answer.id } }
  return writeAudit(tx, [{ governmentId, at, act, subject: `case:${id}`, ...change }])
}

export const createAnswers = (db: Database, clock: Clock, ids: Ids): Answers => ({
  desk: async (viewer, caseId) => {
    const about = await seenCase(db, viewer, caseId)
    return about && loadDesk(db, about)
  },

  ground: async (viewer, caseId, since) => {
    const about = await seenCase(db, viewer, caseId)
    return about && groundOf(db, about, since)
  },

  caseOf: async (viewer, answerId) => {
    const [row] = await db
      .select({ caseId: answers.caseId })
      .from(answers)
      .innerJoin(cases, eq(cases.id, answers.caseId))
      .where(and(eq(answers.id, answerId), visibleTo(viewer)))
    return row?.caseId ?? null
  },

  change: (viewer, caseId, decide) =>
    db.transaction(async (tx) => {
      const about = await lockedCase(tx, viewer, caseId)
      if (!about) return refuse('not-found')
      const desk = await loadDesk(tx, about, { hold: true })
      const decision = decide(desk)
      if (decision.kind === 'refused') return decision
      await save(tx, ids, desk, decision)
      const told = { kind: 'changed' as const, patch: {}, event: decision.event }
      if (decision.event) await applyChange(tx, viewer, about, told, clock.now())
      else await tell(tx, desk, decision, clock.now())
      return { kind: 'changed', answer: decision.answer }
    }),

  ...createByHand(db, clock),
})
