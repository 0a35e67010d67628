import type { CaseEvent } from '../core/case-event.ts'
import type { Urgency } from '../core/reading.ts'
import type { Viewer } from '../core/roles.ts'

export interface LiveEvent {
  /** Cursor: hand it back to resume. */
  id: string
  type: CaseEvent['type'] | 'case-left'
  caseId: string
  code: string
  /** Null, as owner and actor are, where the case left the viewer's sight. */
  urgency: Urgency | null
  agencyId: string | null
  actor: string | null
  at: Date
}

export interface Events {
  /** Events after the cursor that the viewer may see now, at most `limit`, oldest first. */
  after(
    viewer: Viewer,
    cursor: string,
    limit: number,
  ): Promise<{ events: LiveEvent[]; cursor: string }>
  latest(): Promise<string>
  /** Calls back soon after anything was committed. Returns the way to stop. */
  subscribe(onChange: () => void): () => void
}
