import { eq } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { CaseChange } from '../core/case-rules.ts'
import type { Notice } from '../core/notice.ts'
import type { Viewer } from '../core/roles.ts'
import { toCase, toColumns } from './case-rows.ts'
import { withdrawCorrection, writeCorrection } from './corrections.ts'
import type { Queryable } from './database.ts'
import { answerPosts } from './move-posts.ts'
import { cases } from './schema/cases.ts'
import { notifications } from './schema/notifications.ts'
import { writeEvents } from './write-event.ts'

const eventsFor = (
  { event }: CaseChange,
  actor: Viewer | null,
  current: Case,
  saved: Case,
  at: Date,
) => {
  const { id: caseId, governmentId, agencyId: fromAgencyId } = current
  const moved = { fromAgencyId, toAgencyId: saved.agencyId }
  return event ? [{ governmentId, caseId, actor, at, ...moved, ...event }] : []
}

const tell = async (
  tx: Queryable,
  notices: Notice[],
  { id: caseId, governmentId }: Case,
  eventId: bigint,
  at: Date,
): Promise<void> => {
  if (notices.length === 0) return
  const rows = notices.map((notice) => ({ ...notice, governmentId, caseId, eventId, at }))
  await tx.insert(notifications).values(rows)
}

/** Saves a decision with its event and what it teaches; a null viewer is the system. */
export const apply = async (
  tx: Queryable,
  viewer: Viewer | null,
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
  if (decision.event?.type === 'answered')
    await answerPosts(tx, current.id, decision.patch.answeredAt ?? now)
  if (decision.correction && viewer)
    await writeCorrection(tx, { ...decision.correction, case: current, by: viewer, at: now })
  if (decision.withdraws) await withdrawCorrection(tx, current.id, decision.withdraws, now)
  const [eventId] = await writeEvents(tx, eventsFor(decision, viewer, current, saved, now))
  if (eventId !== undefined) await tell(tx, decision.notices ?? [], saved, eventId, now)
  return saved
}
