/** The small words of every schema. No string without a length, no list without a limit. */
import { type TProperties, type TSchema, Type } from 'typebox'

/** Unknown fields are refused, never stripped: a stripped `role` hides an attack. */
export const Shape = <T extends TProperties>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const List = <T extends TSchema>(schema: T, maxItems: number) =>
  Type.Array(schema, { maxItems })

/** Something must be visible in it: blanks alone are no text. */
export const Text = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: '[^\\s\\u200B-\\u200F\\u2060\\uFEFF]' })

/** One line: no control characters, so that it cannot forge a header or a log line. */
export const Line = (maxLength: number) =>
  Type.String({
    minLength: 1,
    maxLength,
    pattern: '^(?=[^]*\\S)[^\\u0000-\\u001F\\u007F\\u2028\\u2029]*$',
  })

/** What we answer with: already ours, so only its length is promised. */
export const Said = (maxLength = 20_000) => Type.String({ maxLength })

/** Lower case only: one id has one spelling. */
export const Id = Type.String({
  maxLength: 36,
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
})

/** Ids of configuration: agencies, categories, governments, connectors. */
export const Slug = Type.String({ maxLength: 80, pattern: '^[a-z0-9][a-z0-9_.:-]*$' })

export const Instant = Type.String({ format: 'date-time', maxLength: 35 })

export const Cursor = Type.String({ maxLength: 512, pattern: '^[A-Za-z0-9_.:=~-]+$' })

export const Token = Type.String({ maxLength: 128, pattern: '^[A-Za-z0-9_-]{20,128}$' })

export const Version = Type.Integer({ minimum: 0, maximum: 2_147_483_647 })

export const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

/** http and https only: anything else would run or leak when an officer clicks it. */
export const WebAddress = Type.String({
  maxLength: 2_000,
  pattern: '^[hH][tT][tT][pP][sS]?://[^\\s\\u0000-\\u0020"<>\\\\^`{|}\\u007F]+$',
})

export const IdParams = Shape({ id: Id })
export const Nothing = Shape({})

/** A write that answers with nothing but its success. */
export const Nobody = Type.Unsafe<undefined>({ type: 'null', description: 'Tanpa isi' })

/** Text that may be streamed and is no JSON; its media type is in `produces`. */
export const TextFile = Type.Unsafe<string | AsyncIterable<string>>({ type: 'string' })
export const Binary = Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' })
