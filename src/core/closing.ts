/** What a case needs before it can be called "Selesai" (domain: an answer, an action record, evidence). */
import type { Case } from './case.ts'
import { type ErrorCode, type Refusal, refuse, sentenceOf } from './errors.ts'

export interface Closing {
  text: string
  /** Why the citizen got no public answer. */
  privateReason: string | null
  /** Pieces of evidence that stand: photos, a letter, the reporter's word, a public link. */
  evidence: number
  /** Why there is none. */
  evidenceReason: string | null
}

/** A case as its rules or a page hold it. */
type Done = Pick<Case, 'owesAnswer'> & { followedUpAt: unknown }

/** What was not done yet, evidence aside. */
export const undone = (
  { owesAnswer, followedUpAt }: Done,
  { privateReason }: Pick<Closing, 'privateReason'>,
): ErrorCode[] => [
  ...(owesAnswer && !privateReason ? ['answer-missing' as const] : []),
  ...(followedUpAt ? [] : ['follow-up-missing' as const]),
]

/** All that is missing, said at once. */
export const whyNotClosed = (current: Case, closing: Closing): Refusal | null => {
  const shown = closing.evidence > 0 || closing.evidenceReason
  const missing = [...undone(current, closing), ...(shown ? [] : ['evidence-missing' as const])]
  return missing[0] ? refuse(missing[0], allMissing(missing)) : null
}

const NOT_YET = 'Kasus belum dapat diselesaikan: '

/** What the sentences of the catalogue say, with their common beginning only once. */
const allMissing = (missing: ErrorCode[]): string => {
  const parts = missing.map((code) => sentenceOf(code).replace(NOT_YET, '').replace(/\.$/, ''))
  return `${NOT_YET}${parts.join('; ')}.`
}
