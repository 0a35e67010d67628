import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bringUpServices } from '../../src/services/bring-up.ts'
import { askPostgres } from '../../src/services/postgres/ask-postgres.ts'
import { isAlive } from '../../src/services/process-mark.ts'
import type { Services } from '../../src/services/services.ts'
import { loadSettings, type Settings } from '../../src/settings.ts'
import { migrateDatabase } from '../../src/store/migrate.ts'
import { withRedis } from './install-redis.ts'
import { quietLog, say } from './run-log.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A superuser's URL of the run's own cluster. */
    adminUrl: string
    /** A migrated, empty database to copy from. */
    templateName: string
    redisUrl: string
  }
}

/** Brings up a real Postgres and a real Redis, once for the run, by the product's own code. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const services = await bringUp(await testSettings())
  for (const line of services.described) say(`tests use: ${line}`)
  const adminUrl = onDatabase(services.databaseUrl, 'postgres')
  const templateName = `t${process.pid}_template`
  await sweep(adminUrl)
  await askPostgres(adminUrl, (db) => db.query(`CREATE DATABASE ${templateName}`))
  await migrateDatabase(onDatabase(adminUrl, templateName))
  provide('adminUrl', adminUrl)
  provide('templateName', templateName)
  provide('redisUrl', services.queue.url)
  return async () => {
    await sweep(adminUrl, process.pid)
    await services.release()
  }
}

/** Never DATABASE_URL or REDIS_URL: tests make and drop databases. */
async function testSettings(): Promise<Settings> {
  const { databaseUrl, redisUrl, queueBackend, ...settings } = loadSettings()
  const dataDir = join(settings.checkout, 'node_modules', '.cache', 'tanggap-test')
  return { ...settings, dataDir, searchPath: await withRedis(settings.searchPath, dataDir) }
}

async function bringUp(settings: Settings): Promise<Services> {
  const options = {
    say,
    postgresTuning: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
    } as const,
    redisTuning: ['appendonly no', 'databases 1000'],
  }
  try {
    return await bringUpServices(settings, quietLog, options)
  } catch (error) {
    // A cluster of tests is worth nothing: after an upgrade of Postgres it is simply made anew.
    say(`tests make their services anew: ${(error as Error).message}`)
    rmSync(settings.dataDir, { recursive: true, force: true })
    return bringUpServices(settings, quietLog, options)
  }
}

/** Drops the databases of this run, or of runs that were killed. Several runs share the cluster. */
async function sweep(adminUrl: string, run?: number): Promise<void> {
  await askPostgres(adminUrl, async (db) => {
    const { rows } = await db.query<{ name: string; pid: number }>(
      `SELECT datname AS name, substring(datname from '^t([0-9]+)_')::int AS pid
         FROM pg_database WHERE datname ~ '^t[0-9]+_'`,
    )
    for (const { name, pid } of rows)
      if (run === undefined ? !isAlive(pid) : pid === run)
        await db.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
