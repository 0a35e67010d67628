/** What was said of a post before its words were read: for what a part was cut out, and by officers. */
import type { JudgedContext, ReadablePost } from '../core/reading.ts'
import type { Decision } from './decision.ts'
import type { Analysis } from './post-analysis.ts'
import type { ReaderRoom } from './reader-room.ts'

/**
 * A part keeps the category for which it was cut out: alone, its few words may say less. What an officer
 * said of a post stands, whatever its words say; what is dangerous or secret in them still counts.
 */
export function decisionOf(post: ReadablePost, analysis: Analysis, room: ReaderRoom): Decision {
  const decision = room.decide(analysis, post.platform ?? '', post.author)
  const { part, judged } = post.context ?? {}
  if (judged && room.categories.has(judged.category)) return judgedAs(judged, decision, room)
  if (!part || decision.secret.confidential || !room.categories.has(part.category)) return decision
  const settled = { ...decision.settled, category: part.category, kind: null, rule: null }
  return { ...decision, settled }
}

function judgedAs(
  { category, kind }: JudgedContext,
  decision: Decision,
  { categories, configuration }: ReaderRoom,
): Decision {
  const { slaClasses } = configuration.taxonomy
  const isSecret = slaClasses[categories.get(category)?.slaClass ?? '']?.confidential === true
  const secret = isSecret ? { ...decision.secret, confidential: true } : decision.secret
  return { ...decision, secret, settled: { ...decision.settled, category, kind, rule: null } }
}
