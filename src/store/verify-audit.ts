import { sql } from 'drizzle-orm'
import type { AuditFault, AuditVerdict } from '../core/audit.ts'
import type { Database } from './database.ts'
import { blockHash, CANONICAL, endOfChain, GENESIS } from './seal-audit.ts'

interface Seal {
  number: number
  entryIds: string[]
  previous: Buffer
  hash: Buffer
}

const sealAfter = async (db: Database, number: number): Promise<Seal | undefined> => {
  const { rows } = await db.execute<{
    number: string
    ids: string[]
    previous: Buffer
    hash: Buffer
  }>(
    sql`select number::text, entry_ids::text[] as ids, previous, hash from audit_seals
        where number > ${number} order by audit_seals.number limit 1`,
  )
  const [row] = rows
  return row && { ...row, number: Number(row.number), entryIds: row.ids }
}

const linesOf = async (db: Database, ids: string[]): Promise<Map<string, string>> => {
  const { rows } = await db.execute<{ id: string; line: string }>(sql`
    select id::text as id, ${CANONICAL} as line from audit_entries
    where id = any(${`{${ids.join(',')}}`}::bigint[])`)
  return new Map(rows.map(({ id, line }) => [id, line]))
}

/** One block against its entries and against the block before it. */
const faultsOf = async (db: Database, seal: Seal, before: Seal | null): Promise<AuditFault[]> => {
  const faults: AuditFault[] = []
  const expected = (before?.number ?? 0) + 1
  for (let number = expected; number < seal.number; number++)
    faults.push({ kind: 'missing-seal', seal: number })
  if (expected === seal.number && !seal.previous.equals(before?.hash ?? GENESIS))
    faults.push({ kind: 'broken-chain', seal: seal.number })
  const lines = await linesOf(db, seal.entryIds)
  const missing = seal.entryIds.filter((id) => !lines.has(id))
  if (missing.length > 0) faults.push({ kind: 'missing', seal: seal.number, entryIds: missing })
  else if (!blockHash(seal.previous, [...inOrder(seal, lines)]).equals(seal.hash))
    faults.push({ kind: 'changed', seal: seal.number, entryIds: seal.entryIds })
  return faults
}

const inOrder = ({ entryIds }: Seal, lines: Map<string, string>) =>
  entryIds.map((id) => lines.get(id) ?? '')

/** Entries that no seal holds though later ones are sealed: pushed in, or taken out of a seal. */
const straysOf = async (db: Database, end: { tx: string; id: string }): Promise<AuditFault[]> => {
  const { rows } = await db.execute<{ id: string }>(sql`
    select id::text as id from audit_entries
    where (tx, id) <= (${end.tx}::xid8, ${end.id}::bigint)
    except select unnest(entry_ids)::text from audit_seals`)
  return rows.length > 0 ? [{ kind: 'stray', entryIds: rows.map(({ id }) => id) }] : []
}

const counted = async (db: Database, end: { tx: string; id: string }) => {
  const { rows } = await db.execute<{ entries: string; open: string }>(sql`
    select count(*)::text as entries,
      count(*) filter (where (tx, id) > (${end.tx}::xid8, ${end.id}::bigint))::text as open
    from audit_entries`)
  return { entries: Number(rows[0]?.entries ?? 0), open: Number(rows[0]?.open ?? 0) }
}

/** The head that was written down outside must still be a link of the chain. */
const cutOf = (head: string | null, hashes: Map<number, string>): AuditFault[] => {
  const [number, hash] = head?.split(':') ?? []
  const known = !head || hashes.get(Number(number)) === hash
  return known ? [] : [{ kind: 'cut', head: head ?? '' }]
}

/** Walks the whole account, block by block. */
export const verifyAudit = async (
  db: Database,
  kept: string | null = null,
): Promise<AuditVerdict> => {
  const faults: AuditFault[] = []
  const hashes = new Map<number, string>()
  let before: Seal | null = null
  for (;;) {
    const seal: Seal | undefined = await sealAfter(db, before?.number ?? 0)
    if (!seal) break
    faults.push(...(await faultsOf(db, seal, before)))
    before = seal
    hashes.set(seal.number, seal.hash.toString('hex'))
  }
  const end = await endOfChain(db)
  faults.push(...(await straysOf(db, end)), ...cutOf(kept, hashes))
  const head = before && { seal: before.number, hash: before.hash.toString('hex') }
  return { ...(await counted(db, end)), seals: before?.number ?? 0, head, faults }
}
