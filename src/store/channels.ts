import { and, asc, eq } from 'drizzle-orm'
import { withoutKeys } from '../core/audit.ts'
import type { Channel, Channels } from '../ports/channels.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Database } from './database.ts'
import { channels } from './schema/alerts.ts'
import { hintsOf, type SecretBox } from './secret-box.ts'
import { writeAudit } from './write-audit.ts'

type Row = typeof channels.$inferSelect

export const toChannel = (row: Row): Channel => {
  const { secrets: _secrets, heardBy: _by, heardUntil: _until, ...channel } = row
  return channel
}

const auditable = ({ kind, name, enabled, agencyId, settings }: Row) => ({
  kind,
  name,
  enabled,
  agencyId,
  settings: withoutKeys(settings),
})

export const createChannels = (db: Database, clock: Clock, ids: Ids, box: SecretBox): Channels => ({
  list: async (governmentId) => {
    const rows = await db
      .select()
      .from(channels)
      .where(eq(channels.governmentId, governmentId))
      .orderBy(asc(channels.name))
    return rows.map(toChannel)
  },

  add: ({ secrets, ...channel }) =>
    db.transaction(async (tx) => {
      const id = ids.next()
      const [row] = await tx
        .insert(channels)
        .values({ id, ...channel, secrets: box.seal(secrets, id), secretHints: hintsOf(secrets) })
        .returning()
      if (!row) throw new Error('The channel was not stored')
      const line = { governmentId: row.governmentId, at: clock.now(), subject: `channel:${id}` }
      await writeAudit(tx, [{ ...line, act: 'channel.added', after: auditable(row) }])
      return toChannel(row)
    }),

  remove: (governmentId, channelId) =>
    db.transaction(async (tx) => {
      const [row] = await tx
        .delete(channels)
        .where(and(eq(channels.id, channelId), eq(channels.governmentId, governmentId)))
        .returning()
      if (!row) return false
      const line = { governmentId, at: clock.now(), subject: `channel:${channelId}` }
      await writeAudit(tx, [{ ...line, act: 'channel.removed', before: auditable(row) }])
      return true
    }),
})
