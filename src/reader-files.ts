/** Reads and writes what the reader is made of: place names, the corpus, the trained model. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { AreaRow } from './language/gazetteer.ts'
import type { Model } from './language/model.ts'
import { decodeModel } from './language/model-file.ts'
import type { LabelledPost } from './language/training-documents.ts'

export interface CorpusPost extends LabelledPost {
  writer: string
  /** Surface form, where the post names a place. */
  place?: string | null
}

/** Made by `npm run build`; not part of the checkout. */
export function readerFolder(checkout: string): string {
  return join(checkout, 'dist', 'reader')
}

const MODEL_FILE = 'model.bin'
const GAZETTEER_FILE = 'gazetteer.txt'

export async function saveReader(
  folder: string,
  model: Uint8Array,
  gazetteer: string,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, MODEL_FILE), model)
  await writeFile(join(folder, GAZETTEER_FILE), gazetteer)
}

const BASE_LETTERS = 16

export type ReaderFiles =
  | { kind: 'files'; gazetteer: string; model: Model; base: string }
  | { kind: 'missing'; sentence: string }

/**
 * Gazetteer and model as `build-reader` left them, or a sentence that says what to do. `base` names this very
 * build: a model that was trained beside another one may count other features.
 */
export async function loadReaderFiles(folder: string): Promise<ReaderFiles> {
  try {
    const bytes = await readFile(join(folder, MODEL_FILE))
    const decoded = decodeModel(bytes)
    if (decoded.kind === 'broken') return missing(decoded.reason)
    const gazetteer = await readFile(join(folder, GAZETTEER_FILE), 'utf8')
    const base = baseOf(bytes)
    return { kind: 'files', gazetteer, model: decoded.model, base }
  } catch (error) {
    return missing((error as Error).message)
  }
}

const baseOf = (model: Uint8Array): string =>
  createHash('sha256').update(model).digest('hex').slice(0, BASE_LETTERS)

/**
 * `base` alone, without opening the model.
 * @throws with a sentence that says what to do, where there is none
 */
export async function readerBase(folder: string): Promise<string> {
  const bytes = await readFile(join(folder, MODEL_FILE)).catch((error: Error) => error)
  if (bytes instanceof Error) throw new Error(missing(bytes.message).sentence)
  return baseOf(bytes)
}

function missing(reason: string): { kind: 'missing'; sentence: string } {
  const sentence = `Model bacaan belum ada atau rusak (${reason}). Jalankan: npm run build`
  return { kind: 'missing', sentence }
}

/** Rows of the four tables of idn-area-data (code MIT, data ODbL). */
export async function readAreaRows(): Promise<AreaRow[]> {
  const tables = ['provinces', 'regencies', 'districts', 'villages']
  const rows = await Promise.all(tables.map(readAreaTable))
  return rows.flat()
}

async function readAreaTable(table: string): Promise<AreaRow[]> {
  const entry = createRequire(import.meta.url).resolve('idn-area-data')
  const text = await readFile(join(dirname(entry), '..', 'data', `${table}.csv`), 'utf8')
  const lines = text.trim().split(/\r?\n/).slice(1)
  return lines.map((line) => {
    const cells = line.split(',')
    return { code: cells[0] as string, name: unquoted(cells.at(-1) as string) }
  })
}

const unquoted = (cell: string) => cell.replace(/^"|"$/g, '')

/** Root words of everyday Indonesian, from natural's dictionary. */
export async function readRootWords(): Promise<Set<string>> {
  const entry = createRequire(import.meta.url).resolve(
    'natural/lib/natural/stemmers/indonesian/stemmer_id.js',
  )
  const text = await readFile(join(dirname(entry), 'data', 'kata-dasar.json'), 'utf8')
  return new Set(JSON.parse(text) as string[])
}

/** All posts under `config/corpus/<writer>/`, in the order of their file names. */
export async function readCorpus(folder: string): Promise<CorpusPost[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'))
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  const posts: CorpusPost[] = []
  for (const path of paths) {
    const writer = path.slice(folder.length + 1).split('/')[0] as string
    // not readline: what ends a line beside \n (\r, U+2028) differs there from Node to Node
    for (const line of (await readFile(path, 'utf8')).split('\n')) {
      if (line.trim()) posts.push({ ...(JSON.parse(line) as LabelledPost), writer })
    }
  }
  return posts
}
