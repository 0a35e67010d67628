import { asc, inArray } from 'drizzle-orm'
import type { Case } from '../core/case.ts'
import { isOpen } from '../core/case-state.ts'
import { titleOf } from '../core/destination.ts'
import { gatherKeys } from '../core/gather-keys.ts'
import { placeKey } from '../core/place-key.ts'
import type { Ids } from '../ports/ids.ts'
import type { Queryable } from './database.ts'
import { type CaseToInsert, insertCase } from './open-case.ts'
import { caseBands } from './schema/cases.ts'
import { posts } from './schema/posts.ts'

/** The case that takes posts out of another: what they were read as, with the owner of the source. */
export const openSplit = async (
  tx: Queryable,
  ids: Ids,
  source: Case,
  { postIds, patch, now }: { postIds: string[]; patch: Partial<Case>; now: Date },
): Promise<Case> => {
  const found = await tx
    .select()
    .from(posts)
    .where(inArray(posts.id, postIds))
    .orderBy(asc(posts.id))
  const made = madeOf(source, found[0], patch, now)
  const opened = await insertCase(tx, ids, source.governmentId, made)
  await lend(tx, opened, found)
  return opened
}

type Post = typeof posts.$inferSelect

const madeOf = (
  source: Case,
  first: Post | undefined,
  patch: Partial<Case>,
  now: Date,
): CaseToInsert => {
  const state = stateOf(source, patch)
  return {
    ...readAs(source, first),
    state,
    isOpen: isOpen(state),
    confidential: source.confidential,
    agencyId: source.agencyId,
    proposedOwner: source.proposedOwner,
    because: [`dipisahkan dari kasus ${source.code}`],
    openedAt: first?.receivedAt ?? now,
    firstPostAt: now,
    lastPostAt: now,
    answeredAt: patch.answeredAt ?? null,
    sample: source.sample,
    history: source.history,
  }
}

const stateOf = ({ agencyId }: Case, { answeredAt }: Partial<Case>) => {
  if (answeredAt) return 'in-progress' as const
  return agencyId ? ('referred' as const) : ('new' as const)
}

/** What the first chosen post was read as; what a person made of the source where it was noise. */
const readAs = (source: Case, first: Post | undefined) => {
  const read = first?.reading
  const reading = read && read.kind !== 'irrelevant' ? read : source
  const place = reading.place ?? source.place
  return {
    kind: reading.kind,
    category: reading.category,
    urgency: reading.urgency,
    place,
    placeKey: place ? placeKey(place) : null,
    title: titleOf(first?.text || source.title),
  }
}

/** Later posts find the new case by its own posts' keys. */
const lend = async (tx: Queryable, { id, governmentId }: Case, found: Post[]) => {
  const keys = found.flatMap(({ gatherable }) =>
    gatherable?.telling ? gatherKeys(gatherable) : [],
  )
  const rows = [...new Set(keys)].map((band) => ({ governmentId, band, caseId: id }))
  if (rows.length > 0) await tx.insert(caseBands).values(rows).onConflictDoNothing()
}
