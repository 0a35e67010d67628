/** `tanggap understand`: JSONL of posts in, JSONL of readings out, in order, as they come. */
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { loadConfiguration } from '../configuration/load-configuration.ts'
import { createReader, type Reader } from '../language/reader.ts'
import { loadReaderFiles, readerFolder } from '../reader-files.ts'
import { loadSettings } from '../settings.ts'
import type { Command } from './command.ts'
import { understandLines } from './understand-lines.ts'

export const understand: Command = async (args) => {
  const options = optionsOf(args)
  if (options.kind === 'wrong') return refuse(options.sentence)
  const opened = await openReader(options.government)
  if (opened.kind === 'refused') return refuse(opened.sentence)
  return readAll(opened.reader)
}

type Options = { kind: 'options'; government: string | null } | { kind: 'wrong'; sentence: string }

function optionsOf(args: string[]): Options {
  try {
    const { values } = parseArgs({ args, options: { government: { type: 'string' } } })
    return { kind: 'options', government: values.government ?? null }
  } catch (error) {
    const usage = 'Pemakaian: tanggap understand [--government <slug>] < kiriman.jsonl'
    return { kind: 'wrong', sentence: `${(error as Error).message}\n${usage}` }
  }
}

type Opened = { kind: 'reader'; reader: Reader } | { kind: 'refused'; sentence: string }

async function openReader(government: string | null): Promise<Opened> {
  const settings = loadSettings()
  const [{ configuration }, files] = await Promise.all([
    loadConfiguration(settings.configDir),
    loadReaderFiles(readerFolder(settings.checkout)),
  ])
  if (files.kind === 'missing') return { kind: 'refused', sentence: files.sentence }
  const slugs = configuration.governments.map(({ id }) => id)
  if (government !== null && !slugs.includes(government)) {
    const known = slugs.join(', ')
    return {
      kind: 'refused',
      sentence: `Pemerintah daerah "${government}" tidak dikenal. Yang ada: ${known}.`,
    }
  }
  const { gazetteer, model } = files
  return { kind: 'reader', reader: createReader({ configuration, government, gazetteer, model }) }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

async function readAll(reader: Reader): Promise<number> {
  // whoever reads us may stop early (`| head`): then we are done, not broken
  process.stdout.on('error', () => process.exit(0))
  let broken = 0
  for await (const read of understandLines(process.stdin, reader)) {
    if (read.kind === 'read') await write(`${read.json}\n`)
    else {
      broken++
      process.stderr.write(`baris ${read.line}: ${read.reason}; dilewati\n`)
    }
  }
  return broken > 0 ? 1 : 0
}

/** Waits when the reader of our output is slower than we are. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(line)) await once(process.stdout, 'drain')
}
