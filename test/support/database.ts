import { setTimeout as sleep } from 'node:timers/promises'
import type { QueryResultRow } from 'pg'
import { inject } from 'vitest'
import { askPostgres } from '../../src/services/postgres/ask-postgres.ts'

export type FreshDatabase = { url: string; drop(): Promise<void> }

let made = 0

/** A migrated, empty database of the test's own: a copy of the run's template. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const template = inject('templateName')
  // The run's number leads the name, so that what a killed run left behind is found again.
  const name = `${template.replace('template', String(process.pid))}_${++made}`
  await copyPatiently(template, name)
  const url = new URL(inject('adminUrl'))
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () => {
      await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    },
  }
}

/** An empty database without any table: for tests of migrations and of other roles. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  const database = await freshDatabase()
  const name = new URL(database.url).pathname.slice(1)
  await database.drop()
  await admin(`CREATE DATABASE ${name}`)
  return database
}

/** What the database itself says, behind the program's back. */
export const ask = async <Row extends QueryResultRow>(
  { databaseUrl }: { databaseUrl: string },
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> =>
  askPostgres(databaseUrl, async (db) => (await db.query<Row>(statement, values)).rows)

/** Two copies at once get in each other's way: "source database is being accessed". */
async function copyPatiently(template: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await admin(`CREATE DATABASE ${name} TEMPLATE ${template}`)
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error
      await sleep(50 + Math.random() * 100)
    }
  }
}

async function admin(statement: string): Promise<void> {
  await askPostgres(inject('adminUrl'), (db) => db.query(statement))
}
