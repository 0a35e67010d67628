/**
 * A folder of YAML → the configuration and every fault in it, of shape and of meaning.
 * With faults the configuration is only good for showing them, never for applying.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TSchema, Type } from 'typebox'
import { checkConfiguration } from '../core/check-configuration.ts'
import type { Configuration, ConfigurationFault } from '../core/configuration.ts'
import { CalendarSchema } from './calendar-schema.ts'
import { LexiconSchema } from './lexicon-schema.ts'
import { loadGovernment } from './load-government.ts'
import { type ParsedDocument, parseDocument } from './parse-document.ts'
import { TaxonomySchema } from './taxonomy-schema.ts'
import { TemplatesSchema } from './template-schema.ts'

export interface LoadedConfiguration {
  configuration: Configuration
  faults: ConfigurationFault[]
}

export async function loadConfiguration(folder: string): Promise<LoadedConfiguration> {
  const taxonomy = await loadDocument(folder, 'taxonomy.yaml', TaxonomySchema)
  const lexicon = await loadDocument(folder, 'lexicon.yaml', LexiconSchema)
  const zones = await loadDocument(folder, 'zones.yaml', Type.Record(Type.String(), Type.Unknown()))
  const templates = await loadTemplates(folder)
  const calendars = await loadCalendars(folder)
  const governments = await loadGovernments(folder)
  const configuration: Configuration = {
    taxonomy: taxonomy.value ?? NO_TAXONOMY,
    lexicon: lexicon.value ?? { version: 1, words: {}, politeness: [], address: [] },
    zones: zones.value ?? {},
    templates: templates.value?.templates ?? [],
    calendars: calendars.flatMap(({ value }) => value ?? []),
    governments: governments.flatMap(({ government }) => government ?? []),
  }
  const parts = [taxonomy, lexicon, zones, templates, ...calendars, ...governments]
  const shape = parts.flatMap(({ faults }) => faults)
  // Without a taxonomy every function is unknown: hundreds of faults that say the same.
  const meaning = taxonomy.value ? checkConfiguration(configuration) : []
  return { configuration, faults: [...shape, ...meaning.filter((fault) => !covers(shape, fault))] }
}

const NO_TAXONOMY = {
  version: 1,
  categories: [],
  functions: {},
  external: {},
  authorityRules: {},
  slaClasses: {},
}

/** What was replaced by something empty has its fault already. */
function covers(shape: ConfigurationFault[], { file, path }: ConfigurationFault): boolean {
  return shape.some((fault) => fault.file === file && fault.path !== '' && path === fault.path)
}

async function loadDocument<Schema extends TSchema>(folder: string, file: string, schema: Schema) {
  const text = await readFile(join(folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return text === null ? { value: null, faults: [absent(file)] } : parseDocument(file, text, schema)
}

function absent(file: string): ConfigurationFault {
  const remedy = 'Salin berkas itu dari folder config yang dikirim bersama Tanggap.'
  return { file, path: '', problem: 'berkas ini tidak ada', remedy }
}

/** Nobody has to write templates: a folder without them proposes none. */
async function loadTemplates(folder: string) {
  const found = await loadDocument(folder, TEMPLATES, TemplatesSchema)
  const isAbsent = !(await entries(folder)).includes(TEMPLATES)
  return isAbsent ? { value: null, faults: [] } : found
}

const TEMPLATES = 'templates.yaml'

async function loadCalendars(folder: string) {
  const files = (await entries(folder)).filter((name) => /^calendar-.*\.yaml$/.test(name))
  const found: ParsedDocument<Configuration['calendars'][number]>[] = []
  for (const file of files) found.push(await loadDocument(folder, file, CalendarSchema))
  return found.length > 0 ? found : [{ value: null, faults: [absent('calendar-<tahun>.yaml')] }]
}

async function loadGovernments(folder: string) {
  const slugs = await entries(join(folder, 'governments'), 'folders')
  return Promise.all(slugs.map((slug) => loadGovernment(folder, slug)))
}

async function entries(folder: string, kind: 'files' | 'folders' = 'files'): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return found
    .filter((entry) => entry.isDirectory() === (kind === 'folders'))
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.'))
    .sort()
}
