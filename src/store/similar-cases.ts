import { sql } from 'drizzle-orm'
import type { SimilarCase } from '../core/explanation.ts'
import type { Viewer } from '../core/roles.ts'
import type { Queryable } from './database.ts'
import { cases } from './schema/cases.ts'
import { visibleTo } from './visible-to.ts'

const COMPARED = 200
const SHOWN = 3

type Row = Omit<SimilarCase, 'because' | 'endedAt'> & { endedAt: string; samePlace: boolean }

/** Solved cases of the same category that share the place, or most words, with this one. */
export const similarCases = async (
  db: Queryable,
  viewer: Viewer,
  caseId: string,
): Promise<SimilarCase[]> => {
  const { rows } = await db.execute<Row & Record<string, unknown>>(sql`
    with mine as (select id, category, place_key, sample from cases where id = ${caseId}),
    past as (
      select ${cases.id} as id, ${cases.code} as code, ${cases.title} as title,
        ${cases.state} as state, ${cases.endedAt} as ended_at,
        coalesce(${cases.placeKey} = mine.place_key, false) as same_place
      from ${cases} join mine on ${cases.category} = mine.category and ${cases.id} <> mine.id
      where ${visibleTo(viewer)} and ${cases.sample} = mine.sample
        and ${cases.state} in ('resolved', 'closed') and ${cases.mergedInto} is null
      order by ${cases.endedAt} desc limit ${COMPARED}
    )
    select past.id, past.code, past.title, past.state, past.ended_at as "endedAt",
      past.same_place as "samePlace"
    from past cross join lateral (
      select count(*) as n from case_bands own join case_bands other using (band)
      where own.case_id = ${caseId} and other.case_id = past.id
    ) shared
    where past.same_place or shared.n > 0
    order by past.same_place desc, shared.n desc, past.ended_at desc limit ${SHOWN}`)
  return rows.map(({ samePlace, endedAt, ...row }) => ({
    ...row,
    endedAt: new Date(endedAt),
    because: samePlace ? 'kategori dan tempat yang sama' : 'kategori dan kata-kata yang sama',
  }))
}
