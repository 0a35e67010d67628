import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { overtaken, type Promotion } from '../core/promotion.ts'
import type { NewTraining, NewTurn, ReaderModels, ReaderState } from '../ports/learning.ts'
import type { Database, Queryable } from './database.ts'
import { readerModels, readerTurns } from './schema/learning.ts'
import { writeAudit } from './write-audit.ts'

/** Megabytes each: so many promoted ones can be gone back to. */
const KEPT = 8

/** Two that train or roll back at once write one after the other. */
const inTurn = (tx: Queryable, governmentId: string) =>
  tx.execute(
    sql`select pg_advisory_xact_lock(hashtext('reader-models'), hashtext(${governmentId}))`,
  )

const nextOf = async (
  tx: Queryable,
  table: typeof readerModels | typeof readerTurns,
  column: typeof readerModels.version | typeof readerTurns.turn,
  governmentId: string,
): Promise<number> => {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${column}), 0)::int` })
    .from(table)
    .where(eq(table.governmentId, governmentId))
  return (row?.last ?? 0) + 1
}

const take = async (tx: Queryable, governmentId: string, turn: NewTurn): Promise<void> => {
  const next = await nextOf(tx, readerTurns, readerTurns.turn, governmentId)
  await tx.insert(readerTurns).values({ governmentId, turn: next, ...turn })
  const { version, since: at, byName, because } = turn
  const after = { version, byName, because }
  await writeAudit(tx, [
    { governmentId, at, act: 'reader.served', subject: `reader:${governmentId}`, after },
  ])
}

const forgetOldest = async (tx: Queryable, governmentId: string) => {
  const [oldest] = await tx
    .select({ version: readerModels.version })
    .from(readerModels)
    .where(and(eq(readerModels.governmentId, governmentId), isNotNull(readerModels.bytes)))
    .orderBy(desc(readerModels.version))
    .offset(KEPT - 1)
    .limit(1)
  if (!oldest) return
  await tx
    .update(readerModels)
    .set({ bytes: null })
    .where(
      and(eq(readerModels.governmentId, governmentId), lt(readerModels.version, oldest.version)),
    )
}

/** Compare and set: whoever rolled back while it was trained has the last word. */
const standing = async (
  tx: Queryable,
  governmentId: string,
  { promotion, comparedWith }: NewTraining,
): Promise<Promotion> => {
  const { version } = await stateOf(tx, governmentId)
  const late = promotion.promote && version !== comparedWith
  return late ? overtaken(promotion, comparedWith, version) : promotion
}

const addTraining = async (tx: Queryable, governmentId: string, training: NewTraining) => {
  await inTurn(tx, governmentId)
  const promotion = await standing(tx, governmentId, training)
  const version = await nextOf(tx, readerModels, readerModels.version, governmentId)
  const { bytes, promotion: _wished, comparedWith: _with, ...kept } = training
  const { promote: promoted, because } = promotion
  const made = { ...kept, promoted, because, bytes: promoted ? Buffer.from(bytes) : null }
  await tx.insert(readerModels).values({ governmentId, version, ...made })
  if (!promoted) return { version, promotion }
  const { madeAt: since, madeBy: byName } = training
  await take(tx, governmentId, { version, since, byName, because: because.at(-1) ?? '' })
  await forgetOldest(tx, governmentId)
  return { version, promotion }
}

const stateOf = async (db: Queryable, governmentId: string): Promise<ReaderState> => {
  const { rows } = await db.execute<{ turn: number; version: number; silenced: string[] }>(sql`
    select coalesce(t.turn, 0) as turn, coalesce(t.version, 0) as version,
      array(select rule from silenced_rules
        where government_id = ${governmentId} and restored_at is null order by rule) as silenced
    from (select 1) as one
    left join lateral (select turn, version from reader_turns
      where government_id = ${governmentId} order by turn desc limit 1) t on true`)
  return rows[0] ?? { turn: 0, version: 0, silenced: [] }
}

export const createReaderModels = (db: Database): ReaderModels => ({
  state: (governmentId) => stateOf(db, governmentId),

  bytes: async (governmentId, version) => {
    const [row] = await db
      .select({ bytes: readerModels.bytes, base: readerModels.base })
      .from(readerModels)
      .where(and(eq(readerModels.governmentId, governmentId), eq(readerModels.version, version)))
    return row?.bytes ? { bytes: row.bytes, base: row.base } : null
  },

  list: async (governmentId) => {
    const { bytes, governmentId: _of, ...columns } = columnsOf
    const rows = await db
      .select({ ...columns, gone: isNull(bytes).mapWith(Boolean) })
      .from(readerModels)
      .where(eq(readerModels.governmentId, governmentId))
      .orderBy(asc(readerModels.version))
    return rows.map(({ gone, ...row }) => ({ ...row, kept: !gone }))
  },

  add: (governmentId, training) => db.transaction((tx) => addTraining(tx, governmentId, training)),

  serve: (governmentId, turn) =>
    db.transaction(async (tx) => {
      await inTurn(tx, governmentId)
      await take(tx, governmentId, turn)
    }),

  turns: (governmentId) =>
    db
      .select({
        turn: readerTurns.turn,
        version: readerTurns.version,
        since: readerTurns.since,
        byName: readerTurns.byName,
        because: readerTurns.because,
      })
      .from(readerTurns)
      .where(eq(readerTurns.governmentId, governmentId))
      .orderBy(asc(readerTurns.turn)),
})

const columnsOf = getTableColumns(readerModels)
