import { join } from 'node:path'
import type { Logger } from 'pino'
import type { ServiceUser } from '../run-program.ts'
import { makePrivateFolder } from '../service-home.ts'
import type { OwnServer } from '../services.ts'
import { StartFault } from '../start-fault.ts'
import { runningPostmaster } from './adopt-cluster.ts'
import { askPatiently } from './ask-postgres.ts'
import { findBinaries } from './binaries.ts'
import {
  type Cluster,
  clusterUrl,
  createCluster,
  majorOf,
  startCluster,
  stopCluster,
  type Tuning,
} from './cluster.ts'

export type OwnPostgresWish = {
  home: string
  user?: ServiceUser | undefined
  searchPath: string[]
  tuning: Tuning
  log: Logger
}

/** Brings up the installation's own Postgres: made, started, or adopted if it still runs. */
export async function bringUpOwnPostgres(wish: OwnPostgresWish): Promise<OwnServer> {
  const cluster = await describeCluster(wish)
  const logFile = join(wish.home, 'postgres', 'log')
  await createCluster(cluster)
  const found = runningPostmaster(cluster.data)
  if (found) wish.log.warn({ server: found }, 'adopted the Postgres left over by an earlier run')
  else await startCluster(cluster, logFile)
  const { pid, port } = found ?? nowRunning(cluster)
  await makeDatabase(cluster, port)
  return {
    pid,
    port,
    url: clusterUrl(cluster, port),
    described: `PostgreSQL ${cluster.binaries.version} bawaan, data di ${cluster.data}`,
    revive: async () => {
      await startCluster(cluster, logFile, port)
      return nowRunning(cluster).pid
    },
    stop: () => stopCluster(cluster),
  }
}

async function describeCluster(wish: OwnPostgresWish): Promise<Cluster> {
  const { user, searchPath, tuning } = wish
  const folder = join(wish.home, 'postgres')
  makePrivateFolder(folder, user)
  const data = join(folder, 'data')
  const binaries = await findBinaries(searchPath, user, majorOf(data))
  if (binaries) return { binaries, data, passwordFile: join(folder, 'password'), user, tuning }
  throw new StartFault(
    'Postgres tidak ditemukan: jalankan "npm ci" tanpa --omit=optional, pasang paket postgresql, atau isi DATABASE_URL.',
  )
}

function nowRunning(cluster: Cluster) {
  const found = runningPostmaster(cluster.data)
  if (found) return found
  throw new StartFault('Postgres bawaan berhenti lagi setelah dinyalakan: lihat catatannya.')
}

async function makeDatabase(cluster: Cluster, port: number): Promise<void> {
  await askPatiently(clusterUrl(cluster, port, 'postgres'), 300_000, async (db) => {
    const { rowCount } = await db.query("SELECT FROM pg_database WHERE datname = 'tanggap'")
    if (rowCount === 0) await db.query('CREATE DATABASE tanggap')
  })
}
