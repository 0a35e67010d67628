import { and, asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AnswerDesk } from '../core/answer-desk.ts'
import type { Case } from '../core/case.ts'
import type { Platform } from '../core/post.ts'
import type { Urgency } from '../core/reading.ts'
import { type ReportedPost, reportersOf } from '../core/reporters.ts'
import { toAnswer, toTarget } from './answer-rows.ts'
import type { Queryable } from './database.ts'
import { answers, answerTargets } from './schema/answers.ts'
import { posts } from './schema/posts.ts'
import { sources } from './schema/sources.ts'

/** An account that may speak: the source that listens with it says so. */
export const maySpeak = and(
  sources.enabled,
  sql`lower(${sources.settings} ->> 'publish') in ('ya', 'true')`,
)

/**
 * The case with its answers and everybody who reported it, as the rules look at them. To change
 * them is to hold them: the end of a hold and a recall come one after the other.
 */
export const loadDesk = async (
  db: Queryable,
  about: Case,
  { hold = false } = {},
): Promise<AnswerDesk> => {
  const asked = db
    .select()
    .from(answers)
    .where(eq(answers.caseId, about.id))
    .orderBy(asc(answers.id))
  const said = await (hold ? asked.for('update') : asked)
  const targets = await db
    .select()
    .from(answerTargets)
    .where(eq(answerTargets.caseId, about.id))
    .orderBy(asc(answerTargets.id))
  return {
    case: about,
    answers: said.map(toAnswer),
    targets: targets.map(toTarget),
    reporters: reportersOf(await postsOf(db, about.id)),
    reachable: await reachableFor(db, about.governmentId),
    weighedAs: await weighedAs(db, about.id),
  }
}

/** Also where its posts lay before; what was taken back was a slip. */
const weighedAs = async (db: Queryable, caseId: string): Promise<Urgency[]> => {
  const { rows } = await db.execute<{ urgency: Urgency }>(sql`
    with lain as (
      select ${caseId}::uuid as id union select unnest(came_from) from posts where case_id = ${caseId})
    select distinct unnest(array[e.data ->> 'fromUrgency', e.data ->> 'toUrgency']) as urgency
    from case_events e join lain on lain.id = e.case_id
    where e.type = 'urgency-changed'
      and not exists (select from case_events undone
        where undone.case_id = e.case_id and undone.type = 'undone'
          and undone.data ->> 'undoes' = e.id::text)
      and not exists (select from case_events back
        where back.case_id = e.case_id and back.id > e.id
          and back.type in ('reopened', 'recurred', 'reporter-unsatisfied'))`)
  return rows.map(({ urgency }) => urgency)
}

/** One complaint of several is answered under the post that it was cut from. */
const whole = alias(posts, 'whole')

const postsOf = (db: Queryable, caseId: string): Promise<ReportedPost[]> =>
  db
    .select({
      id: posts.id,
      platform: posts.platform,
      externalId: sql<string>`coalesce(${whole.externalId}, ${posts.externalId})`,
      url: posts.url,
      authorId: posts.authorId,
      authorHandle: posts.authorHandle,
      partOf: posts.partOf,
      thread: sql<string | null>`${posts.gatherable} ->> 'thread'`,
      sharedFrom: posts.sharedFrom,
      removed: sql<boolean>`${posts.deletedAt} is not null or ${posts.outcome} is not distinct from 'removed'`,
    })
    .from(posts)
    .leftJoin(whole, eq(whole.id, posts.partOf))
    .where(eq(posts.caseId, caseId))
    .orderBy(asc(posts.id))

const reachableFor = async (
  db: Queryable,
  governmentId: string,
): Promise<ReadonlySet<Platform>> => {
  const rows = await db
    .select({ connector: sources.connector })
    .from(sources)
    .where(and(eq(sources.governmentId, governmentId), maySpeak))
  return new Set(rows.map(({ connector }) => connector as Platform))
}
