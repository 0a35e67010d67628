import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { DeliveryWork } from '../ports/background-work.ts'
import type { Ids } from '../ports/ids.ts'
import { toChannel } from './channels.ts'
import type { Database } from './database.ts'
import { channels } from './schema/alerts.ts'
import type { SecretBox } from './secret-box.ts'

const LEASE = sql`now() + interval '15 seconds'`

/** Telegram lets one caller a bot ask for its buttons: of several processes one has the ear. */
export const createHearing = (
  db: Database,
  ids: Ids,
  box: SecretBox,
): Pick<DeliveryWork, 'listening'> => {
  const me = ids.next()
  const mineOrFree = or(
    eq(channels.heardBy, me),
    isNull(channels.heardUntil),
    lt(channels.heardUntil, sql`now()`),
  )
  return {
    listening: async (kind) => {
      const rows = await db
        .update(channels)
        .set({ heardBy: me, heardUntil: LEASE })
        .where(and(eq(channels.kind, kind), channels.enabled, mineOrFree))
        .returning()
      return rows.map((row) => ({
        channel: toChannel(row),
        secrets: box.open(row.secrets, row.id),
      }))
    },
  }
}
