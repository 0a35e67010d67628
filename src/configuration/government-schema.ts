/** The five files of `config/governments/<slug>/`. */
import { Type } from 'typebox'
import { KINDS } from '../core/reading.ts'
import {
  AgencyCalendarSchema,
  DeadlinesSchema,
  OwnCalendarSchema,
  QuietHoursSchema,
} from './deadline-schema.ts'
import { closed, list, orNull, texts } from './schema-parts.ts'

const Level = Type.Enum(['province', 'regency', 'city'])
const Minutes = (usual: number) => Type.Integer({ minimum: 1, default: usual })

export const GovernmentSchema = closed({
  id: Type.String(),
  name: Type.String(),
  level: Level,
  regionCode: Type.String(),
  timezone: Type.String(),
  zoneLabel: Type.String(),
  codePrefix: Type.String(),
  coordinator: Type.String(),
  inspectorate: Type.String(),
  evidence: Type.String(),
  listen: closed({ handles: texts(), keywords: texts(), hashtags: texts(), exclude: texts() }),
  handOver: Type.Record(Type.String(), Type.String(), { default: {} }),
  // The usual targets: P1 30 minutes of wall clock, P2 two hours, P3 and P4 one and two working days.
  lateComers: Type.Optional(Type.Enum(['propose', 'auto'] as const)),
  firstResponseMinutes: closed({
    P1: Minutes(30),
    P2: Minutes(120),
    P3: Minutes(450),
    P4: Minutes(900),
  }),
  deadlines: Type.Optional(DeadlinesSchema),
  quietHours: Type.Optional(QuietHoursSchema),
  calendar: Type.Optional(OwnCalendarSchema),
})

export const AgenciesSchema = closed({
  agencies: list(
    closed({
      id: Type.String(),
      name: Type.String(),
      abbreviation: Type.String(),
      functions: texts(),
      aliases: texts(),
      handles: texts(),
      escalation: texts(),
      districts: Type.Optional(Type.Array(Type.String())),
      categories: Type.Optional(Type.Array(Type.String())),
      calendar: Type.Optional(AgencyCalendarSchema),
      evidence: Type.String(),
    }),
  ),
})

const RegionNode = closed({
  government: Type.String(),
  code: Type.String(),
  name: Type.String(),
  level: Level,
  aliases: texts(),
  seat: orNull(Type.String()),
  districts: texts(),
})

const Road = closed({
  name: Type.String(),
  aliases: texts(),
  status: Type.Enum(['national', 'province', 'regency', 'village', 'toll', 'special']),
  source: Type.String(),
  decree: Type.Optional(Type.String()),
  from: Type.Optional(Type.String()),
  until: Type.Optional(Type.String()),
})

const Landmark = closed({
  name: Type.String(),
  aliases: texts(),
  district: Type.Optional(Type.String()),
  kind: Type.Enum(['facility', 'landmark']),
})

export const PlacesSchema = closed({
  region: list(RegionNode),
  districts: list(closed({ code: Type.String(), name: Type.String(), aliases: texts() })),
  roads: list(Road),
  landmarks: list(Landmark),
})

export const SourcesSchema = closed({
  sources: list(
    closed({
      connector: Type.String(),
      name: Type.String(),
      enabled: Type.Boolean({ default: false }),
      intervalSeconds: Type.Integer({ minimum: 5, default: 300 }),
      settings: Type.Record(Type.String(), Type.Unknown(), { default: {} }),
    }),
  ),
})

export const ExamplesSchema = closed({
  examples: list(
    closed({
      text: Type.String(),
      kind: Type.Optional(Type.Enum([...KINDS])),
      category: Type.Optional(Type.String()),
      agency: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    }),
  ),
})
