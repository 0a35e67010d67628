import { inArray, sql } from 'drizzle-orm'
import { type ClockRules, clockRulesOf } from '../core/clock-rules.ts'
import type { Government, Taxonomy } from '../core/configuration.ts'
import type { HolidayCalendar } from '../core/holiday-calendar.ts'
import type { Queryable } from './database.ts'
import { configurationDocuments } from './schema/governments.ts'

/** Documents never change, so what was compiled of them holds for as long as they are the newest. */
const compiled = new Map<string, ClockRules>()
const KEPT = 100

/** What a government's clocks go by, as the transaction sees the configuration. */
export const clockRules = async (tx: Queryable, governmentId: string): Promise<ClockRules> => {
  const ids = await newestIds(tx)
  const key = [governmentId, ...ids].join(' ')
  const known = compiled.get(key)
  if (known) return known
  const rules = await compile(tx, governmentId, ids)
  if (compiled.size >= KEPT) compiled.clear()
  compiled.set(key, rules)
  return rules
}

/** Of every government: what one offers another is answered by the hours of the one asked. */
const newestIds = async (tx: Queryable): Promise<string[]> => {
  const { id, governmentId, kind, name, version } = configurationDocuments
  const rows = await tx
    .selectDistinctOn([governmentId, kind, name], { id })
    .from(configurationDocuments)
    .where(inArray(kind, ['taxonomy', 'calendar', 'government']))
    .orderBy(governmentId, kind, name, sql`${version} desc`)
  return rows.map((row) => row.id)
}

const compile = async (tx: Queryable, governmentId: string, ids: string[]): Promise<ClockRules> => {
  const rows = ids.length
    ? await tx.select().from(configurationDocuments).where(inArray(configurationDocuments.id, ids))
    : []
  const all = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.document)
  const [taxonomy] = all('taxonomy') as Taxonomy[]
  const governments = all('government') as Government[]
  const government = governments.find(({ id }) => id === governmentId)
  if (!taxonomy || !government) throw new Error(`no configuration for ${governmentId}`)
  const calendars = all('calendar') as HolidayCalendar[]
  return clockRulesOf({ taxonomy, calendars, governments }, government)
}
