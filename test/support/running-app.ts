import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { compose } from '../../src/compose.ts'
import { composeWorkers, type WorkersRoom } from '../../src/compose-workers.ts'
import type { PostReader } from '../../src/ports/reading.ts'
import { freePort } from '../../src/services/free-port.ts'
import { loadSettings, type Settings } from '../../src/settings.ts'
import { runAll } from '../../workers/run-all.ts'
import { freshDatabase } from './database.ts'
import { freshRedis } from './redis.ts'

export interface RunningApp {
  url: string
  databaseUrl: string
  /** One-time link that makes the first administrator. */
  setupLink: string
  settings: Settings
  /** What the background work stands on, for posts that come by no page of the console. */
  room: WorkersRoom
  stop(): Promise<void>
}

export interface AppWish {
  /** Where the queue lives; Redis unless said. */
  queue?: 'redis' | 'postgres'
  /** With the shipped sample; without it unless said. */
  sample?: boolean
  more?: Partial<Settings>
  /** Another reader than the shipped one: one that dies of certain posts. */
  readBy?: (room: WorkersRoom) => PostReader
}

/** The whole program in this process: API, console and workers on a real Postgres and a real queue. */
export const startApp = async ({
  queue = 'redis',
  sample = false,
  more = {},
  readBy,
}: AppWish = {}) => {
  const database = await freshDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'tanggap-app-'))
  const settings = await settingsFor(dataDir, database.url, queue, more)
  const app = await compose({
    settings,
    services: {
      databaseUrl: database.url,
      queue: { kind: 'postgres', url: database.url },
      described: [],
      release: async () => undefined,
    },
    log: pino({ level: 'silent' }),
  })
  await app.migrate()
  const { setupLink = '' } = await app.firstStart()
  const room = composeWorkers(settings)
  if (!sample) await withoutSample(room.ground.ports.sources)
  const reader = readBy?.(room)
  const finish = runAll(reader ? { ...room, reader } : room)
  await app.listen()
  const running: RunningApp = {
    url: settings.publicUrl,
    databaseUrl: database.url,
    setupLink,
    settings,
    room,
    stop: async () => {
      await Promise.all([app.close(), finish()])
      await reader?.close()
      await database.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return running
}

const settingsFor = async (
  dataDir: string,
  databaseUrl: string,
  queue: 'redis' | 'postgres',
  more: Partial<Settings>,
): Promise<Settings> => {
  const { redisUrl: _given, queueBackend: _backend, ...settings } = loadSettings()
  const port = await freePort()
  return {
    ...settings,
    dataDir,
    databaseUrl,
    ...(queue === 'redis'
      ? { redisUrl: (await freshRedis()).url }
      : { queueBackend: 'postgres' as const }),
    host: '127.0.0.1',
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    secureCookies: false,
    logLevel: 'silent',
    secretKey: 'only-for-tests-only-for-tests-only',
    ...more,
  }
}

type Sources = ReturnType<typeof composeWorkers>['ground']['ports']['sources']

const withoutSample = async (sources: Sources): Promise<void> => {
  const known = await sources.list('pemprov-bengkulu')
  for (const { id, connector } of known)
    if (connector === 'sample') await sources.remove('pemprov-bengkulu', id)
}
