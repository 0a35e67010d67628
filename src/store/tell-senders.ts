import { eq, inArray, or, sql } from 'drizzle-orm'
import type { CaseEventType } from '../core/case-event.ts'
import type { Queryable } from './database.ts'
import { hearNews } from './hear-news.ts'
import { type EventToWrite, insertEvents } from './insert-events.ts'
import { cases } from './schema/cases.ts'
import { caseLinks } from './schema/custody.ts'

/** What the government that handed a case over hears of it: status and public answers, never notes. */
const NEWS: Partial<Record<CaseEventType, 'selesai' | 'ditolak' | 'kabar'>> = {
  resolved: 'selesai',
  closed: 'selesai',
  dismissed: 'ditolak',
  answered: 'kabar',
  'answer-delivered': 'kabar',
  reopened: 'kabar',
  recurred: 'kabar',
}

/** Told in the transaction in which it happened there, as an event of the sender's own case, and heard. */
export const tellSenders = async (tx: Queryable, events: EventToWrite[]): Promise<void> => {
  const news = events.filter(({ type }) => NEWS[type] !== undefined)
  if (news.length === 0) return
  const ids = [...new Set(news.map(({ caseId }) => caseId))]
  const links = await linksTo(tx, ids)
  const told = news.flatMap((event) =>
    links.filter(({ rootId }) => rootId === event.caseId).map((link) => toldTo(link, event)),
  )
  await insertEvents(tx, told)
  for (const each of told) await hearNews(tx, each)
}

/** A case that was merged over there speaks through the one that took it in. */
const linksTo = async (tx: Queryable, ids: string[]) => {
  const rows = await tx
    .select({
      caseId: caseLinks.caseId,
      governmentId: caseLinks.governmentId,
      linkedGovernmentId: caseLinks.linkedGovernmentId,
      linkedId: caseLinks.linkedId,
      mergedInto: cases.mergedInto,
      code: cases.code,
      // the one that speaks decides what may be said
      confidential: sql<boolean>`(select root.confidential from cases root
        where root.id = coalesce(${cases.mergedInto}, ${cases.id}))`,
    })
    .from(caseLinks)
    .innerJoin(cases, eq(cases.id, caseLinks.linkedId))
    .where(or(inArray(caseLinks.linkedId, ids), inArray(cases.mergedInto, ids)))
  return rows.map((row) => ({ ...row, rootId: row.mergedInto ?? row.linkedId }))
}

type Link = Awaited<ReturnType<typeof linksTo>>[number]

const toldTo = (link: Link, { type, at, data }: EventToWrite): EventToWrite => {
  const outcome = NEWS[type]
  const answer = type === 'answered' || type === 'answer-delivered' ? data : undefined
  return {
    governmentId: link.governmentId,
    caseId: link.caseId,
    type: outcome === 'kabar' ? 'hand-over-checked' : 'hand-over-ended',
    actor: null,
    at,
    data: {
      target: `government:${link.linkedGovernmentId}`,
      otherCode: link.code,
      status: type,
      ...(outcome && outcome !== 'kabar' ? { outcome } : {}),
      ...(answer?.text && !link.confidential ? { text: answer.text } : {}),
      ...(answer?.url && !link.confidential ? { url: answer.url } : {}),
    },
  }
}
