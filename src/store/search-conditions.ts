import {
  and,
  like as begins,
  eq,
  gte,
  inArray,
  isNull,
  lt,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { SearchFilter } from '../core/search-filters.ts'
import type { StemmedTerm } from '../ports/search.ts'
import { cases } from './schema/cases.ts'
import { caseTexts } from './schema/search.ts'

/** Shorter ones begin half the dictionary. */
const PREFIX_FROM = 3

/** Words are letters and digits only; the quotes make a lexeme of whatever they hold. */
const lexeme = (word: string): string => `'${word.replace(/['\\]/g, ' ')}'`

const oneWord = ({ word, stem }: { word: string; stem: string }): string => {
  const unfinished = word.length >= PREFIX_FROM ? `${lexeme(word)}:*` : lexeme(word)
  return stem === word ? unfinished : `(${lexeme(stem)} | ${unfinished})`
}

const oneTerm = ({ words, phrase, not: negated }: StemmedTerm): string => {
  const said = phrase
    ? `(${words.map(({ word }) => lexeme(word)).join(' <-> ')})`
    : words.map(oneWord).join(' & ')
  return negated ? `!(${said})` : said
}

/** Null where no words are asked for. */
export const queryOf = (terms: StemmedTerm[]): SQL | null =>
  terms.length > 0 ? sql`${terms.map(oneTerm).join(' & ')}::tsquery` : null

/** Each wanted word as any of those that are like it, and what was excluded; null: one has none. */
export const queryLike = (
  terms: StemmedTerm[],
  like: ReadonlyMap<string, string[]>,
): SQL | null => {
  const wanted = terms.filter((term) => !term.not).flatMap(({ words }) => words)
  const choices = wanted.map(({ word }) => (like.get(word) ?? []).map(lexeme))
  if (choices.some((words) => words.length === 0)) return null
  const excluded = terms.filter((term) => term.not).map(oneTerm)
  const all = [...choices.map((words) => `(${words.join(' | ')})`), ...excluded]
  return sql`${all.join(' & ')}::tsquery`
}

const inPlace = ({ words, codes }: Extract<SearchFilter, { kind: 'place' }>): SQL | undefined =>
  or(
    sql`${caseTexts.words} @@ ${words.map((word) => `${lexeme(word)}:B`).join(' & ')}::tsquery`,
    ...codes.map(
      (code) =>
        sql`(${cases.place} ->> 'code' = ${code} or ${cases.place} ->> 'code' like ${`${code}.%`})`,
    ),
  )

const meaning = (filter: SearchFilter): SQL | undefined => {
  switch (filter.kind) {
    case 'agency':
      return filter.ids ? inArray(cases.agencyId, filter.ids) : isNull(cases.agencyId)
    case 'place':
      return inPlace(filter)
    case 'state':
      return inArray(cases.state, filter.states)
    case 'open':
      return eq(cases.isOpen, filter.open)
    case 'snoozed':
      return and(cases.isOpen, cases.isSnoozed)
    case 'due':
      return and(
        cases.isOpen,
        filter.from ? gte(cases.dueAt, filter.from) : undefined,
        lt(cases.dueAt, filter.to),
      )
    case 'since':
      return gte(cases.openedAt, filter.from)
    case 'category':
      return inArray(cases.category, filter.ids)
    case 'urgency':
      return eq(cases.urgency, filter.urgency)
    case 'code':
      return begins(cases.code, `${filter.prefix}%`)
  }
}

/** A row for which nobody can say so (no owner, no place) is one for which it is not so. */
export const conditionOf = (filter: SearchFilter): SQL | undefined => {
  const said = meaning(filter)
  return filter.not && said ? not(sql`coalesce((${said}), false)`) : said
}
