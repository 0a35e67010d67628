/** The database gives keys back in an order of its own; a file has them as its shape lists them. */
import { type TSchema, Type } from 'typebox'

export function inSchemaOrder(schema: TSchema, value: unknown): unknown {
  if (Array.isArray(value)) return Type.IsArray(schema) ? value.map(inside(schema.items)) : value
  if (typeof value !== 'object' || value === null) return value
  if (Type.IsUnion(schema)) return inSchemaOrder(schema.anyOf.find(Type.IsObject) ?? schema, value)
  return Type.IsObject(schema) ? ordered(schema.properties, value) : value
}

const inside = (schema: TSchema) => (item: unknown) => inSchemaOrder(schema, item)

function ordered(properties: Record<string, TSchema>, value: object): Record<string, unknown> {
  const parts = new Map<string, unknown>(Object.entries(value))
  const listed = Object.entries(properties).filter(([key]) => parts.has(key))
  return Object.fromEntries(listed.map(([key, part]) => [key, inSchemaOrder(part, parts.get(key))]))
}
