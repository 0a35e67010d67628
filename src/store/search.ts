import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { refuse } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'
import { searchWords } from '../core/search-query.ts'
import type { FoundCase, Search, SearchFound, SearchWish } from '../ports/search.ts'
import { toCase } from './case-rows.ts'
import type { Database, Queryable } from './database.ts'
import { decodeMarker, encodeMarker, isUuid, type Marker } from './keyset.ts'
import { cases } from './schema/cases.ts'
import { caseTexts, searchWaiting } from './schema/search.ts'
import { conditionOf, queryLike, queryOf } from './search-conditions.ts'
import { hasTrigrams } from './search-index.ts'
import { visibleTo } from './visible-to.ts'

/** Weighing a word that half of all cases hold would cost more than it tells. */
const WEIGHED_AT_MOST = 1_000
const POSTS_SHOWN = 20
/** One letter wrong in a word of six is still that word. */
const LIKENESS = 0.3
const LIKE_WORDS = 5
const WAITING_COUNTED = 100_000

type Row = { row: typeof cases.$inferSelect; key: string }

const conditions = (viewer: Viewer, { filters }: SearchWish, words: SQL | undefined) =>
  and(visibleTo(viewer), words, ...filters.map(conditionOf))

const byKey = (key: SQL, marker: Marker | null, type: 'real' | 'moment'): SQL | undefined => {
  if (!marker) return undefined
  const value = type === 'real' ? sql`${marker[0]}::real` : sql`to_timestamp(${marker[0]}::float8)`
  return sql`(${key}, ${cases.id}) < (${value}, ${marker[1]}::uuid)`
}

const NEWEST = sql`"cases".last_post_at`

/** All of history, the latest word of a citizen first. */
const newestRows = (
  tx: Queryable,
  viewer: Viewer,
  wish: SearchWish,
  query: SQL | null,
  marker: Marker | null,
): Promise<Row[]> => {
  const words = query ? sql`${caseTexts.words} @@ ${query}` : undefined
  return tx
    .select({ row: cases, key: sql<string>`extract(epoch from ${NEWEST})::text` })
    .from(cases)
    .leftJoin(caseTexts, eq(caseTexts.caseId, cases.id))
    .where(and(conditions(viewer, wish, words), byKey(NEWEST, marker, 'moment')))
    .orderBy(desc(NEWEST), desc(cases.id))
    .limit(wish.limit + 1)
}

/** How well it says it: where the words stand, and how like the title it is. */
const rankedRows = async (
  tx: Queryable,
  viewer: Viewer,
  wish: SearchWish,
  query: SQL,
  marker: Marker | null,
  similarity: boolean,
): Promise<Row[]> => {
  const text = wantedText(wish)
  const newest = tx
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(caseTexts, eq(caseTexts.caseId, cases.id))
    .where(conditions(viewer, wish, sql`${caseTexts.words} @@ ${query}`))
    .orderBy(desc(NEWEST), desc(cases.id))
    .limit(WEIGHED_AT_MOST)
  const likeness = similarity ? sql`+ 0.2 * word_similarity(${text}, lower("cases".title))` : sql``
  const rank = sql`(ts_rank(${caseTexts.words}, ${query}) ${likeness})::real`
  return tx
    .select({ row: cases, key: sql<string>`(${rank})::text` })
    .from(cases)
    .innerJoin(caseTexts, eq(caseTexts.caseId, cases.id))
    .where(and(sql`${cases.id} in (${newest})`, byKey(rank, marker, 'real')))
    .orderBy(desc(rank), desc(cases.id))
    .limit(wish.limit + 1)
}

const wantedText = ({ terms }: SearchWish): string =>
  terms
    .filter((term) => !term.not)
    .flatMap(({ words }) => words.map(({ word }) => word))
    .join(' ')

/** The likest words that occur, for each that is wanted. */
const likeWords = async (tx: Queryable, viewer: Viewer, wish: SearchWish) => {
  await tx.execute(sql.raw(`set local pg_trgm.similarity_threshold = ${LIKENESS}`))
  const found = new Map<string, string[]>()
  for (const word of searchWords(wantedText(wish))) {
    const { rows } = await tx.execute<{ word: string }>(sql`
      select word from search_words where government_id = ${viewer.governmentId} and word % ${word}
      order by similarity(word, ${word}) desc, word limit ${LIKE_WORDS}`)
    found.set(
      word,
      rows.map((row) => row.word),
    )
  }
  return found
}

/** Nothing has these words: what has words like them, the likest first. One page. */
const similarRows = async (tx: Queryable, viewer: Viewer, wish: SearchWish): Promise<Row[]> => {
  const query = queryLike(wish.terms, await likeWords(tx, viewer, wish))
  if (!query) return []
  return (await rankedRows(tx, viewer, wish, query, null, true)).slice(0, wish.limit)
}

const NUMBER = /^\d{1,20}(\.\d{1,20})?(e-?\d{1,3})?$/
/** The last year that a marker may name: 9000. */
const LAST_SECOND = 221_845_392_000

const markerOf = (cursor: string): Marker | null => {
  const [key, id] = decodeMarker(cursor, 2) ?? []
  const good = NUMBER.test(String(key)) && isUuid(String(id)) && Number(key) < LAST_SECOND
  return good ? [String(key), String(id)] : null
}

const textsOf = async (tx: Queryable, rows: Row[]): Promise<FoundCase[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ row }) => row.id)
  const { rows: said } = await tx.execute<{ id: string; text: string }>(sql`
    select c.id, p.text from cases c cross join lateral (
      select id, text from posts where case_id = c.id order by id desc limit ${POSTS_SHOWN}) p
    where c.id in ${ids} order by p.id desc`)
  return rows.map(({ row }) => ({
    case: toCase(row),
    texts: said.filter(({ id }) => id === row.id).map(({ text }) => text),
  }))
}

const countWaiting = async (tx: Queryable): Promise<number> => {
  const some = tx.select({ id: searchWaiting.caseId }).from(searchWaiting).limit(WAITING_COUNTED)
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(distinct id)::int as n from (${some}) waiting (id)`,
  )
  return rows[0]?.n ?? 0
}

const foundIn = async (
  tx: Queryable,
  viewer: Viewer,
  wish: SearchWish,
  marker: Marker | null,
): Promise<SearchFound> => {
  const [similarity, waiting] = [await hasTrigrams(tx), await countWaiting(tx)]
  const query = queryOf(wish.terms)
  const ranked = wish.sort === 'rank' && query !== null && wantedText(wish) !== ''
  const rows = ranked
    ? await rankedRows(tx, viewer, wish, query, marker, similarity)
    : await newestRows(tx, viewer, wish, query, marker)
  if (rows.length === 0 && !marker && similarity && wantedText(wish) !== '') {
    const alikeRows = await similarRows(tx, viewer, wish)
    const items = await textsOf(tx, alikeRows)
    return { kind: 'found', items, next: null, how: 'similar', waiting, similarity }
  }
  const page = rows.slice(0, wish.limit)
  const last = rows.length > wish.limit ? page.at(-1) : undefined
  const next = last ? encodeMarker([last.key, last.row.id]) : null
  const items = await textsOf(tx, page)
  return { kind: 'found', items, next, how: 'exact', waiting, similarity }
}

export const createSearch = (db: Database): Search => ({
  find: async (viewer, wish) => {
    const marker = wish.cursor ? markerOf(wish.cursor) : null
    if (wish.cursor && !marker) return refuse('bad-cursor')
    return db.transaction((tx) => foundIn(tx, viewer, wish, marker))
  },
})
