import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { ShippedTemplate } from '../core/answer-template.ts'
import type { Government } from '../core/configuration.ts'
import type { Queryable } from './database.ts'
import { replyTemplates } from './schema/templates.ts'
import { templateColumns } from './templates.ts'

type Own = Pick<Government, 'ownTemplates' | 'removedTemplates'>

const NOTHING_OWN: Own = {}

/** What a government wrote itself, or rewrote, or does without: beside what is shipped. */
export const ownTemplatesOf = async (
  db: Queryable,
  governmentId: string,
  shipped: ShippedTemplate[],
): Promise<Own> => {
  const rows = await db
    .select()
    .from(replyTemplates)
    .where(eq(replyTemplates.governmentId, governmentId))
    .orderBy(asc(replyTemplates.name), asc(replyTemplates.key))
  const known = new Map(shipped.map((template) => [template.key, template]))
  const own = rows
    .filter(({ retiredAt }) => retiredAt === null)
    .map((row) => ({ key: row.key, ...templateColumns(row) }))
    .filter((template) => !isDeepStrictEqual(template, known.get(template.key)))
  const removed = rows.filter(({ key, retiredAt }) => retiredAt !== null && known.has(key))
  return {
    ...(own.length > 0 ? { ownTemplates: own } : {}),
    ...(removed.length > 0 ? { removedTemplates: removed.map(({ key }) => key).sort() } : {}),
  }
}

/**
 * A document that says something new of its templates is taken at its word; one that says what it
 * said before leaves alone what was rewritten since.
 */
export const takeOwnTemplates = async (
  tx: Queryable,
  government: Government,
  before: Own = NOTHING_OWN,
  by: { who: string; now: Date },
): Promise<void> => {
  const { id: governmentId, ownTemplates = [], removedTemplates = [] } = government
  const same =
    isDeepStrictEqual(ownTemplates, before.ownTemplates ?? []) &&
    isDeepStrictEqual(removedTemplates, before.removedTemplates ?? [])
  if (same) return
  for (const template of ownTemplates) {
    const row = {
      ...templateColumns(template),
      governmentId,
      key: template.key,
      editedAt: by.now,
      editedBy: by.who,
      retiredAt: null,
    }
    await tx
      .insert(replyTemplates)
      .values(row)
      .onConflictDoUpdate({
        target: [replyTemplates.governmentId, replyTemplates.key],
        set: row,
        setWhere: sql`${replyTemplates.retiredAt} is not null
          or (${replyTemplates.name}, ${replyTemplates.text}, ${replyTemplates.states},
            ${replyTemplates.categories}) is distinct from (excluded.name, excluded.text,
            excluded.states, excluded.categories)`,
      })
  }
  if (removedTemplates.length > 0)
    await tx
      .update(replyTemplates)
      .set({ retiredAt: by.now, editedBy: by.who })
      .where(
        and(
          eq(replyTemplates.governmentId, governmentId),
          inArray(replyTemplates.key, removedTemplates),
          isNull(replyTemplates.retiredAt),
        ),
      )
}
