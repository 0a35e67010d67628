import { type Static, Type } from 'typebox'
import { CaseFull } from './case-row.ts'
import { Id, List, Nullable, Said, Shape, Version } from './parts.ts'

/** The other case is absorbed by the one in the address. */
export const MergeBody = Shape({
  version: Version,
  otherId: Id,
  otherVersion: Type.Optional(Version),
})
export type MergeBody = Static<typeof MergeBody>

/** The two are not one problem; asked no more. */
export const NotSameBody = Shape({ otherId: Id })
export type NotSameBody = Static<typeof NotSameBody>

export const Done = Shape({ ok: Type.Literal(true) })

/** Posts that become a case of their own; not all of them. */
export const SplitBody = Shape({ version: Version, postIds: List(Id, 1_000) })
export type SplitBody = Static<typeof SplitBody>

/** The event of the case's history that is taken back: by its actor, while nothing built on it. */
export const UndoBody = Shape({ version: Version, eventId: Said(64) })
export type UndoBody = Static<typeof UndoBody>

/** The case in the address, and the other one of the merge or split. */
export const CasesJoined = Shape({ case: CaseFull, other: CaseFull })
export type CasesJoined = Static<typeof CasesJoined>

/** `other` where two cases changed: a merge or a split was taken back. */
export const CaseUndone = Shape({ case: CaseFull, other: Nullable(CaseFull) })
export type CaseUndone = Static<typeof CaseUndone>
