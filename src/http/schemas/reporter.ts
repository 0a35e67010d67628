import { type Static, Type } from 'typebox'
import { Instant, Nullable, Said, Shape } from './parts.ts'

/** A tracking code as it is read out over the phone: small letters will do. */
export const CodeParams = Shape({
  code: Type.String({ maxLength: 20, pattern: '^[A-Za-z0-9]{2,8}-[A-Za-z0-9]{5,12}$' }),
})

/** A form of a page: what was not chosen is not sent, and everything is text. */
export const VerdictForm = Shape({
  nilai: Type.Optional(Type.Enum(['1', '2', '3', '4'] as const)),
  belum: Type.Optional(Type.Literal('ya')),
})
export type VerdictForm = Static<typeof VerdictForm>

/** `link` is shown once; null in a replay. */
export const ReporterLink = Shape({ link: Nullable(Said(500)), until: Instant })
export type ReporterLink = Static<typeof ReporterLink>
