import type { SourceBody } from '../../http/schemas/source.ts'
import type { ConnectorField, Source } from '../api/wire.ts'

export interface SourceFields {
  name: string
  intervalSeconds: number
  /** Settings and secrets as they were typed, by field name. */
  values: Record<string, string>
}

const FIVE_MINUTES = 300

export const fieldsOf = (source: Source | null): SourceFields => ({
  name: source?.name ?? '',
  intervalSeconds: source?.intervalSeconds ?? FIVE_MINUTES,
  values: Object.fromEntries(
    Object.entries(source?.settings ?? {}).map(([name, value]) => [name, inWords(value)]),
  ),
})

const inWords = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '')

/** Lists stay lists and numbers numbers: the type of what was stored decides. */
export const toSource = (
  { name, intervalSeconds, values }: SourceFields,
  fields: ConnectorField[],
  before: Source | null,
): Omit<SourceBody, 'connector'> => {
  const filled = fields.filter((field) => (values[field.name] ?? '').trim() !== '')
  const typed = (secret: boolean) => filled.filter((field) => field.secret === secret)
  const secrets = typed(true).map((field) => [field.name, (values[field.name] ?? '').trim()])
  const settings = typed(false).map((field) => [
    field.name,
    likeBefore((values[field.name] ?? '').trim(), before?.settings[field.name]),
  ])
  return {
    name: name.trim(),
    enabled: before?.enabled ?? true,
    intervalSeconds,
    settings: { ...keptSettings(before, fields), ...Object.fromEntries(settings) },
    ...(secrets.length > 0 ? { secrets: Object.fromEntries(secrets) } : {}),
  }
}

/** Settings that the form does not show are not lost by saving it. */
const keptSettings = (before: Source | null, fields: ConnectorField[]): SourceBody['settings'] => {
  const shown = new Set(fields.map(({ name }) => name))
  const kept = Object.entries(before?.settings ?? {}).filter(([name]) => !shown.has(name))
  return Object.fromEntries(kept) as SourceBody['settings']
}

const likeBefore = (text: string, before: unknown): string | number | boolean | string[] => {
  if (Array.isArray(before)) return text.split(',').map((part) => part.trim())
  if (typeof before === 'number') return Number(text)
  if (typeof before === 'boolean') return text === 'true'
  return text
}
