import { NOT_A_SERVICE } from './correction.ts'

/** Criticism of politicians is counted as a topic and never queued: we are no monitor of critics. */
const COUNTED_ONLY: ReadonlySet<string> = new Set(['gov.pejabat_politik'])

export const isCountedOnly = (category: string): boolean => COUNTED_ONLY.has(category)

/** What no service is asked by, and what is only counted, has no case. */
export const hasCases = (category: string): boolean =>
  category !== NOT_A_SERVICE && !isCountedOnly(category)
