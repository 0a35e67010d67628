import { join } from 'node:path'
import type { Logger } from 'pino'
import { layGround } from './compose-ports.ts'
import { loadConfiguration } from './configuration/load-configuration.ts'
import { CONNECTORS } from './connectors/index.ts'
import { buildApp } from './http/app.ts'
import type { Ports } from './ports/ports.ts'
import { readerFolder } from './reader-files.ts'
import { createPostReader } from './reading/post-reader.ts'
import { secretKeyOf } from './services/secret-key.ts'
import type { Services } from './services/services.ts'
import { StartFault } from './services/start-fault.ts'
import type { Settings } from './settings.ts'
import { migrateDatabase } from './store/migrate.ts'
import { createReaderModels } from './store/reader-models.ts'
import type { App } from './supervisor.ts'

const LINK_LIVES_MS = 24 * 3_600_000

/** Builds the API process from the real parts. */
export const compose = async ({
  settings,
  services,
  log,
}: {
  settings: Settings
  services: Services
  log: Logger
}): Promise<App> => {
  const ground = layGround(services.databaseUrl, { secretKey: secretKeyOf(settings) })
  // Its thread starts when somebody first asks why.
  const explainer = createPostReader({
    current: ground.ports.configurations.current,
    models: createReaderModels(ground.connection.db),
    readerFolder: readerFolder(settings.checkout),
  })
  const app = await buildApp({
    ports: ground.ports,
    settings: {
      publicUrl: settings.publicUrl,
      secureCookies: settings.secureCookies,
      metricsFrom: settings.metricsFrom,
      trustProxy: settings.trustProxy.length > 0 ? settings.trustProxy : false,
    },
    connectors: CONNECTORS,
    explainer,
    log,
    webRoot: join(settings.checkout, 'dist', 'web'),
  })
  return {
    migrate: () => migrateDatabase(services.databaseUrl),
    firstStart: () => firstStart(ground.ports, settings),
    listen: async () => {
      const { host, port } = settings
      await app.listen({ host, port })
      return { address: `http://${host.includes(':') ? `[${host}]` : host}:${port}` }
    },
    close: async () => {
      await app.close()
      await explainer.close()
      await ground.close()
    },
  }
}

/** Gives an empty database the shipped configuration, and nobody's house its first administrator. */
const firstStart = async (ports: Ports, settings: Settings): Promise<{ setupLink?: string }> => {
  if (!(await ports.configurations.current())) await applyShipped(ports, settings)
  if ((await ports.users.count()) > 0) return {}
  const token = ports.ids.secret()
  const until = new Date(ports.clock.now().getTime() + LINK_LIVES_MS)
  await ports.users.createLink('first-administrator', null, token, until)
  return { setupLink: `${settings.publicUrl}/mulai/${token}` }
}

const applyShipped = async (ports: Ports, { configDir }: Settings): Promise<void> => {
  const { configuration, faults } = await loadConfiguration(configDir)
  if (faults.length > 0)
    throw new StartFault(
      `Konfigurasi di ${configDir} memuat ${faults.length} kesalahan; jalankan "npm run --silent tanggap -- config check" untuk melihat perbaikannya.`,
    )
  await ports.configurations.apply(configuration, 'konfigurasi bawaan')
}
