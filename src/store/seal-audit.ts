import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from './database.ts'

/** Entries in one block at most: a block is read whole when it is checked. */
const BLOCK = 1000

/** Any number, the same in every process: only one seals at a time. */
const SEAL_LOCK = 72_010_042

export const GENESIS = Buffer.alloc(32)

/**
 * The bytes that are hashed: every field as Postgres itself writes it (jsonb and moments have one
 * form each), as a JSON array, one line an entry. A move to another cluster changes none of it.
 */
export const CANONICAL: SQL = sql`json_build_array(id::text, government_id,
  (extract(epoch from at) * 1000000)::bigint::text, actor_id, actor_name, via, act, subject,
  before::text, after::text, request_id)::text`

export const blockHash = (previous: Buffer, lines: readonly string[]): Buffer => {
  const hash = createHash('sha256').update(previous)
  for (const line of lines) hash.update(line).update('\n')
  return hash.digest()
}

interface Line {
  id: string
  line: string
  tx: string
}

interface End {
  number: number
  hash: Buffer
  tx: string
  id: string
}

const NOTHING_SEALED: End = { number: 0, hash: GENESIS, tx: '0', id: '0' }

/** Where the chain ends. A bare `number` would sort by the text that is selected: "9" after "10". */
export const endOfChain = async (db: Queryable): Promise<End> => {
  const { rows } = await db.execute<{ number: string; hash: Buffer; tx: string; id: string }>(sql`
    select number::text, hash, last_tx::text as tx, entry_ids[cardinality(entry_ids)]::text as id
    from audit_seals order by audit_seals.number desc limit 1`)
  const [row] = rows
  return row ? { ...row, number: Number(row.number) } : NOTHING_SEALED
}

/** Entries of transactions that are surely over, behind the sealed ones, in that order. */
const waiting = async (tx: Queryable, end: End): Promise<Line[]> => {
  const { rows } = await tx.execute<Line & Record<string, unknown>>(sql`
    select id::text as id, ${CANONICAL} as line, tx::text as tx from audit_entries
    where (tx, id) > (${end.tx}::xid8, ${end.id}::bigint)
      and tx < pg_snapshot_xmin(pg_current_snapshot())
    order by audit_entries.tx, audit_entries.id limit ${BLOCK}`)
  return rows
}

/** Chains one more block; says how many entries it holds, 0 where nothing waits. */
export const sealBlock = async (tx: Queryable, now: Date): Promise<number> => {
  await tx.execute(sql`select pg_advisory_xact_lock(${SEAL_LOCK})`)
  const previous = await endOfChain(tx)
  const lines = await waiting(tx, previous)
  const last = lines.at(-1)
  if (!last) return 0
  const hash = blockHash(
    previous.hash,
    lines.map(({ line }) => line),
  )
  const ids = sql.join(
    lines.map(({ id }) => sql`${id}::bigint`),
    sql`, `,
  )
  await tx.execute(sql`
    insert into audit_seals (number, entry_ids, last_tx, previous, hash, sealed_at)
    values (${previous.number + 1}, array[${ids}], ${last.tx}::xid8, ${previous.hash}, ${hash}, ${now})`)
  return lines.length
}
