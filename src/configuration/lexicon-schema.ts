/** `config/lexicon.yaml`: words as citizens write them → the standard form, per language. */
import { Type } from 'typebox'
import { closed, texts } from './schema-parts.ts'

export const LexiconSchema = closed({
  version: Type.Integer({ minimum: 1 }),
  words: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
  politeness: texts(),
  address: texts(),
})
