import { sql } from 'drizzle-orm'
import type { Audit } from '../ports/audit.ts'
import { actAs } from './acting.ts'
import type { Database } from './database.ts'
import { listAudit } from './list-audit.ts'
import { endOfChain, sealBlock } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'
import { writeAudit } from './write-audit.ts'

const standingOf = async (db: Database): ReturnType<Audit['standing']> => {
  const end = await endOfChain(db)
  const { rows } = await db.execute<{ open: number; oldest: string | null }>(sql`
    select count(*)::int as open, min(at) as oldest from audit_entries
    where (tx, id) > (${end.tx}::xid8, ${end.id}::bigint)`)
  const { open = 0, oldest = null } = rows[0] ?? {}
  const head = end.number > 0 ? { seal: end.number, hash: end.hash.toString('hex') } : null
  return { head, open, oldestOpen: oldest ? new Date(oldest) : null }
}

export const createAudit = (db: Database): Audit => ({
  as: actAs,
  write: (acts) => writeAudit(db, acts),
  list: (viewer, filter) => listAudit(db, viewer, filter),
  standing: () => standingOf(db),
  seal: async (now) => {
    let sealed = 0
    for (;;) {
      const block = await db.transaction((tx) => sealBlock(tx, now))
      if (block === 0) return sealed
      sealed += block
    }
  },
  verify: (head) => verifyAudit(db, head),
})
