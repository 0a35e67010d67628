import { type Static, Type } from 'typebox'
import { TEMPLATE_VARIABLES } from '../../core/answer-template.ts'
import { CASE_STATES } from '../../core/case-state.ts'
import { Count, Id, Instant, Line, List, Nullable, Said, Shape, Text } from './parts.ts'

const Category = Type.String({ maxLength: 80, pattern: '^[a-z0-9_]+\\.([a-z0-9_]+|\\*)$' })

/** {kode} and the like are filled in; [[…]] says what the officer must write, and there must be one. */
export const TemplateBody = Shape({
  name: Line(120),
  text: Text(2_000),
  states: List(Type.Enum(CASE_STATES), 20),
  categories: List(Category, 100),
})

const TEMPLATE = {
  id: Id,
  name: Said(120),
  text: Said(2_000),
  states: List(Type.Enum(CASE_STATES), 20),
  categories: List(Said(80), 100),
  used: Count,
  lastUsedAt: Nullable(Instant),
  editedAt: Instant,
  /** Null as long as it is as it was shipped. */
  editedBy: Nullable(Said(200)),
}

export const TemplateShape = Shape(TEMPLATE)
export type TemplateShape = Static<typeof TemplateShape>

/** With the names of what can be filled in. */
export const TemplateList = Shape({
  items: List(TemplateShape, 1_000),
  variables: List(Shape({ name: Said(40), label: Said(100) }), 40),
})

/** `gaps`: what the case cannot say by itself. */
export const SuggestedTemplates = Shape({
  items: List(Shape({ ...TEMPLATE, gaps: List(Said(100), 20) }), 1_000),
})

export const TemplateUseParams = Shape({ id: Id, templateId: Id })

const Variable = Type.Optional(Line(300))
const NAMES = Object.keys(TEMPLATE_VARIABLES) as (keyof typeof TEMPLATE_VARIABLES)[]
type Variables = Record<keyof typeof TEMPLATE_VARIABLES, typeof Variable>

/** What the officer fills in, or puts better than the case knows it. */
export const TemplateUseBody = Shape({
  values: Type.Optional(
    Shape(Object.fromEntries(NAMES.map((name) => [name, Variable])) as Variables),
  ),
})

/** `unfilled`: what is still to be written before it can be given as an answer. */
export const RenderedTemplate = Shape({ text: Said(), unfilled: List(Said(200), 50) })
