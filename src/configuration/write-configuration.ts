/** The configuration → a folder of YAML that loads back to the very same configuration. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Configuration, Government } from '../core/configuration.ts'
import { CalendarSchema } from './calendar-schema.ts'
import { governmentFiles, partOf } from './government-files.ts'
import { inSchemaOrder } from './in-schema-order.ts'
import { LexiconSchema } from './lexicon-schema.ts'
import { TaxonomySchema } from './taxonomy-schema.ts'
import { TemplatesSchema } from './template-schema.ts'
import { writeYaml } from './write-yaml.ts'

export async function writeConfiguration(
  folder: string,
  configuration: Configuration,
): Promise<string[]> {
  const documents = [
    { file: 'taxonomy.yaml', value: inSchemaOrder(TaxonomySchema, configuration.taxonomy) },
    { file: 'lexicon.yaml', value: inSchemaOrder(LexiconSchema, configuration.lexicon) },
    { file: 'zones.yaml', value: configuration.zones },
    {
      file: 'templates.yaml',
      value: inSchemaOrder(TemplatesSchema, { templates: configuration.templates }),
    },
    ...configuration.calendars.map((calendar) => ({
      file: `calendar-${calendar.year}.yaml`,
      value: inSchemaOrder(CalendarSchema, calendar),
    })),
    ...configuration.governments.flatMap(documentsOf),
  ]
  for (const { file, value } of documents) await write(join(folder, file), value)
  return documents.map(({ file }) => file)
}

export async function writeGovernment(folder: string, government: Government): Promise<string[]> {
  const documents = documentsOf(government)
  for (const { file, value } of documents) await write(join(folder, file), value)
  return documents.map(({ file }) => file)
}

function documentsOf(government: Government) {
  return governmentFiles()
    .map((file) => ({
      file: join('governments', government.id, file),
      value: partOf(government, file),
    }))
    .filter(({ value }) => Object.keys(value as object).length > 0)
}

async function write(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, writeYaml(value))
}
