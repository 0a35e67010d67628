import { eq } from 'drizzle-orm'
import { changesOf } from '../core/audit.ts'
import type { Case } from '../core/case.ts'
import type { CaseChange } from '../core/case-change.ts'
import type { Notice } from '../core/notice.ts'
import type { Viewer } from '../core/roles.ts'
import { toCase, toColumns } from './case-rows.ts'
import { withdrawCorrection, writeCorrection } from './corrections.ts'
import type { Queryable } from './database.ts'
import { answerPosts } from './move-posts.ts'
import { type ClockContext, runClocks } from './run-clocks.ts'
import { cases } from './schema/cases.ts'
import { notifications } from './schema/notifications.ts'
import { writeEvents } from './write-event.ts'

type Actor = Pick<Viewer, 'userId' | 'name'>

/** An answer that was recorded was everybody's; one with targets is each one's own (answer-delivery.ts). */
const answersAll = ({ event }: CaseChange): boolean =>
  event?.type === 'answered' && event.data.qualified !== false && !event.data.answerId

/** The first answer is the case's; who wrote after it was answered by the later one, when that was given. */
const answeredWhen = ({ answeredAt }: Case, { patch, event }: CaseChange, now: Date): Date => {
  const stated = event?.data.answeredAt
  if (!answeredAt) return patch.answeredAt ?? now
  return stated ? new Date(stated) : now
}

/** The clocks are set back with the act: by the name of its event. */
const clockContext = ({ event }: CaseChange, eventId: string): ClockContext => {
  if (event?.data.undoes) return { undoes: event.data.undoes }
  return event?.data.was ? { cause: eventId } : {}
}

const tell = async (
  tx: Queryable,
  notices: Notice[],
  { id: caseId, governmentId }: Case,
  eventId: string,
  at: Date,
): Promise<void> => {
  if (notices.length === 0) return
  const told = { governmentId, caseId, eventId: BigInt(eventId), at }
  await tx.insert(notifications).values(notices.map((notice) => ({ ...notice, ...told })))
}

const teach = async (
  tx: Queryable,
  by: Actor | null,
  current: Case,
  { correction, withdraws }: CaseChange,
  at: Date,
): Promise<void> => {
  if (correction && by) await writeCorrection(tx, { ...correction, case: current, by, at })
  if (withdraws) await withdrawCorrection(tx, current.id, withdraws, at)
}

/** Its event, who is told of it, and what it does to the clocks. */
const announce = async (
  tx: Queryable,
  actor: Actor | null,
  { current, saved }: { current: Case; saved: Case },
  decision: CaseChange,
  at: Date,
): Promise<Case> => {
  const { event, notices = [] } = decision
  if (!event) return saved
  const { id: caseId, governmentId, agencyId: fromAgencyId } = current
  const moved = { fromAgencyId, toAgencyId: saved.agencyId }
  const [eventId] = await writeEvents(tx, [
    {
      governmentId,
      caseId,
      actor,
      at,
      ...moved,
      changed: changesOf(current, decision.patch),
      ...event,
    },
  ])
  if (eventId === undefined) return saved
  await tell(tx, notices, saved, eventId, at)
  return runClocks(tx, current, saved, { ...event, at }, clockContext(decision, eventId))
}

/** Saves what a rule decided, with its event: the one place where a verb becomes rows; null: the system. */
export const applyChange = async (
  tx: Queryable,
  viewer: Actor | null,
  current: Case,
  decision: CaseChange,
  now: Date,
): Promise<Case> => {
  // A heartbeat leaves no event and no new version: nobody else's open page should trip over it.
  const version = decision.event ? current.version + 1 : current.version
  const [row] = await tx
    .update(cases)
    .set({ ...toColumns(decision.patch), version })
    .where(eq(cases.id, current.id))
    .returning()
  const saved = row ? toCase(row) : current
  if (answersAll(decision)) await answerPosts(tx, current.id, answeredWhen(current, decision, now))
  await teach(tx, viewer, current, decision, now)
  return announce(tx, viewer, { current, saved }, decision, now)
}
