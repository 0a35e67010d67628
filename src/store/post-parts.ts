import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Viewer } from '../core/roles.ts'
import type { PostPart } from '../ports/cases.ts'
import type { Queryable } from './database.ts'
import { cases } from './schema/cases.ts'
import { posts } from './schema/posts.ts'
import { visibleTo } from './visible-to.ts'

const sister = alias(posts, 'sister')

/** Of the same citizen's post; the first is that post itself. */
const sistersOf = (tx: Queryable, viewer: Viewer, caseId: string) =>
  tx
    .select({
      postId: posts.id,
      id: sister.id,
      number: sql<number>`coalesce((${sister.context} -> 'part' ->> 'number')::int, 1)`,
      text: sister.text,
      isFirst: isNull(sister.partOf).mapWith(Boolean),
      caseId: cases.id,
      code: cases.code,
      open: sql<boolean>`not coalesce(${cases.confidential}, false)`,
      seen: sql<boolean>`coalesce(${visibleTo(viewer)}, false)`,
    })
    .from(posts)
    .innerJoin(
      sister,
      sql`coalesce(${sister.partOf}, ${sister.id}) = coalesce(${posts.partOf}, ${posts.id})`,
    )
    .leftJoin(cases, eq(cases.id, sister.caseId))
    .where(
      and(
        eq(posts.caseId, caseId),
        or(
          sql`${posts.partOf} is not null`,
          inArray(posts.id, sql`(select part_of from posts where part_of is not null)`),
        ),
      ),
    )
    .orderBy(sister.id)

type Sister = Awaited<ReturnType<typeof sistersOf>>[number]

/** Post → which part it is; of a secret post nobody else learns that it had more to say. */
export const partsIn = async (
  tx: Queryable,
  viewer: Viewer,
  caseId: string,
): Promise<Map<string, PostPart>> => {
  const families = new Map<string, Sister[]>()
  for (const row of await sistersOf(tx, viewer, caseId))
    families.set(row.postId, [...(families.get(row.postId) ?? []), row])
  const parts = new Map<string, PostPart>()
  for (const [postId, family] of families) {
    const part = partOf(postId, family)
    if (part) parts.set(postId, part)
  }
  return parts
}

const partOf = (postId: string, family: Sister[]): PostPart | null => {
  const own = family.find(({ id }) => id === postId)
  const first = family.find(({ isFirst }) => isFirst)
  if (!own || !first || !(first.seen || first.open)) return null
  return {
    number: own.number,
    of: family.length,
    whole: own === first ? null : first.text,
    sisters: family.flatMap(({ id, number, caseId, code, seen }) =>
      seen && caseId && code && id !== postId ? [{ number, caseId, code }] : [],
    ),
  }
}
