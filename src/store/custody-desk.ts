import type { Viewer } from '../core/roles.ts'
import type { Ids } from '../ports/ids.ts'
import type { Queryable } from './database.ts'

/** A transaction that holds the case, and who works in it. */
export interface CustodyDesk {
  tx: Queryable
  ids: Ids
  viewer: Viewer | null
  now: Date
}
