import { eq, inArray, or, sql } from 'drizzle-orm'
import type { Database } from './database.ts'
import { cases } from './schema/cases.ts'
import { arrivals } from './schema/ledger.ts'
import { idempotencyKeys } from './schema/people.ts'
import { posts, quarantinedRows } from './schema/posts.ts'
import { sources } from './schema/sources.ts'
import { writeAudit } from './write-audit.ts'

/** Answers that are kept for a repeated write show the case, or the alert, that they changed. */
const tellsOfSample = or(
  sql`${idempotencyKeys.body} @> '{"case": {"sample": true}}'`,
  sql`${idempotencyKeys.body} @> '{"alert": {"sample": true}}'`,
)

/**
 * Removes the shipped sample: its source, posts, cases and all that hangs on them. Gathering is
 * held up meanwhile, so that no reader writes a case of a post that is on its way out.
 */
export const removeSample = (
  db: Database,
  now = new Date(),
): Promise<{ posts: number; cases: number }> =>
  db.transaction(async (tx) => {
    const from = await tx
      .delete(sources)
      .where(eq(sources.connector, 'sample'))
      .returning({ id: sources.id })
    await tx.execute(sql`
      select pg_advisory_xact_lock(hashtext('gathering'), hashtext(id)) from governments order by id`)
    const goneCases = await tx
      .delete(cases)
      .where(eq(cases.sample, true))
      .returning({ id: cases.id })
    const gonePosts = await tx
      .delete(posts)
      .where(eq(posts.sample, true))
      .returning({ id: posts.id })
    await tx.delete(idempotencyKeys).where(tellsOfSample)
    await tx.delete(arrivals).where(eq(arrivals.sample, true))
    if (from.length > 0)
      await tx.delete(quarantinedRows).where(
        inArray(
          quarantinedRows.sourceId,
          from.map(({ id }) => id),
        ),
      )
    const gone = { posts: gonePosts.length, cases: goneCases.length }
    const line = { governmentId: null, at: now, subject: 'installation:sample' }
    await writeAudit(tx, [{ ...line, act: 'sample.removed', before: gone }])
    return gone
  })
