/** `config/taxonomy.yaml`: the shape that is accepted from a file. Unknown keys are faults. */
import { Type } from 'typebox'
import { closed, list, orNull, texts } from './schema-parts.ts'

const Urgency = Type.Enum(['P1', 'P2', 'P3', 'P4'])

const Category = closed({
  id: Type.String(),
  label: Type.String(),
  group: Type.String(),
  urusan: orNull(Type.String()),
  owner: closed({
    regency: orNull(Type.String()),
    province: orNull(Type.String()),
    external: orNull(Type.String()),
  }),
  authorityRule: Type.String({ default: 'none' }),
  urgency: Urgency,
  slaClass: Type.String(),
  phrases: texts(),
  anchors: texts(),
  negative: texts(),
  escalateIf: texts(),
  examples: texts(),
})

const SlaClass = closed({
  verifyWorkingDays: Type.Optional(Type.Integer({ minimum: 0 })),
  followUpWorkingDays: Type.Optional(Type.Integer({ minimum: 0 })),
  acknowledgeMinutes: Type.Optional(Type.Integer({ minimum: 1 })),
  handOverWorkingDays: Type.Optional(Type.Integer({ minimum: 0 })),
  monitorWorkingDays: Type.Optional(Type.Integer({ minimum: 0 })),
  confidential: Type.Optional(Type.Boolean()),
  note: Type.String(),
})

const External = closed({ name: Type.String(), contact: Type.Optional(Type.String()) })

const AuthorityEntry = closed({
  rule: Type.Optional(Type.String()),
  category: Type.Optional(Type.String()),
  level: Type.Enum(['province', 'regency', 'village', 'national', 'private']),
  function: Type.Optional(Type.String()),
  basis: Type.String(),
  from: Type.String(),
  until: orNull(Type.String()),
  evidence: Type.String(),
})

export const TaxonomySchema = closed({
  version: Type.Integer({ minimum: 1 }),
  categories: list(Category),
  functions: Type.Record(Type.String(), closed({ names: texts() })),
  external: Type.Record(Type.String(), External),
  authorityRules: Type.Record(Type.String(), Type.String()),
  authority: list(AuthorityEntry),
  slaClasses: Type.Record(Type.String(), SlaClass),
})
