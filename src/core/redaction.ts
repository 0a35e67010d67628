/**
 * A citizen took a post back. The case stays and its clock goes on (the hole in the road is still
 * there), but the words are not ours to keep: UU 27/2022 art. 8 and 43, and the platforms' own rules.
 */

import { titleOf } from './destination.ts'
import type { Gatherable } from './gatherable.ts'
import type { PostContext, Reading } from './reading.ts'

export const DELETED_TEXT = '[kiriman dihapus]'

interface Worded {
  context: PostContext | null
  reading: Reading | null
  gatherable: Gatherable | null
}

/** What stays of a post without its words: what it was about, and that it was. */
export const withoutWords = ({ context, reading, gatherable }: Worded) => ({
  text: DELETED_TEXT,
  url: null,
  authorId: null,
  authorHandle: null,
  engagement: null,
  context: contextWithout(context),
  reading: reading && { ...reading, children: [] },
  gatherable: gatherable && {
    ...gatherable,
    thread: null,
    telling: { words: [], names: [], marks: [], said: '' },
  },
})

const contextWithout = (context: PostContext | null): PostContext | null => {
  if (!context?.part) return null
  const { whole: _, ...part } = context.part
  return { part }
}

/** Titles that a case may have of a post: its first words, or those in its picture. */
export const titlesOf = ({ text, context }: Pick<Worded, 'context'> & { text: string }): string[] =>
  [text, context?.mediaText ?? ''].map(titleOf)

/** The title of a case that was a deleted post's first words; null where it was not. */
export const retitled = (
  title: string,
  deleted: { text: string; context: PostContext | null },
  next: string | null,
): string | null => {
  if (!titlesOf(deleted).includes(title)) return null
  return next ? titleOf(next) : DELETED_TEXT
}
