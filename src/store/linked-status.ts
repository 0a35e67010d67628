import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { LinkedStatus } from '../ports/custody.ts'
import type { Database } from './database.ts'
import { caseEvents, cases } from './schema/cases.ts'
import { caseLinks } from './schema/custody.ts'
import { agencies } from './schema/governments.ts'

/** How far the governments are that took this case: state, owner's name, last public answer. */
export const linkedStatus = async (db: Database, caseId: string): Promise<LinkedStatus[]> => {
  const found = await rootsOf(db, caseId)
  return Promise.all(
    found.map(async ({ confidential, id, ...status }) => ({
      ...status,
      lastAnswer: confidential ? null : await lastAnswerOf(db, id),
    })),
  )
}

/** Where the linked case was merged over there, the one that took it in speaks for it. */
const rootsOf = (db: Database, caseId: string) =>
  db
    .select({
      id: cases.id,
      governmentId: cases.governmentId,
      code: cases.code,
      state: cases.state,
      confidential: cases.confidential,
      owner: agencies.name,
    })
    .from(caseLinks)
    .innerJoin(
      cases,
      sql`${cases.id} = (select coalesce(merged_into, id) from cases linked
        where linked.id = ${caseLinks.linkedId})`,
    )
    .leftJoin(
      agencies,
      and(eq(agencies.governmentId, cases.governmentId), eq(agencies.id, cases.agencyId)),
    )
    .where(eq(caseLinks.caseId, caseId))
    .orderBy(caseLinks.linkedAt)

const lastAnswerOf = async (db: Database, id: string): Promise<LinkedStatus['lastAnswer']> => {
  const [row] = await db
    .select({ data: caseEvents.data, at: caseEvents.at })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.caseId, id),
        inArray(caseEvents.type, ['answered', 'answer-delivered']),
        sql`${caseEvents.data} ->> 'text' is not null`,
      ),
    )
    .orderBy(desc(caseEvents.id))
    .limit(1)
  return row ? { text: row.data.text ?? '', url: row.data.url ?? null, at: row.at } : null
}

/** Which government handed this case over: its name and code, nothing else of it. */
export const cameFrom = (db: Database, caseId: string) =>
  db
    .select({ governmentId: cases.governmentId, code: cases.code })
    .from(caseLinks)
    .innerJoin(cases, eq(cases.id, caseLinks.caseId))
    .where(eq(caseLinks.linkedId, caseId))
    .orderBy(caseLinks.linkedAt)
