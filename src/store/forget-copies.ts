import { sql } from 'drizzle-orm'
import { DELETED_TEXT } from '../core/redaction.ts'
import type { Queryable } from './database.ts'

/** Where copies lie: messages that wait to be sent, and answers to a write that may come twice. */
interface Where {
  caseId: string
  governmentId: string
}

/** Old words → what stands there instead, each as a whole value of the JSON that it is copied in. */
export const forgetCopies = async (
  tx: Queryable,
  where: Where,
  pairs: [string | null, string | null][],
): Promise<void> => {
  for (const [old, fresh] of pairs)
    if (old) await replaceIn(tx, where, JSON.stringify(old), JSON.stringify(fresh))
}

/** A shorter one is part of other words. */
const SHORTEST_HANDLE = 3

/** "@warga" at the head of a reply. */
export const forgetHandle = async (
  tx: Queryable,
  where: Where,
  handle: string | null,
): Promise<void> => {
  const bare = handle?.replace(/^@/, '') ?? ''
  if (bare.length >= SHORTEST_HANDLE) await replaceIn(tx, where, `@${bare}`, DELETED_TEXT)
}

const replaceIn = async (tx: Queryable, where: Where, before: string, after: string) => {
  await tx.execute(sql`
    update deliveries set message = replace(message::text, ${before}, ${after})::jsonb
    where alert_id in (select id from alerts where case_id = ${where.caseId})`)
  await tx.execute(sql`
    update idempotency_keys set body = replace(body::text, ${before}, ${after})::jsonb
    where government_id = ${where.governmentId}
      and strpos(body::text, ${where.caseId}) > 0 and strpos(body::text, ${before}) > 0`)
}
