import { type Static, Type } from 'typebox'
import { DRAFT_KINDS } from '../../core/draft.ts'
import { CaseEventShape } from './case-view.ts'
import { Id, Instant, List, Nullable, Said, Shape, Text, Version } from './parts.ts'

export const DraftParams = Shape({ id: Id, kind: Type.Enum(DRAFT_KINDS) })

const EventId = Type.String({ maxLength: 18, pattern: '^[0-9]{1,18}$' })

/** `version` and the last event of the case as the writer saw them. */
export const DraftBody = Shape({ text: Text(10_000), version: Version, seenEventId: EventId })
export const DraftSaved = Shape({ savedAt: Instant })

const DraftShape = Shape({
  caseId: Id,
  /** Null where the case is out of sight; the words are still the writer's. */
  caseCode: Nullable(Said(20)),
  kind: Type.Enum(DRAFT_KINDS),
  text: Said(),
  version: Version,
  seenEventId: Said(18),
  savedAt: Instant,
  stale: Type.Boolean(),
  /** What others did to the case since the writer saw it. */
  changes: List(CaseEventShape, 50),
})
export type DraftShape = Static<typeof DraftShape>

export const DraftList = Shape({ items: List(DraftShape, 100) })
