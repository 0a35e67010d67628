#!/usr/bin/env node
import type { Command } from './commands/command.ts'
import { StartFault } from './services/start-fault.ts'

/** Each command is loaded only when it is called: `understand` must not wait for a database driver. */
const COMMANDS: Record<string, { does: string; load: () => Promise<Command> }> = {
  understand: {
    does: 'membaca kiriman (JSONL) dan menulis hasil bacaannya',
    load: async () => (await import('./commands/understand.ts')).understand,
  },
  'build-reader': {
    does: 'melatih model bacaan dari config/corpus (dijalankan oleh npm run build)',
    load: async () => (await import('./commands/build-reader.ts')).buildReader,
  },
  config: {
    does: 'check | diff | apply | export — konfigurasi pemerintah daerah',
    load: async () => (await import('./commands/config.ts')).config,
  },
  train: {
    does: '[list | rollback | report] — belajar dari pembetulan petugas',
    load: async () => (await import('./commands/train.ts')).train,
  },
  rule: {
    does: 'preview | silence | restore | list — aturan bacaan yang keliru di daerah ini',
    load: async () => (await import('./commands/rule.ts')).rule,
  },
  init: {
    does: 'membuat pemerintah daerah baru dari kode wilayah dan CSV perangkat daerah',
    load: async () => (await import('./commands/init.ts')).init,
  },
  import: {
    does: 'memasukkan berkas JSONL atau CSV ke pemasangan yang sedang berjalan',
    load: async () => (await import('./commands/import.ts')).importFile,
  },
  lapor: {
    does: 'import BERKAS.csv — kabar laporan dari ekspor SP4N-LAPOR!',
    load: async () => (await import('./commands/lapor.ts')).lapor,
  },
  sample: {
    does: 'remove — menghapus contoh kiriman tanpa sisa',
    load: async () => (await import('./commands/sample.ts')).sample,
  },
  user: {
    does: 'add | reset | disable — akun pegawai',
    load: async () => (await import('./commands/user.ts')).user,
  },
  deadlines: {
    does: 'recompute — menghitung ulang tenggat terbuka menurut kalender yang berlaku',
    load: async () => (await import('./commands/deadlines.ts')).deadlines,
  },
  audit: {
    does: 'verify — memeriksa rantai catatan siapa-apa-kapan',
    load: async () => (await import('./commands/audit.ts')).audit,
  },
  openapi: {
    does: 'menulis uraian API (OpenAPI) ke stdout',
    load: async () => (await import('./commands/openapi.ts')).openapi,
  },
  move: {
    does: '--to DATABASE_URL — memindahkan pemasangan bawaan ke Postgres lain',
    load: async () => (await import('./commands/move.ts')).move,
  },
}

const [name = 'help', ...args] = process.argv.slice(2)
const entry = COMMANDS[name]

if (!entry) {
  const asked = name === 'help' || name === '--help'
  if (!asked) process.stderr.write(`Perintah "${name}" tidak dikenal.\n\n`)
  const lines = Object.entries(COMMANDS).map(([word, { does }]) => `  ${word.padEnd(14)} ${does}`)
  process.stderr.write(`Pemakaian: npm run --silent tanggap -- <perintah>\n\n${lines.join('\n')}\n`)
  process.exitCode = asked ? 0 : 2
} else {
  process.exitCode = await runSafely(entry.load, args)
}

/** What a person must mend is one sentence; everything else is a fault of ours and shows itself. */
async function runSafely(load: () => Promise<Command>, words: string[]): Promise<number> {
  try {
    const run = await load()
    return await run(words)
  } catch (error) {
    if (error instanceof StartFault) return complain(error.message, 1)
    if (isMistyped(error)) return complain(`Pilihan tidak dikenal: ${error.message}`, 2)
    throw error
  }
}

function isMistyped(error: unknown): error is Error {
  const { code } = error as { code?: string }
  return error instanceof Error && code?.startsWith('ERR_PARSE_ARGS') === true
}

function complain(sentence: string, status: number): number {
  process.stderr.write(`${sentence}\n`)
  return status
}
