import { and, asc, eq } from 'drizzle-orm'
import { changesOf, withoutKeys } from '../core/audit.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Source, SourceHealth, Sources } from '../ports/sources.ts'
import type { Database, Queryable } from './database.ts'
import { sources } from './schema/sources.ts'
import { hintsOf, type SecretBox } from './secret-box.ts'
import { writeAudit } from './write-audit.ts'

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

/** What the account may hold of a source: no secret, and of an address only the host. */
const auditable = ({ connector, name, enabled, intervalSeconds, settings, secretHints }: Row) => ({
  connector,
  name,
  enabled,
  intervalSeconds,
  settings: withoutKeys(settings),
  secrets: Object.keys(secretHints).sort(),
})

const tell = (
  tx: Queryable,
  { id, governmentId }: Row,
  what: string,
  at: Date,
  change: { before?: Record<string, unknown>; after?: Record<string, unknown> },
) =>
  writeAudit(tx, [{ governmentId, at, act: `source.${what}`, subject: `source:${id}`, ...change }])

export const createSources = (db: Database, clock: Clock, ids: Ids, box: SecretBox): Sources => ({
  list: async (governmentId) => {
    const rows = await db
      .select()
      .from(sources)
      .where(eq(sources.governmentId, governmentId))
      .orderBy(asc(sources.name))
    return rows.map(toSource)
  },

  add: ({ secrets, ...source }) =>
    db.transaction(async (tx) => {
      const id = ids.next()
      const [row] = await tx
        .insert(sources)
        .values({ id, ...source, secrets: box.seal(secrets, id), secretHints: hintsOf(secrets) })
        .returning()
      if (!row) throw new Error('The source was not stored')
      await tell(tx, row, 'added', clock.now(), { after: auditable(row) })
      return toSource(row)
    }),

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
      if (!row) return null
      const change = changesOf(auditable(before), auditable(row))
      const replaced = Object.keys(added).sort()
      const after = { ...change.after, ...(replaced.length > 0 && { replaced }) }
      await tell(tx, row, 'changed', clock.now(), { before: change.before, after })
      return toSource(row)
    }),

  remove: (governmentId, sourceId) =>
    db.transaction(async (tx) => {
      const [row] = await tx.delete(sources).where(owned(governmentId, sourceId)).returning()
      if (row) await tell(tx, row, 'removed', clock.now(), { before: auditable(row) })
      return row !== undefined
    }),
})
