/** What no text for citizens may hold, by whatever way it leaves. */
import { unfilledIn } from './answer-template.ts'
import { type Refusal, refuse } from './errors.ts'
import { lintTone, refusedTone } from './tone-lint.ts'

/** Null: everything that the template asked for was written. */
export const whyUnfinished = (text: string): Refusal | null => {
  const [unfilled] = unfilledIn(text)
  return unfilled === undefined
    ? null
    : refuse('template-unfinished', `Belum ditulis: ${unfilled}.`)
}

/** Null: it may be said. Gaps of a template come first, they are the quicker ones to mend. */
export const whyNotSay = (text: string, where: 'public' | 'private'): Refusal | null => {
  const unfinished = whyUnfinished(text)
  if (unfinished) return unfinished
  const [asked] = refusedTone(lintTone(text, where))
  return asked
    ? refuse('tone-refused', `“${asked.quote}”: ${asked.because} ${asked.suggestion}`)
    : null
}
