/** A government's folder: which file holds which keys of the one government document. */
import type { Government } from '../core/configuration.ts'
import {
  AgenciesSchema,
  ExamplesSchema,
  GovernmentSchema,
  PlacesSchema,
  SourcesSchema,
} from './government-schema.ts'
import { inSchemaOrder } from './in-schema-order.ts'
import { OwnTemplatesSchema } from './template-schema.ts'

/** In the order in which a newcomer fills them. */
export const GOVERNMENT_FILES = {
  'government.yaml': { schema: GovernmentSchema, required: true },
  'agencies.yaml': { schema: AgenciesSchema, required: true },
  'places.yaml': { schema: PlacesSchema, required: true },
  'sources.yaml': { schema: SourcesSchema, required: false },
  'examples.yaml': { schema: ExamplesSchema, required: false },
  'templates.yaml': { schema: OwnTemplatesSchema, required: false },
} as const

type GovernmentFile = keyof typeof GOVERNMENT_FILES

export function governmentFiles(): GovernmentFile[] {
  return Object.keys(GOVERNMENT_FILES) as GovernmentFile[]
}

/** The part of a government that belongs into one file, keys in the file's order. */
export function partOf(government: Government, file: GovernmentFile): unknown {
  return inSchemaOrder(GOVERNMENT_FILES[file].schema, government)
}
