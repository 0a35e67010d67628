import { type Static, Type } from 'typebox'
import { Count, Id, Instant, Line, List, Nullable, Said, Shape, Slug } from './parts.ts'

const FieldName = Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$', maxLength: 40 })

const Setting = Type.Union([
  Type.String({ maxLength: 2_000 }),
  Type.Number(),
  Type.Boolean(),
  List(Type.String({ maxLength: 500 }), 200),
])
const Settings = Type.Record(FieldName, Setting, {
  additionalProperties: false,
  maxProperties: 30,
})

/** Write-only: answers carry at most the last four characters. */
const Secrets = Type.Record(FieldName, Line(2_000), {
  additionalProperties: false,
  maxProperties: 10,
})

const WRITABLE = {
  name: Line(120),
  enabled: Type.Boolean(),
  intervalSeconds: Type.Integer({ minimum: 30, maximum: 86_400 }),
  settings: Settings,
}

export const SourceBody = Shape({ connector: Slug, ...WRITABLE, secrets: Type.Optional(Secrets) })
export type SourceBody = Static<typeof SourceBody>

export const SourcePatch = Shape({
  name: Type.Optional(WRITABLE.name),
  enabled: Type.Optional(WRITABLE.enabled),
  intervalSeconds: Type.Optional(WRITABLE.intervalSeconds),
  settings: Type.Optional(Settings),
  secrets: Type.Optional(Secrets),
})
export type SourcePatch = Static<typeof SourcePatch>

const SourceHealthShape = Shape({
  state: Type.Enum(['ok', 'idle', 'failing', 'paused', 'never-polled'] as const),
  lastPollAt: Nullable(Instant),
  lastSuccessAt: Nullable(Instant),
  lastPostAt: Nullable(Instant),
  lagSeconds: Nullable(Type.Number()),
  lastError: Nullable(Said(2_000)),
  lastErrorAt: Nullable(Instant),
  failures: Count,
  nextPollAt: Nullable(Instant),
  stored: Count,
})

export const SourceShape = Shape({
  id: Id,
  connector: Slug,
  name: Said(200),
  enabled: Type.Boolean(),
  intervalSeconds: Count,
  settings: Type.Record(Said(100), Type.Unknown(), { maxProperties: 100 }),
  secretHints: Type.Record(Said(100), Said(10), { maxProperties: 20 }),
  health: SourceHealthShape,
})
export type SourceShape = Static<typeof SourceShape>

export const SourceList = Shape({ items: List(SourceShape, 1_000) })
export type SourceList = Static<typeof SourceList>

export const SourceSaved = Shape({ source: SourceShape })
export type SourceSaved = Static<typeof SourceSaved>

/** What can be listened to, and the fields of its form. */
export const ConnectorShape = Shape({
  id: Slug,
  label: Said(120),
  fields: List(
    Shape({
      name: Said(40),
      label: Said(200),
      secret: Type.Boolean(),
      required: Type.Boolean(),
    }),
    40,
  ),
})
export type ConnectorShape = Static<typeof ConnectorShape>

export const ConnectorList = Shape({ items: List(ConnectorShape, 60) })
export type ConnectorList = Static<typeof ConnectorList>
