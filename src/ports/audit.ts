import type { Acting, AuditAct, AuditEntry, AuditHead, AuditVerdict } from '../core/audit.ts'
import type { Refusal } from '../core/errors.ts'
import type { Viewer } from '../core/roles.ts'

export interface AuditFilter {
  actor?: string | undefined
  subject?: string | undefined
  act?: string | undefined
  from?: Date | undefined
  /** Exclusive. */
  to?: Date | undefined
}

/** The account: written with every deed, sealed in blocks, read by the inspectorate, checked on demand. */
export interface Audit {
  /** Whatever is written while `work` runs is said to be done by them. */
  as<T>(who: Acting, work: () => T): T
  /** Deeds that change no row of ours: something was read, or refused. */
  write(acts: AuditAct[]): Promise<void>
  /** Newest first. Of a confidential case that the viewer may not see only that something was done. */
  list(
    viewer: Viewer,
    filter: AuditFilter & { cursor?: string | undefined; limit: number },
  ): Promise<{ items: AuditEntry[]; next: string | null } | Refusal>
  /** The end of the chain and how many entries wait to be sealed, the oldest since when. */
  standing(): Promise<{ head: AuditHead | null; open: number; oldestOpen: Date | null }>
  /** Chains what is surely over; says how many entries were sealed. */
  seal(now: Date): Promise<number>
  /** `head`: the end of the chain as it was kept outside, "number:hash". */
  verify(head: string | null): Promise<AuditVerdict>
}
