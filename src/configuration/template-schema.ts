/** `config/templates.yaml`: answers to begin with, which a coordinator may rewrite. */
import { Type } from 'typebox'
import { CASE_STATES } from '../core/case-state.ts'
import { closed, list, texts } from './schema-parts.ts'

export const TemplatesSchema = closed({
  templates: list(
    closed({
      key: Type.String({ pattern: '^[a-z0-9-]{3,60}$' }),
      name: Type.String({ minLength: 1, maxLength: 120 }),
      states: list(Type.Enum(CASE_STATES)),
      categories: texts(),
      text: Type.String({ minLength: 1, maxLength: 2_000 }),
    }),
  ),
})
