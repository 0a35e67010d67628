import type { Case } from '../core/case.ts'
import type { Refusal } from '../core/errors.ts'
import type { Evidence, EvidenceKind } from '../core/evidence.ts'
import type { EvidenceDecision } from '../core/evidence-rules.ts'
import type { Viewer } from '../core/roles.ts'
import type { Task } from '../core/task.ts'

export interface NewEvidence {
  kind: EvidenceKind
  note: string
  letterNumber: string | null
  url: string | null
  location: { latitude: number; longitude: number } | null
  photo: Photo | null
}

/** As it was taken, and as it may be shown. */
export interface Photo {
  original: Uint8Array
  originalType: string
  sha256: string
  /** JPEG, drawn anew: without EXIF, place and thumbnail. */
  published: Uint8Array
}

/** The case under its lock, with its tasks, and the id that the evidence gets. */
export interface EvidenceDesk {
  case: Case
  tasks: Task[]
  evidenceId: string
  now: Date
}

type Allowed = (current: Case) => Refusal | null

export interface EvidenceStore {
  list(viewer: Viewer, caseId: string): Promise<Evidence[] | null>
  /** What stands and shows a fix. */
  countClosing(viewer: Viewer, caseId: string): Promise<number>
  /** Keeps it with the steps of its case and the end of its task: one transaction. */
  add(
    viewer: Viewer,
    caseId: string,
    evidence: NewEvidence,
    decide: (about: EvidenceDesk) => EvidenceDecision,
  ): Promise<{ kind: 'added'; evidence: Evidence; case: Case } | Refusal>
  /** The row stays, with who withdrew it and why. */
  withdraw(
    viewer: Viewer,
    evidenceId: string,
    reason: string,
    allowed: Allowed,
  ): Promise<{ kind: 'withdrawn'; evidence: Evidence } | Refusal>
  /** What may be shown, to those who may see the case. */
  photo(viewer: Viewer, evidenceId: string): Promise<Uint8Array | null>
}

/** Reads what somebody calls a photo. */
export interface Photos {
  /** Refuses with a sentence what is no JPEG, PNG or WebP, too large, broken, or a bomb. */
  prepare(bytes: Uint8Array): Promise<{ kind: 'photo'; photo: Photo } | Refusal>
}
