/** On what law an answer about authority rests, on the day of the post. */
import type { AuthorityEntry, Category } from './configuration.ts'
import { isInForce } from './dated.ts'
import type { Authority } from './reading.ts'

/** What is said of a category goes before what its rule says of many. */
export const legalBasis = (
  entries: readonly AuthorityEntry[],
  { id, authorityRule }: Pick<Category, 'id' | 'authorityRule'>,
  level: Authority,
  on: string | null,
): AuthorityEntry | null => {
  const holds = (entry: AuthorityEntry) => entry.level === level && isInForce(entry, on)
  return (
    entries.find((entry) => entry.category === id && holds(entry)) ??
    entries.find((entry) => !entry.category && entry.rule === authorityRule && holds(entry)) ??
    null
  )
}
