import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { type ClockRules, clockRulesOf } from '../core/clock-rules.ts'
import type { Government, HolidayCalendar, Taxonomy } from '../core/configuration.ts'
import type { Queryable } from './database.ts'
import { configurationDocuments } from './schema/governments.ts'

/** Documents never change, so what was compiled of them holds for as long as they are the newest. */
const compiled = new Map<string, ClockRules>()
const KEPT = 100

/** What a government's clocks go by, as the transaction sees the configuration. */
export const clockRules = async (tx: Queryable, governmentId: string): Promise<ClockRules> => {
  const ids = await newestIds(tx, governmentId)
  const key = ids.join(' ')
  const known = compiled.get(key)
  if (known) return known
  const rules = await compile(tx, governmentId, ids)
  if (compiled.size >= KEPT) compiled.clear()
  compiled.set(key, rules)
  return rules
}

const newestIds = async (tx: Queryable, governmentId: string): Promise<string[]> => {
  const { id, kind, name, version } = configurationDocuments
  const rows = await tx
    .selectDistinctOn([kind, name], { id })
    .from(configurationDocuments)
    .where(
      and(
        inArray(kind, ['taxonomy', 'calendar', 'government']),
        or(
          isNull(configurationDocuments.governmentId),
          eq(configurationDocuments.governmentId, governmentId),
        ),
      ),
    )
    .orderBy(kind, name, sql`${version} desc`)
  return rows.map((row) => row.id)
}

const compile = async (tx: Queryable, governmentId: string, ids: string[]): Promise<ClockRules> => {
  const rows = ids.length
    ? await tx.select().from(configurationDocuments).where(inArray(configurationDocuments.id, ids))
    : []
  const all = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.document)
  const [taxonomy] = all('taxonomy') as Taxonomy[]
  const [government] = all('government') as Government[]
  if (!taxonomy || !government) throw new Error(`no configuration for ${governmentId}`)
  return clockRulesOf({ taxonomy, calendars: all('calendar') as HolidayCalendar[] }, government)
}
