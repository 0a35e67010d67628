import { and, inArray } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import { refuse } from '../core/errors.ts'
import { heldBy, whyNotMerge } from '../core/merge-rules.ts'
import type { Viewer } from '../core/roles.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Declined, Joined, Merging } from '../ports/merging.ts'
import type { Database } from './database.ts'
import { joinPair } from './join-cases.ts'
import { lockGathering } from './lock-gathering.ts'
import { type MergeDesk, seePair } from './merge-desk.ts'
import { cases } from './schema/cases.ts'
import { splitOff } from './split-case.ts'
import { declinePair } from './suggestions.ts'
import { takeBack } from './undo-merge.ts'
import { visibleTo } from './visible-to.ts'
import { writeAudit } from './write-audit.ts'

export const createMerging = (db: Database, clock: Clock, ids: Ids): Merging => {
  const work = (viewer: Viewer, act: (desk: MergeDesk) => Promise<Joined>) =>
    db.transaction(async (tx) => {
      await lockGathering(tx, viewer.governmentId)
      return act({ tx, viewer, now: clock.now() })
    })
  return {
    merge: (viewer, { into, from }, may) =>
      work(viewer, async (desk) => {
        if (into.caseId === from.caseId) return refuse('other-case', 'Ini kasus yang sama.')
        const seen = await seePair(desk, [into, from], may)
        if (seen.kind === 'refused') return seen
        const [first, second] = seen.pair as [Case, Case]
        const refusal = whyNotMerge(first, second, viewer, desk.now)
        return refusal ? { ...refusal, current: first } : joinPair(desk, first, second)
      }),

    split: (viewer, seen, postIds, may) =>
      work(viewer, async (desk) => {
        const found = await seePair(desk, [seen], may)
        if (found.kind === 'refused') return found
        const [source] = found.pair as [Case]
        if (source.state === 'duplicate') return refuse('illegal-move')
        const held = heldBy(source, viewer, desk.now)
        return held ? { ...held, current: source } : splitOff(desk, ids, source, postIds)
      }),

    decline: (viewer, pair) =>
      db.transaction((tx) => decline({ tx, viewer, now: clock.now() }, pair)),

    undo: (viewer, seen, eventId, may) =>
      work(viewer, (desk) => takeBack(desk, seen, eventId, may)),
  }
}

const decline = async (
  { tx, viewer, now }: MergeDesk,
  { caseId, otherId }: { caseId: string; otherId: string },
): Promise<Declined> => {
  // both: whoever guesses a pair must not learn that the other one is there
  const seen = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.id, [caseId, otherId]), visibleTo(viewer)))
  if (seen.length < 2 || !(await declinePair(tx, viewer, [caseId, otherId], now)))
    return refuse('not-found')
  const { governmentId, userId, name } = viewer
  const line = { governmentId, at: now, act: 'case.not-same', subject: `case:${caseId}` }
  await writeAudit(tx, [{ ...line, actor: { userId, name }, after: { otherId } }])
  return { kind: 'declined' }
}
