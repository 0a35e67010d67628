import type { Viewer } from '../core/roles.ts'
import type { Joined, Seen } from '../ports/merging.ts'
import type { Ports } from '../ports/ports.ts'
import { mayWork } from './change-case.ts'

/** Takes back a merge or a split; the event of the case's history says which. */
export const undoMerge = (
  { merging }: Pick<Ports, 'merging'>,
  viewer: Viewer,
  seen: Seen,
  eventId: string,
): Promise<Joined> => merging.undo(viewer, seen, eventId, (current) => mayWork(viewer, current))
