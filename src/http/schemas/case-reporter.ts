/** Confirming what was read, and the question to the reporter. */
import { Type } from 'typebox'
import { KINDS } from '../../core/reading.ts'
import { Nullable, Said, Shape, Slug, Text, Version, WebAddress } from './parts.ts'

export const VerifyBody = Shape({
  version: Version,
  category: Slug,
  kind: Type.Enum(KINDS),
  place: Nullable(Said(300)),
})

/** `question`: what was asked in public; nobody waits for a reporter who was asked nothing. */
export const AskReporterBody = Shape({
  version: Version,
  question: Text(2_000),
  url: Nullable(WebAddress),
})

export const ReporterRepliedBody = Shape({ version: Version, text: Text(5_000) })
