import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import { unsatisfied } from '../core/confirmation-rules.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Reporters, Verdict } from '../ports/reporters.ts'
import { toCase } from './case-rows.ts'
import type { Database, Queryable } from './database.ts'
import { hashOf } from './ids.ts'
import { objectionUntil } from './reporter-windows.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { reporterLinks } from './schema/reporters.ts'
import { changeBySystem } from './system-change.ts'
import { visibleTo } from './visible-to.ts'
import { writeAudit } from './write-audit.ts'

/** A chain of merges longer than this is a mistake. */
const MERGES_FOLLOWED = 5

const isPublic = and(eq(cases.confidential, false), eq(cases.sample, false))

/** Whoever holds the code of a case that another one took in asks for that one. */
const survivorOf = async (db: Queryable, code: string) => {
  let [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.code, code), isPublic))
  for (let step = 0; row?.mergedInto && step < MERGES_FOLLOWED; step++) {
    const into = eq(cases.id, row.mergedInto)
    ;[row] = await db.select().from(cases).where(and(into, isPublic))
  }
  return row ?? null
}

const tracked = async (db: Database, code: string): ReturnType<Reporters['tracked']> => {
  const row = await survivorOf(db, code)
  if (!row) return null
  const [last] = await db
    .select({ at: sql<Date>`max(${caseEvents.at})`.mapWith(caseEvents.at) })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, row.id), inArray(caseEvents.type, [...STEPS])))
  const { governmentId, state, category, place, agencyId, dueAt } = row
  const about = { code, state, category, place, agencyId, dueAt, answered: row.answeredAt !== null }
  const mayObjectUntil = await objectionUntil(db, row)
  return { governmentId, case: about, since: last?.at ?? row.openedAt, mayObjectUntil }
}

/** What a citizen would call a step; notes, claims and merges are the office's own. */
const STEPS = [
  'opened',
  'verified',
  'transferred',
  'returned',
  'handed-over',
  'answered',
  'followed-up',
  'resolved',
  'closed',
  'reopened',
  'recurred',
  'reporter-unsatisfied',
  'dismissed',
] as const

interface Desk {
  tx: Queryable
  now: Date
}

const makeLink = async (
  { tx, now }: Desk,
  wish: { viewer: Viewer; caseId: string; token: string; may: (current: Case) => boolean },
): ReturnType<Reporters['makeLink']> => {
  const { viewer, caseId, token } = wish
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, caseId), visibleTo(viewer)))
    .for('no key update')
  if (!row) return refuse('not-found')
  if (!wish.may(toCase(row))) return refuse('no-right')
  const until = await objectionUntil(tx, row)
  if (!until || until <= now) return refuse('not-resolved')
  await tx
    .delete(reporterLinks)
    .where(and(eq(reporterLinks.caseId, caseId), isNull(reporterLinks.usedAt)))
  const { governmentId } = row
  const link = { tokenHash: hashOf(token), governmentId, caseId, madeAt: now }
  await tx.insert(reporterLinks).values(link)
  const actor = { userId: viewer.userId, name: viewer.name }
  const line = { governmentId, at: now, actor, subject: `case:${caseId}`, after: { until } }
  await writeAudit(tx, [{ ...line, act: 'case.reporter-link-made' }])
  return { kind: 'made', token, until }
}

const unused = (token: string) =>
  and(eq(reporterLinks.tokenHash, hashOf(token)), isNull(reporterLinks.usedAt))

/** The link works as long as the clock of its case lets the reporter object. */
const isGood = async (
  db: Pick<Queryable, 'select'>,
  about: Pick<Case, 'id' | 'state'>,
  now: Date,
): Promise<boolean> => {
  const until = await objectionUntil(db, about)
  return until !== null && until > now
}

const say = async (
  { tx, now }: Desk,
  token: string,
  verdict: Verdict,
): ReturnType<Reporters['say']> => {
  const [link] = await tx.select().from(reporterLinks).where(unused(token)).for('update')
  if (!link) return refuse('reporter-link-used-up')
  const { governmentId, caseId } = link
  const [row] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('no key update')
  if (!row || !(await isGood(tx, row, now))) return refuse('reporter-link-used-up')
  await tx
    .update(reporterLinks)
    .set({ ...verdict, usedAt: now })
    .where(unused(token))
  const line = { governmentId, at: now, subject: `case:${caseId}`, after: { ...verdict } }
  await writeAudit(tx, [{ ...line, act: 'case.rated' }])
  const decision = verdict.unsatisfied ? unsatisfied(toCase(row)) : null
  if (decision?.kind === 'changed') await changeBySystem(tx, toCase(row), decision, now)
  return { kind: 'heard', code: row.code, reopened: decision?.kind === 'changed' }
}

export const createReporters = (db: Database, clock: Clock, ids: Ids): Reporters => ({
  tracked: (code) => tracked(db, code),

  makeLink: (viewer, caseId, may) =>
    db.transaction((tx) =>
      makeLink({ tx, now: clock.now() }, { viewer, caseId, token: ids.secret(), may }),
    ),

  peek: async (token) => {
    const [row] = await db
      .select({ id: cases.id, state: cases.state, code: cases.code })
      .from(reporterLinks)
      .innerJoin(cases, eq(cases.id, reporterLinks.caseId))
      .where(unused(token))
    return row && (await isGood(db, row, clock.now())) ? row.code : null
  },

  say: (token, verdict) => db.transaction((tx) => say({ tx, now: clock.now() }, token, verdict)),
})
