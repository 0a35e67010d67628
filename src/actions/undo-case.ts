import type { CaseEvent } from '../core/case-event.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import { undo } from '../core/undo.ts'
import type { Joined } from '../ports/merging.ts'
import type { Ports } from '../ports/ports.ts'
import { type CaseChanged, mayWork, type SeenCase } from './change-case.ts'
import { undoMerge } from './undo-merge.ts'

/** Takes back what the event tells of: an act on one case, or a merge or split of two. */
export const undoCase = async (
  ports: Pick<Ports, 'cases' | 'merging' | 'clock'>,
  viewer: Viewer,
  seen: SeenCase,
  eventId: string,
): Promise<CaseChanged | Joined> => {
  const event = await ports.cases.event(viewer, seen.caseId, eventId)
  if (!event) return refuse('not-found')
  if (event.type === 'merged' || event.type === 'split')
    return undoMerge(ports, viewer, seen, eventId)
  return ports.cases.undo(viewer, seen.caseId, seen.version, eventId, (current, taken) =>
    mayWork(viewer, current) || handedOn(viewer, taken.event)
      ? undo(current, taken, viewer, ports.clock.now())
      : refuse('no-right'),
  )
}

/** Whoever handed the case on does not have it any more, but may still take that back. */
const handedOn = (viewer: Viewer, { fromAgencyId, toAgencyId }: CaseEvent): boolean =>
  fromAgencyId !== toAgencyId && mayWork(viewer, { agencyId: fromAgencyId })
