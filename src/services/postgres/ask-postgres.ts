import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

/** Runs a few statements on a connection of its own. */
export async function askPostgres<T>(url: string, ask: (db: Client) => Promise<T>): Promise<T> {
  const db = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    application_name: 'tanggap-start',
  })
  // A server that goes away in the middle must not end the whole program.
  db.on('error', () => undefined)
  try {
    await db.connect()
    return await ask(db)
  } finally {
    await db.end().catch(() => undefined)
  }
}

/** The same, but waits for a server that is still starting up or recovering. */
export async function askPatiently<T>(
  url: string,
  withinMs: number,
  ask: (db: Client) => Promise<T>,
): Promise<T> {
  const end = Date.now() + withinMs
  for (;;) {
    try {
      return await askPostgres(url, ask)
    } catch (error) {
      if (!startsUp(error) || Date.now() > end) throw error
      await sleep(200)
    }
  }
}

/** cannot_connect_now: "the database system is starting up". */
const startsUp = (error: unknown) => (error as { code?: string }).code === '57P03'
