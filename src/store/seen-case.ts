import { and, eq } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import type { Viewer } from '../core/roles.ts'
import { toCase } from './case-rows.ts'
import type { Queryable } from './database.ts'
import { cases } from './schema/cases.ts'
import { visibleTo } from './visible-to.ts'

const thisCase = (viewer: Viewer, caseId: string) => and(eq(cases.id, caseId), visibleTo(viewer))

/** Null where the viewer may not see it: the same as where there is none. */
export const seenCase = async (
  db: Queryable,
  viewer: Viewer,
  caseId: string,
): Promise<Case | null> => {
  const [row] = await db.select().from(cases).where(thisCase(viewer, caseId))
  return row ? toCase(row) : null
}

/** Whoever changes what belongs to a case holds the case first. */
export const lockedCase = async (
  tx: Queryable,
  viewer: Viewer,
  caseId: string,
): Promise<Case | null> => {
  const [row] = await tx.select().from(cases).where(thisCase(viewer, caseId)).for('no key update')
  return row ? toCase(row) : null
}
