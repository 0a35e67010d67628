/** `tanggap config check | diff | apply | export`: YAML comes in and goes out, the database is the truth. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfiguration } from '../configuration/load-configuration.ts'
import { summarise, tellChanges, tellFaults } from '../configuration/tell.ts'
import { writeConfiguration } from '../configuration/write-configuration.ts'
import { compareConfigurations } from '../core/compare-configurations.ts'
import type { Configuration } from '../core/configuration.ts'
import type { Configurations } from '../ports/configurations.ts'
import { loadReaderFiles, readerFolder } from '../reader-files.ts'
import { tryExamples } from '../reading/try-examples.ts'
import { loadSettings } from '../settings.ts'
import { tellExamples } from './tell-examples.ts'

const USAGE = `Pemakaian: npm run --silent tanggap -- config <perintah> [--folder FOLDER]

  check    memeriksa berkas konfigurasi dan menyebut setiap kesalahan beserta obatnya, serta
           contoh kiriman yang mendarat di tempat lain  [--strict: gagal bila ada]
  diff     menunjukkan apa yang akan berubah bila berkas diterapkan
  apply    memeriksa lalu menerapkan berkas ke basis data  [--who NAMA]
  export   menulis konfigurasi yang berlaku sebagai berkas YAML ke --folder
`

interface Options {
  folder: string | undefined
  who: string
  strict: boolean
}

const COMMANDS: Record<string, (options: Options) => Promise<number>> = {
  check: ({ folder, strict }) => check(folder ?? shippedFolder(), strict),
  diff: ({ folder }) => diff(folder ?? shippedFolder()),
  apply: ({ folder, who }) => apply(folder ?? shippedFolder(), who),
  export: ({ folder }) => exportTo(folder),
}

export async function config(args: string[]): Promise<number> {
  const options = readOptions(args)
  const command = options && Object.hasOwn(COMMANDS, options.name) && COMMANDS[options.name]
  if (command) return command(options)
  process.stderr.write(USAGE)
  return 2
}

function readOptions(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        folder: { type: 'string' },
        who: { type: 'string', default: 'terminal' },
        strict: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    if (positionals.length !== 1) return null
    return { name: String(positionals[0]), folder: undefined, ...values }
  } catch {
    return null
  }
}

const shippedFolder = () => loadSettings().configDir

async function check(folder: string, strict: boolean): Promise<number> {
  const configuration = await faultless(folder)
  if (!configuration) return 1
  process.stdout.write(summarise(configuration))
  const files = await loadReaderFiles(readerFolder(loadSettings().checkout))
  if (files.kind === 'missing') {
    process.stderr.write(`Contoh kiriman tidak diperiksa. ${files.sentence}\n`)
    return strict ? 1 : 0
  }
  const examples = tryExamples(configuration, files)
  process.stdout.write(tellExamples(examples))
  // a stray example is no fault of the file: the configuration can be applied all the same
  return strict && examples.strays.length > 0 ? 1 : 0
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
    const { before, after } = await configurations.preview(configuration)
    process.stdout.write(tellChanges(compareConfigurations(before, after)))
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
    const configuration = await configurations.held()
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
  const { withInstallation: open } = await import('./with-installation.ts')
  return open(({ configurations }) => use(configurations))
}
