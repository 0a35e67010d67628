/** `config/lexicon.yaml`: words as citizens write them → the standard form, per language. */
import { Type } from 'typebox'
import { closed, texts } from './schema-parts.ts'

const meanings = () => Type.Record(Type.String(), Type.String())

export const LexiconSchema = closed({
  version: Type.Integer({ minimum: 1 }),
  words: Type.Record(Type.String(), meanings()),
  english: Type.Optional(closed({ words: meanings(), describing: meanings() })),
  politeness: texts(),
  address: texts(),
})
