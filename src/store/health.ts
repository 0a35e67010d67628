import { sql } from 'drizzle-orm'
import type { Audit } from '../ports/audit.ts'
import type { Clock } from '../ports/clock.ts'
import type { Gauge, Health } from '../ports/health.ts'
import type { Ledger } from '../ports/ledger.ts'
import type { Database } from './database.ts'
import { auditWarning, ledgerGauges, ledgerWarning } from './health-warnings.ts'

interface Part {
  ok: boolean
  says: string
}

/** Posts may wait this long before "ready" says that nobody reads. */
const UNREAD_TOO_LONG_SECONDS = 600

/** Anybody may ask: what exactly is wrong with the database is the log's business. */
const check = async (ask: () => Promise<Part>): Promise<Part> => {
  try {
    return await ask()
  } catch {
    return { ok: false, says: 'basis data tidak menjawab' }
  }
}

const gaugesOf = async (db: Database): Promise<Gauge[]> => {
  const outcomes = await db.execute<{ outcome: string; n: number }>(sql`
    select coalesce(outcome, stage) as outcome, count(*)::int as n
    from posts where not sample and part_of is null group by 1`)
  const sources = await db.execute<{ id: string; age: number }>(sql`
    select id, extract(epoch from now() - last_success_at)::int as age
    from sources where enabled and last_success_at is not null`)
  const waiting = await db.execute<{ age: number }>(sql`
    select coalesce(extract(epoch from now() - min(received_at)), 0)::int as age
    from posts where stage in ('received', 'suspect')`)
  return [
    ...outcomes.rows.map(({ outcome, n }) => ({
      name: 'posts',
      help: 'Posts by their stated end; the sum is all that were received',
      value: n,
      labels: { outcome },
    })),
    ...sources.rows.map(({ id, age }) => ({
      name: 'last_poll_age_seconds',
      help: 'Since the last successful poll of a source',
      value: age,
      labels: { source: id },
    })),
    {
      name: 'oldest_unread_seconds',
      help: 'Age of the oldest post that waits to be read',
      value: waiting.rows[0]?.age ?? 0,
    },
  ]
}

interface Watched {
  audit: Audit
  ledger: Ledger
  clock: Clock
}

/**
 * Ready means: can do work. The queue is no part of it, a lost queue is rebuilt from Postgres. The
 * ledger and the account only warn: nobody is helped by a program that stops over a sum.
 */
export const createHealth = (db: Database, { audit, ledger, clock }: Watched): Health => {
  const ledgerNow = ledgerWarning(ledger, clock)
  const ready: Health['ready'] = async () => {
    const postgres = await check(async () => {
      await db.execute(sql`select 1 from governments limit 1`)
      return { ok: true, says: 'menjawab' }
    })
    const reading = await check(async () => {
      const { rows } = await db.execute<{ age: number | null }>(sql`
        select extract(epoch from now() - min(received_at))::int as age
        from posts where stage in ('received', 'suspect')`)
      const age = rows[0]?.age ?? 0
      return { ok: age <= UNREAD_TOO_LONG_SECONDS, says: `kiriman tertua menunggu ${age} detik` }
    })
    const warnings = {
      ledger: await check(ledgerNow),
      audit: await check(() => auditWarning(audit, clock)),
    }
    return { ok: postgres.ok && reading.ok, parts: { postgres, reading, ...warnings } }
  }
  const gauges = async () => [...(await gaugesOf(db)), ...ledgerGauges(await ledger.sums())]
  return { ready, gauges }
}
