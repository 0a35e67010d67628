import { type Static, Type } from 'typebox'
import { FOLLOW_UP_TYPES } from '../../core/case-event.ts'
import { KINDS } from '../../core/reading.ts'
import { CaseFull } from './case-row.ts'
import { Instant, Nullable, Shape, Slug, Text, Version, WebAddress } from './parts.ts'

/** Every write names the version that it saw; 409 `stale-version` brings the case as it is. */
export const VersionBody = Shape({ version: Version })
export type VersionBody = Static<typeof VersionBody>

/** A heartbeat and a note disturb nobody: whatever version there is will do. */
export const HeartbeatBody = Shape({ version: Type.Optional(Version) })
export type HeartbeatBody = Static<typeof HeartbeatBody>

export const NoteBody = Shape({ version: Type.Optional(Version), text: Text(5_000) })
export type NoteBody = Static<typeof NoteBody>

/**
 * A coordinator names an agency (null: back to the triage desk). An officer names the agency, the
 * external body or `government:<slug>` that it proposes, or null; the case goes to the triage desk.
 */
export const TransferBody = Shape({
  version: Version,
  agencyId: Nullable(Slug),
  reason: Text(2_000),
})
export type TransferBody = Static<typeof TransferBody>

/** What is not named stays as it is; no service at all is said by `dismiss`. */
export const RecategoriseBody = Shape({
  version: Version,
  category: Type.Optional(Slug),
  kind: Type.Optional(Type.Enum(KINDS)),
  reason: Type.Optional(Text(2_000)),
})
export type RecategoriseBody = Static<typeof RecategoriseBody>

/** `answeredAt` is now unless said; never in the future. */
export const AnswerBody = Shape({
  version: Version,
  text: Text(5_000),
  url: Nullable(WebAddress),
  final: Type.Boolean(),
  answeredAt: Type.Optional(Instant),
})
export type AnswerBody = Static<typeof AnswerBody>

export const FollowUpBody = Shape({
  version: Version,
  type: Type.Enum(FOLLOW_UP_TYPES),
  text: Text(5_000),
})
export type FollowUpBody = Static<typeof FollowUpBody>

/**
 * `privateReason`: why the citizen got no public answer. `evidenceReason`: why nothing shows the
 * fix; not needed where evidence was added.
 */
export const ResolveBody = Shape({
  version: Version,
  text: Text(5_000),
  privateReason: Nullable(Text(2_000)),
  evidenceReason: Type.Optional(Nullable(Text(2_000))),
})
export type ResolveBody = Static<typeof ResolveBody>

/** Dismiss and reopen. */
export const ReasonBody = Shape({ version: Version, reason: Text(2_000) })
export type ReasonBody = Static<typeof ReasonBody>

export const CaseChanged = Shape({ case: CaseFull })
export type CaseChanged = Static<typeof CaseChanged>
