import type pg from 'pg'
import { createAudit } from './audit.ts'
import { connect } from './database.ts'

/**
 * In the order in which they refer to one another. The index of the search (case_texts, search_words,
 * search_waiting) is not moved: triggers note every case that arrives, and it is made anew there.
 */
const TABLES = [
  'governments',
  'configuration_documents',
  'agencies',
  'users',
  'sessions',
  'one_time_links',
  'idempotency_keys',
  'sources',
  'rate_gates',
  'cases',
  'posts',
  'quarantined_rows',
  'attachments',
  'case_bands',
  'case_authors',
  'case_suggestions',
  'case_events',
  'clock_events',
  'clocks',
  'escalations',
  'tasks',
  'offers',
  'case_links',
  'hand_overs',
  'lapor_numbers',
  'lapor_moves',
  'answers',
  'answer_targets',
  'evidence',
  'case_presence',
  'notifications',
  'drafts',
  'reply_templates',
  'corrections',
  'reader_models',
  'reader_turns',
  'silenced_rules',
  'channels',
  'alerts',
  'decree_warnings',
  'deliveries',
  'arrivals',
  'ledger_days',
  'silence_days',
  'reporter_links',
  'recurring_problems',
  'recurring_cases',
  'audit_entries',
  'audit_seals',
] as const

/** Their ids count on after the move. */
const COUNTED = [
  'case_events',
  'clock_events',
  'notifications',
  'audit_entries',
  'arrivals',
] as const

const ROWS_AT_ONCE = 500
/** A trained model has megabytes. */
const ONE_BY_ONE = new Set(['reader_models'])

export type MoveResult =
  | { kind: 'moved'; rows: Record<string, number> }
  /** The other database holds a government already. */
  | { kind: 'not-empty' }

/** Generated columns are made anew; a transaction id of one cluster means nothing in another. */
const columnsOf = async (client: pg.PoolClient, table: string): Promise<string> => {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' and data_type <> 'xid8'
     order by ordinal_position`,
    [table],
  )
  return rows.map(({ name }) => `"${name}"`).join(', ')
}

const copyTable = async (
  from: pg.PoolClient,
  to: pg.PoolClient,
  table: string,
): Promise<number> => {
  const columns = await columnsOf(from, table)
  await from.query(
    `declare moving no scroll cursor for select to_jsonb(t) as row from "${table}" t`,
  )
  const atOnce = ONE_BY_ONE.has(table) ? 1 : ROWS_AT_ONCE
  let moved = 0
  for (;;) {
    const { rows } = await from.query<{ row: object }>(`fetch ${atOnce} from moving`)
    if (rows.length === 0) break
    await to.query(
      `insert into "${table}" (${columns}) overriding system value
       select ${columns} from jsonb_populate_recordset(null::"${table}", $1::jsonb)`,
      [JSON.stringify(rows.map(({ row }) => row))],
    )
    moved += rows.length
  }
  await from.query('close moving')
  return moved
}

const isEmpty = async (to: pg.PoolClient): Promise<boolean> =>
  (await to.query('select 1 from governments limit 1')).rows.length === 0

const copyAll = async (
  from: pg.PoolClient,
  to: pg.PoolClient,
  moved: (table: string, rows: number) => void,
): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    counts[table] = await copyTable(from, to, table)
    moved(table, counts[table])
  }
  for (const table of COUNTED)
    await to.query(
      `select setval(pg_get_serial_sequence($1, 'id'), (select coalesce(max(id), 1) from ${table}))`,
      [table],
    )
  return counts
}

/** Copies a whole installation in one transaction on each side: all of it, or nothing. */
export const moveDatabase = async (
  fromUrl: string,
  toUrl: string,
  moved: (table: string, rows: number) => void,
): Promise<MoveResult> => {
  const [source, target] = [
    connect(fromUrl, { size: 2 }),
    connect(toUrl, { size: 1, statementSeconds: 0 }),
  ]
  const [from, to] = [await source.pool.connect(), await target.pool.connect()]
  try {
    // what is not sealed here could be pushed in there without a trace
    await createAudit(source.db).seal(new Date())
    await from.query('begin isolation level repeatable read read only')
    await to.query('begin')
    if (!(await isEmpty(to))) return { kind: 'not-empty' }
    const rows = await copyAll(from, to, moved)
    await to.query('commit')
    return { kind: 'moved', rows }
  } finally {
    for (const client of [from, to]) client.release(true)
    await Promise.all([source.close(), target.close()])
  }
}
