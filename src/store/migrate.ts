import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { connect } from './database.ts'

/** Any number, the same in every process: only one migrates at a time. */
const MIGRATION_LOCK = 72_010_041

/** Beside package.json, wherever this file was compiled to. */
const migrationsFolder = (from = dirname(fileURLToPath(import.meta.url))): string =>
  existsSync(join(from, 'package.json'))
    ? join(from, 'migrations')
    : migrationsFolder(dirname(from))

/** Brings the database to the newest schema; safe to call from several processes at once. */
export const migrateDatabase = async (url: string): Promise<void> => {
  const connection = connect(url, { size: 2, statementSeconds: 300 })
  const lock = await connection.pool.connect()
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migrate(connection.db, { migrationsFolder: migrationsFolder() })
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
    lock.release()
    await connection.close()
  }
}
