import type { Viewer } from '../core/roles.ts'
import type { Joined, Seen } from '../ports/merging.ts'
import type { Ports } from '../ports/ports.ts'
import { mayWork } from './change-case.ts'

/** Chosen posts speak of another problem: they become a case of their own. */
export const splitCase = (
  { merging }: Pick<Ports, 'merging'>,
  viewer: Viewer,
  seen: Seen,
  postIds: string[],
): Promise<Joined> =>
  merging.split(viewer, seen, [...new Set(postIds)], (current) => mayWork(viewer, current))
