import { sql } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { Viewer } from '../core/roles.ts'
import type { Suggestion } from '../ports/cases.ts'
import type { Queryable } from './database.ts'
import { cases } from './schema/cases.ts'
import { visibleTo } from './visible-to.ts'

/** A pair stands once, and a pair that people called "bukan sama" stays declined. */
export const suggest = async (
  tx: Queryable,
  about: Case,
  perhaps: { id: string; because: string; points: number }[],
): Promise<void> => {
  for (const { id, because, points } of perhaps)
    await tx.execute(sql`
      insert into case_suggestions (government_id, case_id, other_id, points, because, at)
      values (${about.governmentId}, least(${about.id}::uuid, ${id}::uuid),
        greatest(${about.id}::uuid, ${id}::uuid), ${points}, ${because}, ${about.openedAt})
      on conflict do nothing`)
}

/** Open cases that may be the same problem as this one, the likeliest first, if the viewer may see them. */
export const suggestionsFor = async (
  tx: Queryable,
  viewer: Viewer,
  caseId: string,
): Promise<Suggestion[]> => {
  const { rows } = await tx.execute<Suggestion & Record<string, unknown>>(sql`
    select ${cases.id} as id, ${cases.code} as code, ${cases.title} as title,
      ${cases.postCount} as "postCount", found.because
    from (
      select other_id as id, because, points from case_suggestions
      where case_id = ${caseId} and declined_at is null
      union all
      select case_id, because, points from case_suggestions
      where other_id = ${caseId} and declined_at is null
    ) found
    join ${cases} on ${cases.id} = found.id
    where ${cases.isOpen} and ${visibleTo(viewer)}
    order by found.points desc limit 10`)
  return rows
}

/** Remembered: never suggested again. */
export const declinePair = async (
  tx: Queryable,
  viewer: Viewer,
  pair: [string, string],
  now: Date,
): Promise<boolean> => {
  const [one, two] = pair
  const { rowCount } = await tx.execute(sql`
    update case_suggestions set declined_by = ${viewer.userId}, declined_at = ${now}
    where case_id = least(${one}::uuid, ${two}::uuid)
      and other_id = greatest(${one}::uuid, ${two}::uuid) and government_id = ${viewer.governmentId}`)
  return (rowCount ?? 0) > 0
}
