import type { Refusal } from '../core/errors.ts'
import type { Onlooker, PresenceLevel } from '../core/presence.ts'
import type { Viewer } from '../core/roles.ts'

export interface CasePresence {
  caseId: string
  code: string
  people: Onlooker[]
}

/** Who has which case open. Nothing is told of a case that the viewer may not see. */
export interface Presence {
  /** The viewer is here; null leaves. Answers with who else is. Renewing it tells nobody. */
  report(
    viewer: Viewer,
    caseId: string,
    level: PresenceLevel | null,
  ): Promise<{ kind: 'reported'; people: Onlooker[] } | Refusal>
  /** Others who have it open now, those who write first. */
  of(viewer: Viewer, caseId: string): Promise<Onlooker[]>
  /** Cases where somebody came, left or changed the level since then. */
  news(viewer: Viewer, since: Date): Promise<CasePresence[]>
}
