/** `config/templates.yaml`: answers to begin with, which a coordinator may rewrite. */
import { Type } from 'typebox'
import { CASE_STATES } from '../core/case-state.ts'
import { closed, list, texts } from './schema-parts.ts'

const Key = Type.String({ pattern: '^[a-z0-9-]{3,60}$' })

const Template = closed({
  key: Key,
  name: Type.String({ minLength: 1, maxLength: 120 }),
  states: list(Type.Enum(CASE_STATES)),
  categories: texts(),
  text: Type.String({ minLength: 1, maxLength: 2_000 }),
})

export const TemplatesSchema = closed({ templates: list(Template) })

/** `governments/<slug>/templates.yaml`: what that government wrote itself, and does without. */
export const OwnTemplatesSchema = closed({
  ownTemplates: Type.Optional(Type.Array(Template)),
  removedTemplates: Type.Optional(Type.Array(Key)),
})
