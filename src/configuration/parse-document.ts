/** One YAML text → one document of the given shape, and every fault of its shape. */
import type { Static, TSchema } from 'typebox'
import { Settings } from 'typebox/system'
import { Value } from 'typebox/value'
import { parseDocument as parseYaml } from 'yaml'
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
  if (broken.length > 0) return { value: null, faults: broken }
  return shape(file, Value.Default(schema, yaml.toJS() ?? {}), schema)
}

function shape<Schema extends TSchema>(
  file: string,
  value: unknown,
  schema: Schema,
): ParsedDocument<Static<Schema>> {
  if (Value.Check(schema, value)) return { value, faults: [] }
  return {
    value: Value.Repair(schema, value) as Static<Schema>,
    faults: describeShapeFaults(file, allErrors(schema, value)),
  }
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
