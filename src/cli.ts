#!/usr/bin/env node
import type { Command } from './commands/command.ts'

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
  init: {
    does: 'membuat pemerintah daerah baru dari kode wilayah dan CSV perangkat daerah',
    load: async () => (await import('./commands/init.ts')).init,
  },
  import: {
    does: 'memasukkan berkas JSONL atau CSV ke pemasangan yang sedang berjalan',
    load: async () => (await import('./commands/import.ts')).importFile,
  },
  sample: {
    does: 'remove — menghapus contoh kiriman tanpa sisa',
    load: async () => (await import('./commands/sample.ts')).sample,
  },
  user: {
    does: 'add | reset | disable — akun pegawai',
    load: async () => (await import('./commands/user.ts')).user,
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
  const lines = Object.entries(COMMANDS).map(([word, { does }]) => `  ${word.padEnd(14)} ${does}`)
  process.stderr.write(`Pemakaian: npm run --silent tanggap -- <perintah>\n\n${lines.join('\n')}\n`)
  process.exitCode = name === 'help' || name === '--help' ? 0 : 2
} else {
  const run = await entry.load()
  process.exitCode = await run(args)
}
