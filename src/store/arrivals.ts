import type { ReceiveOptions } from '../ports/posts.ts'
import type { Queryable } from './database.ts'
import { arrivals } from './schema/ledger.ts'

/** Counted where posts are stored, in the same transaction: what their outcomes must add up to. */
export const countArrivals = async (
  tx: Queryable,
  { governmentId, sourceId, receivedAt: at, sample }: ReceiveOptions,
  posts: number,
): Promise<void> => {
  if (posts > 0) await tx.insert(arrivals).values({ governmentId, sourceId, at, posts, sample })
}
