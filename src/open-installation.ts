import { layGround } from './compose-ports.ts'
import type { Configurations } from './ports/configurations.ts'
import type { Ports } from './ports/ports.ts'
import { readRunning } from './services/running.ts'
import { secretKeyOf } from './services/secret-key.ts'
import { StartFault } from './services/start-fault.ts'
import { loadSettings } from './settings.ts'
import type { Connection, Database } from './store/database.ts'

export interface Installation {
  ports: Ports
  configurations: Configurations
  db: Database
  connection: Connection
  databaseUrl: string
  publicUrl: string
  close(): Promise<void>
}

/**
 * The running installation, for a command in a second terminal.
 * @throws StartFault with the remedy where none runs
 */
export const openInstallation = async (): Promise<Installation> => {
  const settings = loadSettings()
  const databaseUrl = settings.databaseUrl ?? readRunning(settings)?.databaseUrl
  if (!databaseUrl)
    throw new StartFault(
      'Tanggap belum berjalan: jalankan "npm start" di terminal lain, atau isi DATABASE_URL.',
    )
  const ground = layGround(databaseUrl, { secretKey: secretKeyOf(settings), size: 3 })
  return {
    ports: ground.ports,
    configurations: ground.ports.configurations,
    db: ground.connection.db,
    connection: ground.connection,
    databaseUrl,
    publicUrl: settings.publicUrl,
    close: ground.close,
  }
}
