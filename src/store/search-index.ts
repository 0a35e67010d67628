import { asc, inArray, sql } from 'drizzle-orm'
import type { CaseWords, Digest, SearchIndex } from '../ports/search.ts'
import type { Database, Queryable } from './database.ts'
import { cases } from './schema/cases.ts'
import { caseTexts, searchWaiting } from './schema/search.ts'

/** A viral case says the same in thousands of posts: the first ones and the newest are enough. */
const POSTS_EACH_END = 150
const POST_LENGTH = 4_000

export const hasTrigrams = async (db: Queryable): Promise<boolean> => {
  const { rows } = await db.execute(sql`select from pg_extension where extname = 'pg_trgm'`)
  return rows.length > 0
}

/** Two that digest one case at once could leave the older words: one process at a time. */
const alone = async (tx: Queryable): Promise<boolean> => {
  const { rows } = await tx.execute<{ got: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('search'), 0) as got`,
  )
  return rows[0]?.got ?? false
}

const takeWaiting = async (tx: Queryable, limit: number): Promise<string[]> => {
  const oldest = tx
    .select({ id: searchWaiting.id })
    .from(searchWaiting)
    .orderBy(asc(searchWaiting.id))
    .limit(limit)
  const rows = await tx
    .delete(searchWaiting)
    .where(inArray(searchWaiting.id, oldest))
    .returning({ caseId: searchWaiting.caseId })
  return rows.map(({ caseId }) => caseId)
}

const wordsOf = async (tx: Queryable, caseIds: string[]): Promise<CaseWords[]> => {
  const { rows } = await tx.execute<{ id: string; texts: string[] | null }>(sql`
    select c.id, (
      select array_agg(left(p.text, ${POST_LENGTH})) from (
        (select id, text from posts where case_id = c.id order by id limit ${POSTS_EACH_END})
        union
        (select id, text from posts where case_id = c.id order by id desc limit ${POSTS_EACH_END})
      ) p) as texts
    from cases c where c.id in ${caseIds}`)
  const texts = new Map(rows.map(({ id, texts: said }) => [id, said ?? []]))
  const found = await tx.select().from(cases).where(inArray(cases.id, caseIds))
  return found.map(({ id, governmentId, code, title, place }) => ({
    caseId: id,
    governmentId,
    code,
    title,
    place: place?.name ?? null,
    posts: texts.get(id) ?? [],
  }))
}

const keep = async (tx: Queryable, { caseId, governmentId }: CaseWords, words: string) => {
  const row = { words: sql`${words}::tsvector`, indexedAt: sql`now()` }
  await tx
    .insert(caseTexts)
    .values({ caseId, governmentId, ...row })
    .onConflictDoUpdate({ target: caseTexts.caseId, set: row })
}

/** Citizens say much the same: of a whole batch each word once, and in one order for everybody. */
const learn = async (tx: Queryable, heard: Map<string, Set<string>>): Promise<void> => {
  for (const [governmentId, words] of heard)
    await tx.execute(sql`
      insert into search_words (government_id, word)
      select ${governmentId}, unnest(${sql.param([...words].sort())}::text[]) on conflict do nothing`)
}

const digestAll = async (
  tx: Queryable,
  changed: CaseWords[],
  digest: (words: CaseWords) => Digest,
): Promise<void> => {
  const heard = new Map<string, Set<string>>()
  for (const one of changed) {
    const { words, lexemes } = digest(one)
    await keep(tx, one, words)
    const known = heard.get(one.governmentId) ?? new Set()
    for (const word of lexemes) known.add(word)
    heard.set(one.governmentId, known)
  }
  await learn(tx, heard)
}

export const createSearchIndex = (db: Database): SearchIndex => ({
  refresh: (limit, digest) =>
    db.transaction(async (tx) => {
      if (!(await alone(tx))) return 0
      const waiting = await takeWaiting(tx, limit)
      const changed = [...new Set(waiting)]
      if (changed.length > 0) await digestAll(tx, await wordsOf(tx, changed), digest)
      return waiting.length
    }),

  similarity: () => hasTrigrams(db),
})
