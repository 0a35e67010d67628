/** One folder `governments/<slug>/` → one government, or null where a file cannot be read. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConfigurationFault, Government } from '../core/configuration.ts'
import { GOVERNMENT_FILES, governmentFiles } from './government-files.ts'
import { parseDocument } from './parse-document.ts'

export interface LoadedGovernment {
  government: Government | null
  faults: ConfigurationFault[]
}

export async function loadGovernment(folder: string, slug: string): Promise<LoadedGovernment> {
  const home = join('governments', slug)
  const present = await readdir(join(folder, home))
  const faults = strangers(home, present)
  let government: Partial<Government> | null = {}
  for (const file of governmentFiles()) {
    const part = await loadPart(folder, join(home, file), file, present.includes(file))
    faults.push(...part.faults)
    government = government && part.value && { ...government, ...part.value }
  }
  if (government?.id !== undefined && government.id !== slug) {
    faults.push(otherId(home, government.id, slug))
    government = { ...government, id: slug }
  }
  // Every key of Government is a required key of one of the shapes.
  return { government: government as Government | null, faults }
}

function otherId(home: string, id: string, slug: string): ConfigurationFault {
  return {
    file: join(home, 'government.yaml'),
    path: 'id',
    problem: `id "${id}" tidak sama dengan nama foldernya`,
    remedy: `Tulis id: ${slug}, atau ganti nama folder itu menjadi ${id}.`,
  }
}

async function loadPart(
  folder: string,
  path: string,
  file: keyof typeof GOVERNMENT_FILES,
  present: boolean,
): Promise<{ value: Partial<Government> | null; faults: ConfigurationFault[] }> {
  const { schema, required } = GOVERNMENT_FILES[file]
  if (!present && required) return { value: null, faults: [missing(path)] }
  const text = present ? await readFile(join(folder, path), 'utf8') : ''
  const { value, faults } = parseDocument(path, text, schema)
  return { value: value as Partial<Government> | null, faults }
}

function missing(file: string): ConfigurationFault {
  return {
    file,
    path: '',
    problem: 'berkas ini tidak ada',
    remedy: 'Buat berkas itu; "tanggap init" membuat kerangkanya.',
  }
}

/** A misspelt file would otherwise be left out without a word. */
function strangers(home: string, present: string[]): ConfigurationFault[] {
  const known = new Set<string>(governmentFiles())
  return present
    .filter((name) => /\.ya?ml$/.test(name) && !known.has(name))
    .map((name) => ({
      file: join(home, name),
      path: '',
      problem: 'nama berkas ini tidak dikenal, jadi isinya tidak dibaca',
      remedy: `Pindahkan isinya ke salah satu dari: ${[...known].join(', ')}.`,
    }))
}
