import { and, asc, eq } from 'drizzle-orm'
import type { Channel, Channels } from '../ports/channels.ts'
import type { Ids } from '../ports/ids.ts'
import type { Database } from './database.ts'
import { channels } from './schema/alerts.ts'
import { hintsOf, type SecretBox } from './secret-box.ts'

export const toChannel = (row: typeof channels.$inferSelect): Channel => {
  const { secrets: _secrets, heardBy: _by, heardUntil: _until, ...channel } = row
  return channel
}

export const createChannels = (db: Database, ids: Ids, box: SecretBox): Channels => ({
  list: async (governmentId) => {
    const rows = await db
      .select()
      .from(channels)
      .where(eq(channels.governmentId, governmentId))
      .orderBy(asc(channels.name))
    return rows.map(toChannel)
  },

  add: async ({ secrets, ...channel }) => {
    const id = ids.next()
    const [row] = await db
      .insert(channels)
      .values({ id, ...channel, secrets: box.seal(secrets, id), secretHints: hintsOf(secrets) })
      .returning()
    if (!row) throw new Error('The channel was not stored')
    return toChannel(row)
  },

  remove: async (governmentId, channelId) => {
    const rows = await db
      .delete(channels)
      .where(and(eq(channels.id, channelId), eq(channels.governmentId, governmentId)))
      .returning({ id: channels.id })
    return rows.length > 0
  },
})
