import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

export type Database = NodePgDatabase
/** Inside a transaction or not: the same builder. */
export type Queryable = Pick<
  Database,
  'select' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute'
>

export interface Connection {
  db: Database
  pool: pg.Pool
  url: string
  close(): Promise<void>
}

/** Waits are short on purpose: a request that cannot have a connection says so (503). */
export const connect = (url: string, { size = 8, statementSeconds = 30 } = {}): Connection => {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5000,
    statement_timeout: statementSeconds * 1000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'tanggap',
    // Questions are short, and who may see a case looks dear to the planner: compiling costs more.
    options: '-c jit=off',
  })
  // A connection that dies while idle is replaced by the pool; the next query finds out.
  pool.on('error', () => undefined)
  return {
    db: drizzle(pool, { casing: 'snake_case' }),
    pool,
    url,
    close: () => pool.end(),
  }
}
