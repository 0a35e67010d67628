import type { Viewer } from '../core/roles.ts'
import type { Joined, Seen } from '../ports/merging.ts'
import type { Ports } from '../ports/ports.ts'
import { mayWork } from './change-case.ts'

/** Two cases speak of one problem: `from` is absorbed, its posts and its link go to `into`. */
export const mergeCases = (
  { merging }: Pick<Ports, 'merging'>,
  viewer: Viewer,
  pair: { into: Seen; from: Seen },
): Promise<Joined> => merging.merge(viewer, pair, (current) => mayWork(viewer, current))
