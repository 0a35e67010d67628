/** The further complaints of a post as posts of their own, and what of the whole they may know. */
import type { FurtherPart, PartContext, Reading } from './reading.ts'

export interface PartPost {
  text: string
  /** "<id>#2": the same post read twice makes no second part. */
  externalId: string
  /** Gone where the whole is confidential: who wrote it, and where it stands. */
  keepsAuthor: boolean
  context: PartContext
}

interface Whole {
  externalId: string
  text: string
}

export const partPostsOf = (
  { externalId, text }: Whole,
  { children = [], confidential, urgency }: Reading,
): PartPost[] =>
  children.map((child: FurtherPart, at) => ({
    text: child.text,
    externalId: `${externalId}#${at + 2}`,
    keepsAuthor: !confidential,
    context: {
      number: at + 2,
      of: children.length + 1,
      category: child.category,
      rang: urgency === 'P1',
      // an allegation stays where it was made
      ...(confidential ? {} : { whole: text }),
    },
  }))
