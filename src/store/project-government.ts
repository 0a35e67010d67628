/** What a government's document says, as rows that others refer to. */
import { and, eq, isNull, notInArray } from 'drizzle-orm'
import type { Government } from '../core/configuration.ts'
import type { Ids } from '../ports/ids.ts'
import type { Queryable } from './database.ts'
import { agencies, governments } from './schema/governments.ts'
import { sources } from './schema/sources.ts'

export const projectGovernment = async (tx: Queryable, government: Government) => {
  const { id, name, level, regionCode, timezone, zoneLabel, codePrefix } = government
  const row = { id, name, level, regionCode, timezone, zoneLabel, codePrefix }
  await tx.insert(governments).values(row).onConflictDoUpdate({ target: governments.id, set: row })
}

/** Listening sources are only proposed: what people removed later does not come back. */
export const proposeSources = async (
  tx: Queryable,
  ids: Ids,
  { id, sources: proposed }: Government,
) => {
  if (proposed.length === 0) return
  const rows = proposed.map((source) => ({
    id: ids.next(),
    governmentId: id,
    secrets: {},
    secretHints: {},
    ...source,
  }))
  await tx.insert(sources).values(rows)
}

/** Agencies are never deleted: cases and people of old ones keep their name. */
export const projectAgencies = async (tx: Queryable, government: Government, now: Date) => {
  const kept = government.agencies.map((agency) => agency.id)
  await tx
    .update(agencies)
    .set({ endedAt: now })
    .where(
      and(
        eq(agencies.governmentId, government.id),
        isNull(agencies.endedAt),
        notInArray(agencies.id, kept),
      ),
    )
  for (const { id, name, abbreviation } of government.agencies) {
    const row = { governmentId: government.id, id, name, abbreviation, endedAt: null }
    await tx
      .insert(agencies)
      .values(row)
      .onConflictDoUpdate({ target: [agencies.governmentId, agencies.id], set: row })
  }
}
