import type { Pairs } from '../core/promotion.ts'
import type { Kind, ReadablePost, Reading } from '../core/reading.ts'
import type { Reader } from '../language/reader.ts'

/** A post of which it is known what is right; what is null, or empty, nobody knows. */
export interface KnownPost extends ReadablePost {
  among: string[]
  kind: Kind | null
  owner: string | null
}

interface Claim {
  /** Whether it says anything about this post. */
  asks(post: KnownPost): boolean
  holds(post: KnownPost, reading: Reading): boolean
}

const CATEGORY: Claim = {
  asks: ({ among }) => among.length > 0,
  holds: ({ among }, { category }) => among.includes(category),
}
const OWNER: Claim = {
  asks: ({ owner }) => owner !== null,
  holds: ({ owner }, { agency }) => agency === owner,
}
const KIND: Claim = {
  asks: ({ kind }) => kind !== null,
  holds: (post, { kind }) => post.kind === kind,
}
const PARTS = [CATEGORY, OWNER, KIND]
/** All that is known of it. */
const WHOLE: Claim = {
  asks: (post) => PARTS.some(({ asks }) => asks(post)),
  holds: (post, reading) => PARTS.every((part) => !part.asks(post) || part.holds(post, reading)),
}

/** Both read the same posts: what became right, and what became wrong. */
export const compareReaders = (old: Reader, fresh: Reader, posts: KnownPost[]) => {
  const both = posts.map((post) => ({ post, before: old.read(post), after: fresh.read(post) }))
  const pairsOf = ({ asks, holds }: Claim): Pairs => {
    const asked = both.filter(({ post }) => asks(post))
    const marks = asked.map(({ post, before, after }) => ({
      before: holds(post, before),
      after: holds(post, after),
    }))
    return {
      n: marks.length,
      oldRight: marks.filter(({ before }) => before).length,
      newRight: marks.filter(({ after }) => after).length,
      won: marks.filter(({ before, after }) => after && !before).length,
      lost: marks.filter(({ before, after }) => before && !after).length,
    }
  }
  return {
    whole: pairsOf(WHOLE),
    category: pairsOf(CATEGORY),
    owner: pairsOf(OWNER),
    kind: pairsOf(KIND),
  }
}
