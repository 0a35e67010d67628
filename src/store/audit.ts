import type { Audit } from '../ports/audit.ts'
import type { Database } from './database.ts'
import { sealBlock } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'
import { writeAudit } from './write-audit.ts'

export const createAudit = (db: Database): Audit => ({
  write: (entries) => writeAudit(db, entries),
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
