import { createReadStream, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type ImportCount, type ImportLine, importPosts } from '../actions/import-posts.ts'
import { formatOf, readPosts } from '../connectors/file/read-posts.ts'
import type { Installation } from '../open-installation.ts'
import type { Command } from './command.ts'
import { governmentOf } from './government-of.ts'
import { meter } from './meter.ts'
import { withInstallation } from './with-installation.ts'

const USAGE = 'Pemakaian: tanggap import BERKAS [--government <slug>] [--live]\n'

const isFile = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

const linesOf = async function* (
  path: string,
  moved: (bytes: number) => void,
): AsyncGenerator<ImportLine> {
  const stream = createReadStream(path)
  for await (const line of readPosts(stream, formatOf(path))) {
    moved(stream.bytesRead)
    if (line.kind === 'broken')
      process.stderr.write(`\nBaris ${line.line} dikarantina: ${line.because}\n`)
    yield line
  }
}

const run = async (
  { ports }: Installation,
  path: string,
  options: { governmentId: string; live: boolean },
): Promise<ImportCount> => {
  const bar = meter('Memasukkan kiriman', statSync(path).size)
  const importing = importPosts(ports, linesOf(path, bar.at), options)
  let step = await importing.next()
  while (!step.done) step = await importing.next()
  bar.done()
  return step.value
}

/** Puts a file of posts into the running installation. The last line says what became of them. */
export const importFile: Command = async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { government: { type: 'string' }, live: { type: 'boolean', default: false } },
  })
  const [path] = positionals
  if (!path || !isFile(path)) {
    process.stderr.write(path ? `Berkas "${path}" tidak ditemukan.\n` : USAGE)
    return 2
  }
  return withInstallation(async (installation) => {
    const governmentId = await governmentOf(installation, values.government)
    if (!governmentId) return 2
    const count = await run(installation, path, { governmentId, live: values.live })
    process.stdout.write(`${JSON.stringify(count)}\n`)
    return 0
  })
}
