import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { PollInput } from '../../ports/connector.ts'

/** A cursor of another shape (an older version wrote it) begins anew; unique keys absorb the rest. */
export const readCursor = <Schema extends TSchema>(
  schema: Schema,
  cursor: unknown,
): Static<Schema> | null => (Value.Check(schema, cursor) ? cursor : null)

type Given = Pick<PollInput, 'settings' | 'secrets'>

/** A secret, or a setting of the same name, trimmed; empty where there is none. */
export function textOf({ settings, secrets }: Given, name: string): string {
  const value = secrets[name] ?? settings[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** A list from YAML, or what a form sends: entries on lines or between commas. */
export function listOf({ settings }: Given, name: string): string[] {
  const value = settings[name]
  const entries = Array.isArray(value) ? value.map(String) : String(value ?? '').split(/[\n,]/)
  return [...new Set(entries.map((entry) => entry.trim()).filter(Boolean))]
}

/** Addresses are joined with paths: no slash at the end. */
export const addressOf = (given: Given, name: string, usual: string): string =>
  (textOf(given, name) || usual).replace(/\/+$/, '')
