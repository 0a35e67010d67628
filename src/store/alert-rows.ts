import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { AlertKind } from '../ports/alerts.ts'
import type { Ids } from '../ports/ids.ts'
import type { AlertMessage } from '../ports/notifier.ts'
import type { Queryable } from './database.ts'
import { hashOf } from './ids.ts'
import { alerts, channels, deliveries } from './schema/alerts.ts'
import { agencies, governments } from './schema/governments.ts'
import { writeEvents } from './write-event.ts'

/** How a message links back to this installation. */
export interface DeliveryLinks {
  caseUrl(caseId: string): string
  acknowledgeUrl(token: string): string
  consoleUrl: string
}

interface NewAlert {
  kind: AlertKind
  level: 'siaga' | 'viral'
  because: string[]
}

const WITHOUT_TEXT = 'Kasus rahasia: buka konsol untuk membacanya.'

/** A confidential case is told only to channels of the agency that owns it. */
export const channelsFor = (tx: Queryable, about: Case) => {
  const ofOwner = about.agencyId ? eq(channels.agencyId, about.agencyId) : undefined
  const ofEverybody = about.confidential ? undefined : isNull(channels.agencyId)
  const wanted = or(ofOwner, ofEverybody)
  if (!wanted) return Promise.resolve([])
  return tx
    .select()
    .from(channels)
    .where(and(eq(channels.governmentId, about.governmentId), channels.enabled, wanted))
}

const messageOf = async (
  tx: Queryable,
  links: DeliveryLinks,
  about: Case,
  alert: NewAlert & { id: string; token: string },
  now: Date,
): Promise<AlertMessage> => {
  return {
    alertId: alert.id,
    kind: alert.kind,
    level: alert.level,
    ...(await namesOf(tx, about)),
    ...publicly(about, alert.because),
    raisedAt: now.toISOString(),
    caseUrl: links.caseUrl(about.id),
    acknowledgeUrl: links.acknowledgeUrl(alert.token),
  }
}

/** The government and the agency that holds the case, by their names. */
export const namesOf = async (tx: Queryable, about: Case) => {
  const [names] = await tx
    .select({ government: governments.name, agency: agencies.name })
    .from(governments)
    .leftJoin(
      agencies,
      and(eq(agencies.governmentId, governments.id), eq(agencies.id, about.agencyId ?? '')),
    )
    .where(eq(governments.id, about.governmentId))
  return { government: names?.government ?? about.governmentId, agency: names?.agency ?? null }
}

/** What may leave the house of a case: of a confidential one only that there is one. */
export const publicly = (about: Case, because: string[]) => ({
  caseCode: about.code,
  title: about.confidential ? WITHOUT_TEXT : about.title,
  place: about.confidential ? null : (about.place?.name ?? null),
  because: about.confidential ? [] : because,
})

const HOUR_MS = 3_600_000
/** Emergencies of one account in an hour that still wake the staff group; the rest ring in the console. */
const EMERGENCIES_OF_ONE = 3

/** One account that cries fire a hundred times must not drown the alarm of somebody else. */
const isFlood = async (tx: Queryable, about: Case, { kind }: NewAlert, now: Date) => {
  if (kind !== 'p1' || about.authorCount > 1) return false
  const since = new Date(now.getTime() - HOUR_MS)
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(distinct a.case_id)::int as n
    from case_authors mine
    join case_authors same using (government_id, author_key)
    join alerts a on a.case_id = same.case_id and a.kind = 'p1' and a.raised_at > ${since}
    where mine.case_id = ${about.id}`)
  return (rows[0]?.n ?? 0) > EMERGENCIES_OF_ONE
}

/** Once per case, kind and level. A sample rings in the console only: it never leaves the house. */
export const raiseAlert = async (
  tx: Queryable,
  ids: Ids,
  links: DeliveryLinks,
  about: Case,
  alert: NewAlert,
  now: Date,
): Promise<void> => {
  const id = ids.next()
  const token = ids.secret()
  const raised = await tx
    .insert(alerts)
    .values({
      id,
      governmentId: about.governmentId,
      caseId: about.id,
      ...alert,
      raisedAt: now,
      sample: about.sample,
      acknowledgeHash: hashOf(token),
    })
    .onConflictDoNothing()
    .returning({ id: alerts.id })
  if (raised.length === 0) return
  await writeEvents(tx, [
    {
      governmentId: about.governmentId,
      caseId: about.id,
      type: 'alert-raised',
      actor: null,
      at: now,
      data: { alertId: id, because: alert.because },
    },
  ])
  if (about.sample || (await isFlood(tx, about, alert, now))) return
  const to = await channelsFor(tx, about)
  if (to.length === 0) return
  const message = await messageOf(tx, links, about, { ...alert, id, token }, now)
  await tx.insert(deliveries).values(
    to.map((channel) => ({
      id: ids.next(),
      governmentId: about.governmentId,
      channelId: channel.id,
      alertId: id,
      message,
      nextAt: now,
    })),
  )
}
