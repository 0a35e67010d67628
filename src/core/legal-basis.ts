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
  const holding = entries.filter((entry) => entry.level === level && isInForce(entry, on))
  return (
    holding.find(({ category }) => category === id) ??
    holding.find(({ category, rule }) => !category && rule === authorityRule) ??
    null
  )
}
