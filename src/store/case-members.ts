import { authorKeyOf } from '../core/author-key.ts'
import type { Case } from '../core/case.ts'
import { gatherKeys } from '../core/gather-keys.ts'
import type { Gatherable } from '../core/gatherable.ts'
import type { PostToRead } from '../ports/reading.ts'
import type { Queryable } from './database.ts'
import { caseAuthors, caseBands } from './schema/cases.ts'

type Owner = Pick<Case, 'id' | 'governmentId'>

/** True where the author had not spoken in this case before. */
export const addAuthor = async (tx: Queryable, to: Owner, post: PostToRead): Promise<boolean> => {
  const rows = await tx
    .insert(caseAuthors)
    .values({ caseId: to.id, governmentId: to.governmentId, authorKey: authorKeyOf(post) })
    .onConflictDoNothing()
    .returning({ key: caseAuthors.authorKey })
  return rows.length > 0
}

export const addBands = async (tx: Queryable, to: Owner, gatherable: Gatherable): Promise<void> => {
  const bands = gatherKeys(gatherable)
  if (bands.length === 0) return
  const rows = bands.map((band) => ({ governmentId: to.governmentId, band, caseId: to.id }))
  await tx.insert(caseBands).values(rows).onConflictDoNothing()
}
