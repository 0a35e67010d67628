/** What no chance overcomes: which posts are never one problem, and where only people may say so. */
import type { Gatherable } from './gatherable.ts'
import { windowOf } from './gathering-windows.ts'
import type { Compared } from './group-evidence.ts'
import type { PairEvidence } from './pair-evidence.ts'

const MOST_ELSEWHERE = 0.5

/**
 * However likely: where the place of the case is unknown and no thread ties them, where words were
 * borrowed without their place or with a place put to them, and where a suspicion would have to
 * yield though they do not name the same road, school or village.
 */
export function isDoubtful(
  { telling }: Gatherable,
  { evidence, standing, feared }: Compared,
): boolean {
  const { bothUnplaced, borrowed, placePut, elsewhere, sameThread } = evidence
  const placed = telling.names.length > 0
  const nowhere = bothUnplaced > 0 && sameThread === 0
  if (standing === 'unplaced' && (placed || nowhere)) return true
  if (feared && standing !== 'same') return true
  return borrowed > 0 || placePut > 0 || elsewhere > MOST_ELSEWHERE
}

export function reasonAgainst(post: Gatherable, candidate: Gatherable): string | null {
  if (post.confidential !== candidate.confidential && !isFearedAlone(post, candidate))
    return 'rahasia tidak digabung dengan yang terbuka'
  if (intent(post) !== intent(candidate)) return 'maksudnya lain'
  if (post.postedAt === null || candidate.postedAt === null) return null
  const window = Math.max(windowOf(post.category), windowOf(candidate.category))
  return Math.abs(post.postedAt - candidate.postedAt) > window ? 'waktunya terlalu jauh' : null
}

/**
 * What is secret opens no public case. But where others openly complain of the same, a small
 * suspicion yields to their company; nobody who is open is ever drawn into a secret case.
 */
const isFearedAlone = (post: Gatherable, candidate: Gatherable): boolean =>
  post.feared === true && post.confidential && !candidate.confidential

/** As it lies in its case: whose suspicion yielded must not draw in what is secret. */
export const asMember = (post: Gatherable, secret: boolean): Gatherable =>
  post.confidential === secret ? post : { ...post, confidential: secret, feared: false }

/** A complaint, a wish and an emergency may be one problem; praise and chat are not. */
export function intent({ kind, sharedFrom }: Gatherable): string {
  if (sharedFrom) return 'complaint'
  return kind === 'praise' || kind === 'irrelevant' ? kind : 'complaint'
}

/** The same wording in another place is another problem, however like the words. */
export function reasonElsewhere({ pairs, standing }: Compared): string | null {
  if (pairs.some(isTemplateElsewhere)) return 'kata-katanya mirip, tempatnya lain'
  const marked = pairs.filter(({ otherMark }) => otherMark > 0).length
  if (marked * 2 > pairs.length) return 'nomornya lain'
  return standing === 'elsewhere' ? 'tempatnya lain' : null
}

const isTemplateElsewhere = ({ likeness, wordShare, swapped }: PairEvidence): boolean =>
  Math.max(likeness, wordShare) >= TEMPLATE && swapped >= SWAPPED
const TEMPLATE = 0.25
/** A copy in which a word at least so rare was exchanged on both sides is about another place. */
const SWAPPED = 0.55

/** What the one says is nearly all in the other: a repost, a quotation, the same text again. */
export const isCopy = (evidence: PairEvidence): boolean => {
  const { likeness, contained, unshared, sameCategory, added, strange } = evidence
  if (likeness < LEAST_LIKE || added > LEAST_NAME) return false
  if (likeness >= WHOLLY || contained >= QUOTED) return true
  if (sameCategory === 0 || strange > LEAST_NAME) return false
  return Math.max(likeness, contained - unshared) >= COPY
}

const LEAST_LIKE = 0.3
const WHOLLY = 0.9
const QUOTED = 0.995
const LEAST_NAME = 0.3
/** A hair less: sums in another order must not decide. */
const COPY = 0.7 - 1e-9
