import { type Static, Type } from 'typebox'
import { Said } from './parts.ts'

/**
 * RFC 9457. `current` carries the case as it is now where a version was stale; `field` is the path
 * of the field that is wrong, as the request spells it.
 */
export const Problem = Type.Object(
  {
    type: Said(200),
    title: Said(400),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    code: Said(60),
    detail: Type.Optional(Said(2_000)),
    field: Type.Optional(Said(200)),
    current: Type.Optional(Type.Unknown()),
  },
  { $id: 'Problem', additionalProperties: false },
)
export type Problem = Static<typeof Problem>
