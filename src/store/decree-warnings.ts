import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { DecreeWarning, DecreeWarnings } from '../ports/background-work.ts'
import type { Ids } from '../ports/ids.ts'
import type { AlertMessage } from '../ports/notifier.ts'
import type { DeliveryLinks } from './alert-rows.ts'
import type { Database, Queryable } from './database.ts'
import { channels, deliveries } from './schema/alerts.ts'
import { agencies, governments } from './schema/governments.ts'

const REMINDED_EVERY = sql`interval '7 days'`

/**
 * One row for each time that it was told: of several workers that look at once one writes it, and
 * queues the messages with it. Without a channel nothing is told, and the first one that is made hears it.
 */
export const createDecreeWarnings = (
  db: Database,
  ids: Ids,
  { consoleUrl }: DeliveryLinks,
): DecreeWarnings => ({
  tell: (warning) =>
    db.transaction(async (tx) => {
      const to = await channelsOf(tx, warning)
      const id = ids.next()
      if (to.length === 0 || !(await noteTold(tx, id, warning))) return false
      const message = { ...(await messageOf(tx, id, warning)), caseUrl: consoleUrl }
      const { governmentId, tellAt: nextAt } = warning
      const rows = to.map((channelId) => ({ id: ids.next(), governmentId, channelId, nextAt }))
      await tx
        .insert(deliveries)
        .values(rows.map((row) => ({ ...row, decreeWarningId: id, message })))
      return true
    }),
})

/** Those of everybody, and the coordinator's own. */
const channelsOf = async (
  tx: Queryable,
  { governmentId, coordinator }: DecreeWarning,
): Promise<string[]> => {
  const meant = or(isNull(channels.agencyId), eq(channels.agencyId, coordinator))
  const rows = await tx
    .select({ id: channels.id })
    .from(channels)
    .where(and(eq(channels.governmentId, governmentId), channels.enabled, meant))
  return rows.map(({ id }) => id)
}

const noteTold = async (
  tx: Queryable,
  id: string,
  { governmentId, year, now }: DecreeWarning,
): Promise<boolean> => {
  const { rows } = await tx.execute(sql`
    insert into decree_warnings (id, government_id, year, nth, told_at)
    select ${id}, ${governmentId}, ${year}, count(*) + 1, ${now} from decree_warnings
    where government_id = ${governmentId} and year = ${year}
    having coalesce(max(told_at) <= ${now}::timestamptz - ${REMINDED_EVERY}, true)
    on conflict do nothing returning id`)
  return rows.length > 0
}

const messageOf = async (
  tx: Queryable,
  alertId: string,
  { governmentId, coordinator, year, because, now }: DecreeWarning,
): Promise<Omit<AlertMessage, 'caseUrl'>> => {
  const [names] = await tx
    .select({ government: governments.name, agency: agencies.name })
    .from(governments)
    .leftJoin(
      agencies,
      and(eq(agencies.governmentId, governments.id), eq(agencies.id, coordinator)),
    )
    .where(eq(governments.id, governmentId))
  return {
    ...{ alertId, kind: 'calendar', level: String(year), caseCode: '', place: null },
    government: names?.government ?? governmentId,
    agency: names?.agency ?? null,
    title: 'SKB libur nasional belum dimuat',
    because: [because],
    raisedAt: now.toISOString(),
    acknowledgeUrl: null,
  }
}
