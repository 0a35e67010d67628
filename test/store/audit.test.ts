import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AuditAct } from '../../src/core/audit.ts'
import { type Connection, connect } from '../../src/store/database.ts'
import { sealBlock } from '../../src/store/seal-audit.ts'
import { verifyAudit } from '../../src/store/verify-audit.ts'
import { writeAudit } from '../../src/store/write-audit.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'

let database: FreshDatabase
let connection: Connection

beforeEach(async () => {
  database = await freshDatabase()
  connection = connect(database.url, { size: 3 })
})

afterEach(async () => {
  await connection.close()
  await database.drop()
})

const NOW = new Date('2026-11-20T03:00:00Z')
const entry = (n: number): AuditAct => ({
  governmentId: null,
  at: new Date(NOW.getTime() + n * 1000),
  actor: { userId: null, name: `Petugas ${n}` },
  act: 'case.answered',
  subject: `case:${n}`,
  before: { state: 'accepted' },
  after: { state: 'in-progress', n },
})

/** Other tests of the same cluster may hold the horizon back for a moment. */
const sealAll = async (size: number) => {
  let sealed = 0
  const more = async () => {
    sealed += await sealBlock(connection.db, NOW)
    return sealed
  }
  await eventually(more, (n) => n === size)
}

/** `blocks` seals of `size` entries each. */
const keep = async (blocks: number, size: number) => {
  for (let block = 0; block < blocks; block++) {
    // one transaction: the horizon cannot fall between two of them
    const entries = Array.from({ length: size }, (_, n) => entry(block * size + n))
    await writeAudit(connection.db, entries)
    await sealAll(size)
  }
}

/** What somebody with the keys to the database could do. */
const tamper = (statement: string) =>
  connection.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql.raw(statement))
  })

describe('the account of who did what', () => {
  it('AC-000-6: is whole as long as nobody touches it, and says where its chain ends', async () => {
    await keep(3, 4)
    const verdict = await verifyAudit(connection.db)
    expect(verdict).toMatchObject({ entries: 12, seals: 3, open: 0, faults: [] })
    expect(verdict.head).toEqual({ seal: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('goes on after its ninth block: ten comes after nine, not before it', async () => {
    await keep(12, 1)
    const verdict = await verifyAudit(connection.db)
    expect(verdict).toMatchObject({ entries: 12, seals: 12, open: 0, faults: [] })
    expect(verdict.head).toMatchObject({ seal: 12 })
  })

  it.each([
    'update audit_entries set act = act',
    'delete from audit_entries',
    'truncate audit_seals',
  ])('refuses: %s', async (statement) => {
    await keep(1, 2)
    await expect(connection.db.execute(sql.raw(statement))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append-only') },
    })
  })

  it('seals nothing that is still being written, and everything once it is', async () => {
    const slow = await connection.pool.connect()
    await slow.query('begin')
    await slow.query(
      `insert into audit_entries (at, via, act, subject) values (now(), 'system', 'slow', 'x')`,
    )
    await writeAudit(connection.db, [entry(1)])
    expect(await sealBlock(connection.db, NOW)).toBe(0)
    await slow.query('commit')
    slow.release()
    await sealAll(2)
    expect((await verifyAudit(connection.db)).faults).toEqual([])
  })

  it('a cut tail is seen by who kept the end of the chain outside', async () => {
    await keep(3, 2)
    const { head } = await verifyAudit(connection.db)
    const kept = `${head?.seal}:${head?.hash}`
    expect((await verifyAudit(connection.db, kept)).faults).toEqual([])
    await tamper('delete from audit_entries where id > 4; delete from audit_seals where number > 2')
    expect((await verifyAudit(connection.db)).faults).toEqual([])
    expect((await verifyAudit(connection.db, kept)).faults).toEqual([{ kind: 'cut', head: kept }])
  })

  it('two sealers at once make one chain', async () => {
    for (let n = 0; n < 5; n++) await writeAudit(connection.db, [entry(n)])
    const seal = () => connection.db.transaction((tx) => sealBlock(tx, NOW))
    const sealed = await eventually(
      () => Promise.all([seal(), seal()]),
      (both) => both.some((n) => n > 0),
    )
    expect(sealed.sort()).toEqual([0, 5])
  })

  it('a changed field, a removed line, one pushed in and a broken seal are all found', async () => {
    await keep(3, 3)
    const fields = ['act', 'subject', 'actor_name', 'via', 'after', 'before', 'at'] as const
    const values: Record<(typeof fields)[number], string> = {
      act: "'case.dismissed'",
      subject: "'case:x'",
      actor_name: "'Orang lain'",
      via: "'system'",
      after: `'{"state":"resolved"}'`,
      before: 'null',
      at: "at - interval '1 microsecond'",
    }
    const tampering = fc.oneof(
      fc.record({ kind: fc.constant('change' as const), field: fc.constantFrom(...fields) }),
      fc.record({
        kind: fc.constantFrom('remove' as const, 'push-in' as const, 'unseal' as const),
      }),
      fc.record({ kind: fc.constantFrom('swap' as const, 'rehash' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(tampering, fc.integer({ min: 1, max: 9 }), async (how, id) => {
        const seal = Math.ceil(id / 3)
        const statements = {
          change:
            'field' in how
              ? `update audit_entries set ${how.field} = ${values[how.field]} where id = ${id}`
              : '',
          remove: `delete from audit_entries where id = ${id}`,
          'push-in': `insert into audit_entries (tx, at, via, act, subject) select tx, at, via, act, subject from audit_entries where id = 1`,
          unseal: `delete from audit_seals where number = ${Math.min(seal, 2)}`,
          swap: `update audit_seals set entry_ids = array[entry_ids[2], entry_ids[1], entry_ids[3]] where number = ${seal}`,
          rehash: `update audit_seals set hash = sha256(hash) where number = ${seal}`,
        }
        await connection.db.execute(sql`create table keep_e as table audit_entries`)
        await connection.db.execute(sql`create table keep_s as table audit_seals`)
        await tamper(statements[how.kind])
        const { faults } = await verifyAudit(connection.db)
        await tamper(`delete from audit_entries; delete from audit_seals;
          insert into audit_entries overriding system value select * from keep_e;
          insert into audit_seals select * from keep_s; drop table keep_e; drop table keep_s`)
        expect(faults.length, JSON.stringify(how)).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
    expect((await verifyAudit(connection.db)).faults).toEqual([])
  })
})
