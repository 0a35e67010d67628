import { checkPostgres, whereIs } from './postgres/check-postgres.ts'
import { bringUpOwnPostgres } from './postgres/own-postgres.ts'
import type { Surroundings } from './surroundings.ts'

/** The given Postgres, else one of our own. A given one that does not answer is an error. */
export async function findPostgres(
  around: Surroundings,
): Promise<{ url: string; described: string }> {
  const { databaseUrl: url, searchPath } = around.settings
  if (url) {
    const { version } = await checkPostgres(url)
    return { url, described: `PostgreSQL ${version} dari DATABASE_URL (${whereIs(url)})` }
  }
  const tuning = around.options.postgresTuning ?? {}
  const own = await bringUpOwnPostgres({ ...around, searchPath, tuning })
  around.own.push(own)
  return own
}
