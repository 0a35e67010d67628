import { sql } from 'drizzle-orm'
import type { Queryable } from './database.ts'

/** Serialises gathering per government: two readers never open two cases for one problem. */
export const lockGathering = (tx: Queryable, governmentId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('gathering'), hashtext(${governmentId}))`)
