import { and, asc, eq } from 'drizzle-orm'
import type { Ids } from '../ports/ids.ts'
import type { Source, SourceHealth, Sources } from '../ports/sources.ts'
import type { Database } from './database.ts'
import { sources } from './schema/sources.ts'
import { hintsOf, type SecretBox } from './secret-box.ts'

type Row = typeof sources.$inferSelect

const stateOf = (row: Row): SourceHealth['state'] => {
  if (!row.enabled) return 'paused'
  if (row.idleReason) return 'idle'
  if (row.failures > 0) return 'failing'
  return row.lastSuccessAt ? 'ok' : 'never-polled'
}

const toSource = (row: Row): Source => ({
  id: row.id,
  governmentId: row.governmentId,
  connector: row.connector,
  name: row.name,
  enabled: row.enabled,
  intervalSeconds: row.intervalSeconds,
  settings: row.settings,
  secretHints: row.secretHints,
  health: {
    state: stateOf(row),
    lastPollAt: row.lastPollAt,
    lastSuccessAt: row.lastSuccessAt,
    lastPostAt: row.lastPostAt,
    lagSeconds: row.lagSeconds,
    lastError: row.idleReason ?? row.lastError,
    lastErrorAt: row.lastErrorAt,
    failures: row.failures,
    nextPollAt: row.nextPollAt,
    stored: row.stored,
  },
})

const owned = (governmentId: string, sourceId: string) =>
  and(eq(sources.id, sourceId), eq(sources.governmentId, governmentId))

export const createSources = (db: Database, ids: Ids, box: SecretBox): Sources => ({
  list: async (governmentId) => {
    const rows = await db
      .select()
      .from(sources)
      .where(eq(sources.governmentId, governmentId))
      .orderBy(asc(sources.name))
    return rows.map(toSource)
  },

  add: async ({ secrets, ...source }) => {
    const id = ids.next()
    const [row] = await db
      .insert(sources)
      .values({ id, ...source, secrets: box.seal(secrets, id), secretHints: hintsOf(secrets) })
      .returning()
    if (!row) throw new Error('The source was not stored')
    return toSource(row)
  },

  change: (governmentId, sourceId, { secrets, ...patch }) =>
    db.transaction(async (tx) => {
      const [before] = await tx
        .select()
        .from(sources)
        .where(owned(governmentId, sourceId))
        .for('update')
      if (!before) return null
      const added = secrets ?? {}
      const [row] = await tx
        .update(sources)
        .set({
          ...patch,
          secrets: { ...before.secrets, ...box.seal(added, sourceId) },
          secretHints: { ...before.secretHints, ...hintsOf(added) },
          // A changed source is looked at again at once.
          failures: 0,
          idleReason: null,
          nextPollAt: null,
        })
        .where(owned(governmentId, sourceId))
        .returning()
      return row ? toSource(row) : null
    }),

  remove: async (governmentId, sourceId) => {
    const rows = await db
      .delete(sources)
      .where(owned(governmentId, sourceId))
      .returning({ id: sources.id })
    return rows.length > 0
  },
})
