import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { bringUpServices } from '../services/bring-up.ts'
import { readRunning } from '../services/running.ts'
import { StartFault } from '../services/start-fault.ts'
import { loadSettings, type Settings } from '../settings.ts'
import { migrateDatabase } from '../store/migrate.ts'
import { moveDatabase } from '../store/move.ts'
import type { Command } from './command.ts'

/** Its own Postgres, whatever DATABASE_URL says: that is what is carried over. */
const embedded = ({ databaseUrl: _database, redisUrl: _redis, ...settings }: Settings): Settings =>
  settings

const carryOver = async (to: string): Promise<number> => {
  const settings = embedded(loadSettings())
  if (readRunning(settings))
    throw new StartFault('Tanggap sedang berjalan: hentikan dahulu (Ctrl-C), lalu pindahkan.')
  const services = await bringUpServices(settings, pino({ level: 'silent' }))
  try {
    await migrateDatabase(services.databaseUrl)
    await migrateDatabase(to)
    const result = await moveDatabase(services.databaseUrl, to, (table, rows) => {
      process.stderr.write(`${table}: ${rows} baris\n`)
    })
    if (result.kind === 'not-empty')
      throw new StartFault('Basis data tujuan sudah berisi: pilih basis data yang kosong.')
  } finally {
    await services.release()
  }
  process.stdout.write(
    `Selesai. Jalankan dengan DATABASE_URL tujuan. Salin juga ${settings.dataDir}/secret.key, atau isi TANGGAP_SECRET dengan isinya: tanpanya kredensial sumber tidak terbaca.\n`,
  )
  return 0
}

/** Carries an embedded installation over to a Postgres of one's own. */
export const move: Command = async (args) => {
  const { values } = parseArgs({ args, options: { to: { type: 'string' } } })
  if (!values.to) {
    process.stderr.write('Pemakaian: tanggap move --to DATABASE_URL\n')
    return 2
  }
  return carryOver(values.to)
}
