import { type Static, Type } from 'typebox'
import { List, Said, Shape, Slug } from './parts.ts'

/** An id of code with the exact Indonesian term on screen. */
const Labelled = Shape({ id: Said(80), label: Said(200) })

/** `confidential`: what is reported in it is kept from whoever could be accused. */
const NamedCategory = Shape({
  id: Said(80),
  label: Said(200),
  group: Said(80),
  confidential: Type.Boolean(),
})

/** All that the console needs to name things: one call, cached until the next sign-in. */
export const Reference = Shape({
  agencies: List(Shape({ id: Slug, name: Said(300), abbreviation: Said(100) }), 500),
  external: List(Shape({ code: Said(80), name: Said(300) }), 300),
  categories: List(NamedCategory, 500),
  kinds: List(Labelled, 20),
  urgencies: List(Labelled, 10),
  states: List(Labelled, 20),
  openStates: List(Said(40), 20),
  platforms: List(Labelled, 40),
  events: List(Labelled, 100),
  followUps: List(Labelled, 10),
  outcomes: List(Labelled, 20),
  roles: List(Labelled, 20),
  /** For the tooltip of the order "Risiko". */
  riskFormula: Said(300),
  /** What a coordinator must see to: next year's decree of holidays is not loaded. */
  notices: List(Said(500), 5),
})
export type Reference = Static<typeof Reference>
