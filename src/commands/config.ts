/** `tanggap config check | diff | apply | export`: YAML comes in and goes out, the database is the truth. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfiguration } from '../configuration/load-configuration.ts'
import { summarise, tellChanges, tellFaults } from '../configuration/tell.ts'
import { writeConfiguration } from '../configuration/write-configuration.ts'
import { compareConfigurations } from '../core/compare-configurations.ts'
import type { Configuration } from '../core/configuration.ts'
import type { Configurations } from '../ports/configurations.ts'
import { loadSettings } from '../settings.ts'

const USAGE = `Pemakaian: npm run --silent tanggap -- config <perintah> [--folder FOLDER]

  check    memeriksa berkas konfigurasi dan menyebut setiap kesalahan beserta obatnya
  diff     menunjukkan apa yang akan berubah bila berkas diterapkan
  apply    memeriksa lalu menerapkan berkas ke basis data  [--who NAMA]
  export   menulis konfigurasi yang berlaku sebagai berkas YAML ke --folder
`

const COMMANDS: Record<string, (folder: string | undefined, who: string) => Promise<number>> = {
  check: (folder) => check(folder ?? shippedFolder()),
  diff: (folder) => diff(folder ?? shippedFolder()),
  apply: (folder, who) => apply(folder ?? shippedFolder(), who),
  export: (folder) => exportTo(folder),
}

export async function config(args: string[]): Promise<number> {
  const options = readOptions(args)
  const command = options && Object.hasOwn(COMMANDS, options.name) && COMMANDS[options.name]
  if (command) return command(options.folder, options.who)
  process.stderr.write(USAGE)
  return 2
}

function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { folder: { type: 'string' }, who: { type: 'string', default: 'terminal' } },
      allowPositionals: true,
    })
    if (positionals.length !== 1) return null
    return { name: String(positionals[0]), folder: values.folder, who: values.who }
  } catch {
    return null
  }
}

const shippedFolder = () => loadSettings().configDir

async function check(folder: string): Promise<number> {
  const configuration = await faultless(folder)
  if (!configuration) return 1
  process.stdout.write(summarise(configuration))
  return 0
}

/** The configuration of a folder, or null after every fault has been told. */
async function faultless(folder: string): Promise<Configuration | null> {
  const { configuration, faults } = await loadConfiguration(resolve(folder))
  if (faults.length === 0) return configuration
  process.stderr.write(tellFaults(faults))
  return null
}

async function diff(folder: string): Promise<number> {
  const configuration = await faultless(folder)
  if (!configuration) return 1
  return withInstallation(async (configurations) => {
    const changes = compareConfigurations(await configurations.current(), configuration)
    process.stdout.write(tellChanges(changes))
    return 0
  })
}

async function apply(folder: string, who: string): Promise<number> {
  const configuration = await faultless(folder)
  if (!configuration) return 1
  return withInstallation(async (configurations) => {
    const { version, changed } = await configurations.apply(configuration, who)
    const what = changed.length === 0 ? 'tidak ada yang berubah' : changed.join(', ')
    process.stdout.write(`Konfigurasi versi ${version} berlaku: ${what}.\n`)
    return 0
  })
}

async function exportTo(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('Sebutkan folder tujuan: config export --folder FOLDER\n')
    return 2
  }
  return withInstallation(async (configurations) => {
    const configuration = await configurations.current()
    if (!configuration) {
      process.stderr.write('Belum ada konfigurasi di basis data; jalankan config apply dahulu.\n')
      return 1
    }
    const files = await writeConfiguration(resolve(folder), configuration)
    process.stdout.write(`${files.length} berkas ditulis ke ${resolve(folder)}.\n`)
    return 0
  })
}

/** Opened only where it is needed: a check must not wait for a database. */
async function withInstallation(use: (configurations: Configurations) => Promise<number>) {
  const { openInstallation } = await import('../open-installation.ts')
  const installation = await openInstallation()
  try {
    return await use(installation.configurations)
  } finally {
    await installation.close()
  }
}
