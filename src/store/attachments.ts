import { and, eq } from 'drizzle-orm'
import type { Attachments } from '../ports/attachments.ts'
import type { Ids } from '../ports/ids.ts'
import type { Database } from './database.ts'
import { cases } from './schema/cases.ts'
import { attachments, posts } from './schema/posts.ts'
import { visibleTo } from './visible-to.ts'

/** Screenshots that officers paste: seen by whoever may see the case of their post. */
export const createAttachments = (db: Database, ids: Ids): Attachments => ({
  store: async ({ governmentId, name, mediaType, bytes }) => {
    const id = ids.next()
    await db
      .insert(attachments)
      .values({ id, governmentId, name, mediaType, bytes: Buffer.from(bytes) })
    return { id }
  },

  read: async (viewer, id) => {
    const [row] = await db
      .select({ bytes: attachments.bytes, mediaType: attachments.mediaType, caseId: cases.id })
      .from(attachments)
      .innerJoin(posts, eq(posts.id, attachments.postId))
      .innerJoin(cases, eq(cases.id, posts.caseId))
      .where(and(eq(attachments.id, id), visibleTo(viewer)))
    return row ?? null
  },
})
