/** One YAML text → one document of the given shape, and every fault of its shape. */
import type { Static, TSchema } from 'typebox'
import { Settings } from 'typebox/system'
import { Value } from 'typebox/value'
import { type Document, parseDocument as parseYaml, visit } from 'yaml'
import type { ConfigurationFault } from '../core/configuration.ts'
import { describeShapeFaults, type ShapeError } from './describe-shape-fault.ts'

export interface ParsedDocument<Shape> {
  /** Always of the right shape: what was wrong is replaced by something empty. Null: unreadable. */
  value: Shape | null
  faults: ConfigurationFault[]
}

export function parseDocument<Schema extends TSchema>(
  file: string,
  text: string,
  schema: Schema,
): ParsedDocument<Static<Schema>> {
  const yaml = parseYaml(text, { uniqueKeys: true })
  const broken = yaml.errors.map((error) => ({
    file,
    path: `baris ${error.linePos?.[0].line ?? '?'}`,
    problem: `bukan YAML yang sah (${error.message.split('\n')[0]})`,
    remedy: 'Periksa lekukan baris, titik dua, tanda kutip, dan kunci yang tertulis dua kali.',
  }))
  const anchor = findAnchor(yaml)
  if (anchor !== null) broken.push(noAnchors(file, anchor))
  if (broken.length > 0) return { value: null, faults: broken }
  return shape(file, Value.Default(schema, yaml.toJS() ?? {}), schema)
}

/** Anchors are never needed here, and a few lines of them unfold into gigabytes. */
function findAnchor(yaml: Document): string | null {
  let found: string | null = null
  visit(yaml, {
    Alias(_, { source }) {
      found = source
      return visit.BREAK
    },
  })
  return found
}

function noAnchors(file: string, anchor: string): ConfigurationFault {
  const remedy = 'Tulis isinya lengkap di setiap tempat.'
  return { file, path: `*${anchor}`, problem: 'rujukan YAML (& dan *) tidak diterima', remedy }
}

function shape<Schema extends TSchema>(
  file: string,
  value: unknown,
  schema: Schema,
): ParsedDocument<Static<Schema>> {
  if (Value.Check(schema, value)) return { value, faults: [] }
  const faults = describeShapeFaults(file, allErrors(schema, value))
  // A list or a sentence instead of keys: nothing of it can be used.
  const unusable = faults.some(({ path }) => path === '')
  return { value: unusable ? null : (Value.Repair(schema, value) as Static<Schema>), faults }
}

/** TypeBox stops at eight errors unless told otherwise; a clerk wants to see them all at once. */
function allErrors(schema: TSchema, value: unknown): ShapeError[] {
  const usual = Settings.Get().maxErrors
  Settings.Set({ maxErrors: 1000 })
  try {
    return Value.Errors(schema, value)
  } finally {
    Settings.Set({ maxErrors: usual })
  }
}
