import { and, desc, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { TARGET_STATE_LABELS } from '../core/answer.ts'
import type { AnswerChange, AnswerDesk } from '../core/answer-desk.ts'
import { changesOf } from '../core/audit.ts'
import type { Case } from '../core/case.ts'
import { type Refusal, refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { AnswerGround, Answers } from '../ports/answers.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import { deliver } from './answer-delivery.ts'
import { loadDesk } from './answer-desk.ts'
import { toAnswerRow, toTarget } from './answer-rows.ts'
import { applyChange } from './apply-change.ts'
import { toCase } from './case-rows.ts'
import type { Database, Queryable } from './database.ts'
import { answers, answerTargets } from './schema/answers.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { users } from './schema/people.ts'
import { visibleTo } from './visible-to.ts'
import { writeAudit } from './write-audit.ts'

const COMPARED_AT_MOST = 500

const seenCase = async (db: Queryable, viewer: Viewer, caseId: string): Promise<Case | null> => {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleTo(viewer)))
  return row ? toCase(row) : null
}

/** Whoever changes an answer, or sends one, holds its case. */
const lockedCase = async (tx: Queryable, viewer: Viewer, caseId: string): Promise<Case | null> => {
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleTo(viewer)))
    .for('no key update')
  return row ? toCase(row) : null
}

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

const tellTarget = (
  tx: Queryable,
  { about, target }: Held,
  act: 'answer.recorded' | 'answer.skipped',
  at: Date,
  after: Record<string, unknown>,
) => {
  const subject = `case:${about.id}`
  const change = { before: { state: target.state }, after: { targetId: target.id, ...after } }
  return writeAudit(tx, [{ governmentId: about.governmentId, at, act, subject, ...change }])
}

/** What an officer did by hand, or will not do; a reply that is being sent just now is left alone. */
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
  return about && target ? { about, target } : null
}

const OPEN_TARGETS = ['held', 'queued', 'manual', 'failed']

type Allowed = Parameters<Answers['record']>[3]
type Held = NonNullable<Awaited<ReturnType<typeof lockedTarget>>>

const withTarget = async <Done>(
  db: Database,
  viewer: Viewer,
  targetId: string,
  allowed: Allowed,
  work: (tx: Queryable, held: Held) => Promise<Done>,
): Promise<Done | Refusal> =>
  db.transaction(async (tx) => {
    const held = await lockedTarget(tx, viewer, targetId)
    if (!held) return refuse('not-found')
    const refusal = allowed({ case: held.about })
    if (refusal) return refusal
    const { state, leaseToken } = held.target
    if (!OPEN_TARGETS.includes(state) || leaseToken)
      return refuse('target-state', `Balasan ini berstatus “${TARGET_STATE_LABELS[state]}”.`)
    return work(tx, held)
  })

/** What officers say themselves on the platform, or will not say. */
const createByHand = (db: Database, clock: Clock): Pick<Answers, 'record' | 'skip'> => ({
  record: (viewer, targetId, reply, allowed) =>
    withTarget(db, viewer, targetId, allowed, async (tx, held) => {
      const { target } = held
      const [row] = await tx
        .update(answerTargets)
        .set({
          state: 'sent',
          via: 'manual',
          externalId: reply.externalId,
          externalUrl: reply.url,
          recordedBy: viewer.userId,
          nextAt: null,
        })
        .where(eq(answerTargets.id, target.id))
        .returning()
      const saved = row ?? target
      await deliver(tx, saved, clock.now())
      await tellTarget(tx, held, 'answer.recorded', clock.now(), { url: reply.url })
      return { kind: 'recorded' as const, target: toTarget(saved) }
    }),

  skip: (viewer, targetId, reason, allowed) =>
    withTarget(db, viewer, targetId, allowed, async (tx, held) => {
      const { target } = held
      const [row] = await tx
        .update(answerTargets)
        .set({ state: 'skipped', because: [reason], nextAt: null })
        .where(eq(answerTargets.id, target.id))
        .returning()
      await tellTarget(tx, held, 'answer.skipped', clock.now(), { reason })
      return { kind: 'skipped' as const, target: toTarget(row ?? target) }
    }),
})

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
