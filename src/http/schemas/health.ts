import { type Static, Type } from 'typebox'
import { Said, Shape } from './parts.ts'

export const Live = Shape({ ok: Type.Boolean() })

export const Ready = Shape({
  ok: Type.Boolean(),
  parts: Type.Record(Said(60), Shape({ ok: Type.Boolean(), says: Said(500) }), {
    maxProperties: 40,
  }),
})
export type Ready = Static<typeof Ready>
