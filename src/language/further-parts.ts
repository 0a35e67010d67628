/** The further complaints of a post, each with whose duty it would be. */
import type { AuthorityEntry, Category, Government } from '../core/configuration.ts'
import type { FurtherPart, ReadablePost } from '../core/reading.ts'
import type { MentionFinder } from './mentions.ts'
import { ownershipEvidence } from './ownership-evidence.ts'
import type { Analysis } from './post-analysis.ts'
import { chooseRoute } from './route-choice.ts'
import {
  type Ears,
  type FurtherComplaint,
  furtherComplaints,
  type WholePost,
} from './several-complaints.ts'

export interface PartsRoom {
  ears: Ears & { analyse(post: ReadablePost): Analysis }
  categories: ReadonlyMap<string, Category>
  government: Government | null
  mentions: MentionFinder
  laws: readonly AuthorityEntry[]
}

export function furtherParts(post: ReadablePost, whole: WholePost, room: PartsRoom): FurtherPart[] {
  // a part is never cut again
  if (post.context?.part) return []
  return furtherComplaints(whole, room.ears).flatMap((found) => partOf(found, post, whole, room))
}

function partOf(
  { category: id, text }: FurtherComplaint,
  post: ReadablePost,
  whole: WholePost,
  { ears, categories, government, mentions, laws }: PartsRoom,
): FurtherPart[] {
  const category = categories.get(id)
  if (!category) return []
  const own = ears.analyse({ id: post.id, text })
  const analysis = own.where.place ? own : { ...own, where: whole.analysis.where }
  const evidence = ownershipEvidence({ post: { ...post, text }, analysis, government, mentions })
  const secret = { integrity: false, category: null }
  const kind = 'complaint'
  const { route } = chooseRoute({
    analysis,
    evidence,
    government,
    category,
    kind,
    secret,
    laws,
  })
  return [{ category: id, text, function: route.function, agency: route.agency }]
}
