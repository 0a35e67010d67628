import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { ShippedTemplate, TemplateText } from '../core/answer-template.ts'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import type { Clock } from '../ports/clock.ts'
import type { Ids } from '../ports/ids.ts'
import type { Template, Templates } from '../ports/templates.ts'
import type { Database, Queryable } from './database.ts'
import { replyTemplates } from './schema/templates.ts'
import { writeAudit } from './write-audit.ts'

type Row = typeof replyTemplates.$inferSelect

const toTemplate = ({ governmentId: _g, key: _k, retiredAt: _r, ...row }: Row): Template => row

export const templateColumns = ({ name, text, states, categories }: TemplateText) => ({
  name,
  text,
  states,
  categories,
})

const standing = (governmentId: string, id: string) =>
  and(
    eq(replyTemplates.id, id),
    eq(replyTemplates.governmentId, governmentId),
    isNull(replyTemplates.retiredAt),
  )

/** What was shipped is proposed once: what people removed or rewrote stays as they left it. */
export const proposeTemplates = async (
  tx: Queryable,
  governmentId: string,
  shipped: ShippedTemplate[],
  now: Date,
): Promise<void> => {
  for (const template of shipped) {
    const row = { ...templateColumns(template), governmentId, key: template.key, editedAt: now }
    await tx
      .insert(replyTemplates)
      .values(row)
      .onConflictDoUpdate({
        target: [replyTemplates.governmentId, replyTemplates.key],
        set: row,
        setWhere: sql`${replyTemplates.editedBy} is null and ${replyTemplates.retiredAt} is null
          and (${replyTemplates.name}, ${replyTemplates.text}, ${replyTemplates.states},
            ${replyTemplates.categories}) is distinct from (excluded.name, excluded.text,
            excluded.states, excluded.categories)`,
      })
  }
}

const written = (viewer: Viewer, template: TemplateText, now: Date) => ({
  ...templateColumns(template),
  editedAt: now,
  editedBy: viewer.name,
})

const tell = (
  tx: Queryable,
  act: string,
  { id, governmentId }: Row,
  at: Date,
  after: Record<string, unknown> | null,
) => writeAudit(tx, [{ governmentId, at, act, subject: `template:${id}`, after }])

export const createTemplates = (db: Database, clock: Clock, ids: Ids): Templates => ({
  list: async (governmentId) => {
    const rows = await db
      .select()
      .from(replyTemplates)
      .where(and(eq(replyTemplates.governmentId, governmentId), isNull(replyTemplates.retiredAt)))
      .orderBy(asc(replyTemplates.name), asc(replyTemplates.id))
    return rows.map(toTemplate)
  },

  add: (viewer, template) =>
    db.transaction(async (tx) => {
      // its name for ever, by which an exported one is found again
      const key = `sendiri-${ids.next()}`
      const { governmentId } = viewer
      const [row] = await tx
        .insert(replyTemplates)
        .values({ ...written(viewer, template, clock.now()), governmentId, key })
        .returning()
      await tell(tx, 'template.added', row as Row, clock.now(), { ...template })
      return toTemplate(row as Row)
    }),

  edit: (viewer, id, template) =>
    db.transaction(async (tx) => {
      const [row] = await tx
        .update(replyTemplates)
        .set(written(viewer, template, clock.now()))
        .where(standing(viewer.governmentId, id))
        .returning()
      if (row) await tell(tx, 'template.edited', row, clock.now(), { ...template })
      return row ? toTemplate(row) : refuse('not-found')
    }),

  remove: (viewer, id) =>
    db.transaction(async (tx) => {
      const [row] = await tx
        .update(replyTemplates)
        .set({ retiredAt: clock.now(), editedBy: viewer.name })
        .where(standing(viewer.governmentId, id))
        .returning()
      if (row) await tell(tx, 'template.removed', row, clock.now(), null)
      return row !== undefined
    }),

  countUse: async (governmentId, id) => {
    await db
      .update(replyTemplates)
      .set({ used: sql`${replyTemplates.used} + 1`, lastUsedAt: clock.now() })
      .where(standing(governmentId, id))
  },
})
