import type { CaseEvent } from '../core/case-event.ts'
import type { Draft, DraftKind } from '../core/draft.ts'
import type { Refusal } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'

export interface FoundDraft extends Draft {
  /** Null where the viewer does not see the case any more: the words are still theirs. */
  caseCode: string | null
  /** The case is not as the writer saw it. */
  stale: boolean
  /** What happened to the case since, as far as the viewer sees it; others' acts only. */
  changes: CaseEvent[]
}

/** A person's own words. Nothing that happens to the case touches them. */
export interface Drafts {
  /** A case that is not seen any more takes only a draft that is there already. */
  save(
    viewer: Viewer,
    draft: Omit<Draft, 'savedAt'>,
  ): Promise<{ kind: 'saved'; savedAt: Date } | Refusal>
  /** Those of the case, and of the cases that it took in. */
  of(viewer: Viewer, caseId: string): Promise<FoundDraft[]>
  /** All that the viewer has begun, the latest first. */
  all(viewer: Viewer): Promise<FoundDraft[]>
  discard(viewer: Viewer, caseId: string, kind: DraftKind): Promise<void>
}
