import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Settings } from '../settings.ts'
import { findPostgres } from './find-postgres.ts'
import { findQueue } from './find-queue.ts'
import { holdServices } from './holders.ts'
import { keepAlive } from './keep-alive.ts'
import { findServiceHome, makeDataFolder, rememberedHome } from './service-home.ts'
import { findServiceUser } from './service-user.ts'
import type { OwnServer, Services } from './services.ts'
import type { BringUpOptions, Surroundings } from './surroundings.ts'

/** Finds or starts Postgres and the queue; throws a StartFault that says what a person must mend. */
export async function bringUpServices(
  settings: Settings,
  log: Logger,
  options: BringUpOptions = {},
): Promise<Services> {
  makeDataFolder(settings.dataDir)
  const real = { ...settings, dataDir: realpathSync(settings.dataDir) }
  const own: OwnServer[] = []
  let found: Omit<Services, 'release'> | undefined
  const holding = await holdServices(
    real.dataDir,
    async () => {
      found = await findBoth(await lookAround(real, log, options, own))
    },
    async () => {
      for (const server of own.toReversed()) await server.stop()
    },
  )
  const letThemBe = keepAlive(own, log)
  const release = async () => {
    await letThemBe()
    await holding.leave()
  }
  return { ...(found as Omit<Services, 'release'>), release }
}

async function lookAround(
  settings: Settings,
  log: Logger,
  options: BringUpOptions,
  own: OwnServer[],
): Promise<Surroundings> {
  const { dataDir, databaseUrl, redisUrl, queueBackend } = settings
  const nothingOfOurs = databaseUrl && (redisUrl || queueBackend)
  if (nothingOfOurs) return { settings, log, options, own, home: dataDir }
  const data = join(rememberedHome(dataDir) ?? dataDir, 'postgres')
  const user = await findServiceUser(data, options.say ?? (() => {}), log)
  const home = await findServiceHome(dataDir, user)
  return { settings, log, options, own, user, home }
}

async function findBoth(around: Surroundings): Promise<Omit<Services, 'release'>> {
  const postgres = await findPostgres(around)
  const { queue, described } = await findQueue(around, postgres.url)
  return { databaseUrl: postgres.url, queue, described: [postgres.described, described] }
}
