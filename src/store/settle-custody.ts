import { and, eq, inArray, sql } from 'drizzle-orm'
import type { CaseEventType } from '../core/case-event.ts'
import { endsWithCase, TASK_KINDS } from '../core/task.ts'
import type { Queryable } from './database.ts'
import { type EventToWrite, insertEvents } from './insert-events.ts'
import { offers } from './schema/custody.ts'
import { laporNumbers } from './schema/lapor.ts'
import { tasks } from './schema/tasks.ts'

/** The case is over, or went into another one. */
const ENDS: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'resolved',
  'closed',
  'dismissed',
  'merged-into',
])
/** Whoever was asked before could be the accused. */
const isHidden = ({ type, changed }: EventToWrite): boolean =>
  type === 'recategorised' && changed?.after.confidential === true

/** A transfer is a decision, also where it leaves the case with its owner: no offer survives it. */
const isMoved = ({ type, fromAgencyId, toAgencyId }: EventToWrite): boolean =>
  type === 'transferred' ||
  type === 'returned' ||
  (type === 'recategorised' && (fromAgencyId ?? null) !== (toAgencyId ?? null))

/** No offer and no task outlives what it was about; a promise to a citizen does. */
export const settleCustody = async (tx: Queryable, events: EventToWrite[]): Promise<void> => {
  const over = events.filter((event) => ENDS.has(event.type) || isMoved(event) || isHidden(event))
  if (over.length === 0) return
  await settleOffers(tx, over)
  await passNumbersOn(tx, over)
  await cancelTasks(
    tx,
    over.filter(({ type }) => ENDS.has(type)),
  )
}

/** A coordinator's transfer is the decision that an undecided offer waited for. */
const settleOffers = async (tx: Queryable, events: EventToWrite[]): Promise<void> => {
  for (const { caseId, type, at, actor } of events) {
    const decided = type === 'transferred'
    await tx
      .update(offers)
      .set({
        state: sql`case when ${offers.state} = 'undecided' and ${decided} then 'decided' else 'withdrawn' end`,
        answeredAt: sql`coalesce(${offers.answeredAt}, ${at})`,
        answeredBy: sql`coalesce(${offers.answeredBy}, ${actor?.userId ?? null}::uuid)`,
      })
      .where(and(eq(offers.caseId, caseId), inArray(offers.state, ['open', 'undecided'])))
  }
}

/** News of a report go to the case that took its case in. */
const passNumbersOn = async (tx: Queryable, events: EventToWrite[]): Promise<void> => {
  for (const { caseId, type, data } of events)
    if (type === 'merged-into' && data?.otherId)
      await tx
        .update(laporNumbers)
        .set({ caseId: data.otherId })
        .where(eq(laporNumbers.caseId, caseId))
}

const ENDING_KINDS = TASK_KINDS.filter((kind) => endsWithCase({ kind }))

const cancelTasks = async (tx: Queryable, events: EventToWrite[]): Promise<void> => {
  for (const { caseId, governmentId, at, actor } of events) {
    const cancelled = await tx
      .update(tasks)
      .set({ state: 'cancelled', endedAt: at, endedBy: actor?.userId ?? null })
      .where(
        and(eq(tasks.caseId, caseId), eq(tasks.state, 'open'), inArray(tasks.kind, ENDING_KINDS)),
      )
      .returning()
    const told = cancelled.map(({ id, kind, title, agencyId }) => ({
      governmentId,
      caseId,
      actor,
      at,
      type: 'task-cancelled' as const,
      data: {
        taskId: id,
        taskKind: kind,
        text: title,
        reason: 'Kasus sudah berakhir.',
        ...(agencyId ? { target: agencyId } : {}),
      },
    }))
    await insertEvents(tx, told)
  }
}
